import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchOnce } from '../../scripts/editor/fetch-once.mjs';
import { processes } from '../../scripts/editor/processes.mjs';
import { freePort, root } from '../../scripts/editor.mjs';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'aks-egress-editor-test-'));
  folders.push(made);
  return made;
};

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

// An editor's stand-in: it says that it listens, has a child of its own, and never ends by itself.
const standIn = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', process.argv[1], 'grandchild'], { stdio: 'ignore' });
require('node:fs').writeFileSync(process.argv[1], JSON.stringify([process.pid, child.pid]));
console.log('listening');
setInterval(() => {}, 1000);
`;

/** A runner that starts a keeper with the stand-in, and then does as it is told. */
const runner = (then: string): string => `
const { spawn } = require('node:child_process');
const [keeper, order] = process.argv.slice(1);
const child = spawn(process.execPath, [keeper, order], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
child.stdout.once('data', () => { ${then} });
`;

describe('the editor ends with its runner', () => {
  const keeper = path.join(root, 'scripts', 'editor', 'keeper.mjs');

  it.each([
    ['when that throws', "throw new Error('planted')", undefined],
    ['when that ends', 'process.exit(0)', undefined],
    ['when that is killed', "console.log('kill me')", 'SIGKILL'],
    ['when that is interrupted', "console.log('kill me')", 'SIGINT'],
  ] as const)('%s', async (_when, then, signal) => {
    const place = folder();
    const told = path.join(place, 'pids.json');
    const temporary = path.join(place, 'data');
    mkdirSync(temporary);
    const order = JSON.stringify({ node: process.execPath, argv: ['-e', standIn, told], env: {}, temporary });
    const run = spawn(process.execPath, ['-e', runner(then), keeper, order], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => run.once('exit', resolve));
    if (signal !== undefined) run.stdout.once('data', () => run.kill(signal));
    await ended;
    const pids = JSON.parse(readFileSync(told, 'utf8')) as readonly number[];
    const isRunning = (): boolean =>
      processes().some(({ pid, command }) => pids.includes(pid) && command !== '');
    await until(() => !isRunning() && !existsSync(temporary));
    expect(isRunning()).toBe(false);
  });
});

describe('a keeper', () => {
  // It holds much memory, which the system takes a moment to clear away, and with it the port.
  const large = `
const held = Array.from({ length: 40 }, () => Buffer.alloc(16 * 1024 * 1024, 1));
const server = require('node:net').createServer();
server.listen(Number(process.argv[1]), '127.0.0.1', () => console.log('listening', process.pid, held.length));
`;

  it('that was told to kill its editor ends when the port is free again', async () => {
    const port = await freePort();
    const order = JSON.stringify({ node: process.execPath, argv: ['-e', large, String(port)], env: {} });
    const file = path.join(root, 'scripts', 'editor', 'keeper.mjs');
    const run = spawn(process.execPath, [file, order], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => run.once('exit', resolve));
    await new Promise((resolve) => run.stdout.once('data', resolve));
    run.stdin.end('kill');
    await ended;
    expect(await freePort(port, 0)).toBe(port);
  });
});

describe('what is fetched once', () => {
  const order = (at: string, build: (part: string) => Promise<void>) => ({
    folder: at,
    stamp: 'recipe 1',
    needs: ['tool'],
    title: 'a tool',
    build,
    check: (part: string): Promise<void> => {
      if (readFileSync(path.join(part, 'tool'), 'utf8') !== 'works')
        throw new Error('The tool does not work.');
      return Promise.resolve();
    },
  });
  const building = (text: string, told: string[] = []) =>
    order(path.join(folder(), 'tool-1'), (part) => {
      told.push(part);
      writeFileSync(path.join(part, 'tool'), text);
      return Promise.resolve();
    });

  /** How often it is fetched when three ask for it at once. */
  const fetchesOfThree = async (place: string): Promise<number> => {
    const told: string[] = [];
    const slow = order(place, async (part) => {
      told.push(part);
      await new Promise((resolve) => setTimeout(resolve, 50));
      writeFileSync(path.join(part, 'tool'), 'works');
    });
    await Promise.all([fetchOnce(slow), fetchOnce(slow), fetchOnce(slow)]);
    return told.length;
  };
  const endedProcess = async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    return gone;
  };

  it('is not fetched again', async () => {
    const told: string[] = [];
    const tool = building('works', told);
    await fetchOnce(tool);
    await fetchOnce(tool);
    expect(told).toHaveLength(1);
  });

  it('is fetched by one of several that ask at once, and the others wait for it', async () => {
    const place = path.join(folder(), 'tool-1');
    expect(await fetchesOfThree(place)).toBe(1);
    expect(existsSync(`${place}.lock`)).toBe(false);
  });

  it('is fetched by the next one when the first could not', async () => {
    const place = path.join(folder(), 'tool-1');
    const told: string[] = [];
    const good = order(place, (part) => {
      told.push(part);
      writeFileSync(path.join(part, 'tool'), 'works');
      return Promise.resolve();
    });
    const failing = order(place, () => Promise.reject(new Error('no network')));
    const first = fetchOnce(failing);
    await Promise.all([expect(first).rejects.toThrow('no network'), fetchOnce(good)]);
    expect(told).toHaveLength(1);
  });

  it('is fetched by one of several that find the lock of a run that was killed', async () => {
    const place = path.join(folder(), 'tool-1');
    const gone = await endedProcess();
    writeFileSync(`${place}.lock`, String(gone.pid));
    expect(await fetchesOfThree(place)).toBe(1);
    expect(existsSync(`${place}.lock`)).toBe(false);
  });

  it('does not wait for a run that was killed while it fetched', async () => {
    const tool = building('works');
    const gone = await endedProcess();
    writeFileSync(`${tool.folder}.lock`, String(gone.pid));
    await fetchOnce(tool);
    expect(existsSync(path.join(tool.folder, 'tool'))).toBe(true);
  });

  it('is fetched again when a part of it is gone', async () => {
    const told: string[] = [];
    const tool = building('works', told);
    await fetchOnce(tool);
    rmSync(path.join(tool.folder, 'tool'));
    await fetchOnce(tool);
    expect(told).toHaveLength(2);
  });

  it('is refused when it does not work, and leaves nothing that looks ready', async () => {
    const tool = building('broken');
    await expect(fetchOnce(tool)).rejects.toThrow('does not work');
    expect(existsSync(tool.folder)).toBe(false);
  });

  it('sweeps what an interrupted fetch left, and leaves a living one alone', async () => {
    const tool = building('works');
    const gone = await endedProcess();
    const leftover = `${tool.folder}.part-${String(gone.pid)}`;
    const living = `${tool.folder}.part-${String(process.ppid)}`;
    mkdirSync(leftover);
    mkdirSync(living);
    await fetchOnce(tool);
    expect(existsSync(leftover)).toBe(false);
    expect(existsSync(living)).toBe(true);
  });
});
