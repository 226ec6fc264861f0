import { expect, test } from '@playwright/test';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/editor.mjs';
import { openWindow } from '../e2e/workbench.js';

// The README's two commands, as a newcomer types them: in a clone, with nothing installed.
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-clone-'));
const clone = path.join(folder, 'aks-egress');

/** A newcomer's surroundings: nothing of the npm run that we are in, but what was downloaded already. */
const surroundings = (added: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE_ENV|CHECK_ONLY|TIER$)/.test(name)),
  ),
  EDITOR_CACHE: process.env.EDITOR_CACHE ?? path.join(root, '.vscode-test'),
  ...added,
});

const type = (command: string, argv: readonly string[], added: NodeJS.ProcessEnv): ChildProcess =>
  spawn(command, argv, {
    cwd: clone,
    env: surroundings(added),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });

/** Resolves with the output as soon as it matches; rejects when the program ends before. */
const untilSaid = (child: ChildProcess, wanted: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    const hear = (bytes: Buffer): void => {
      output += bytes.toString();
      if (wanted.test(output)) resolve(output);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', (code) =>
      reject(new Error(`It ended with ${code} before it said ${wanted}.\n${output}`)),
    );
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode === null) child.once('close', () => resolve());
    else resolve();
  });

const interrupt = (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return Promise.resolve();
  const end = ended(child);
  // Ctrl+C reaches the whole foreground group of a terminal.
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid!, 'SIGINT');
  return end;
};

test.skip(!existsSync(path.join(root, '.git')), 'skipped, because this is no git clone');

test.beforeAll(() => {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('npm start opens VS Code with the extension, and keeps what was done for the next start', async ({
  page,
}) => {
  test.setTimeout(150_000);
  expect(existsSync(path.join(clone, 'node_modules'))).toBe(false);
  const addresses: string[] = [];
  for (const time of ['first', 'second']) {
    const child = type('npm', ['start', '--', '--web'], {});
    try {
      const output = await untilSaid(child, /http:\/\/127\.0\.0\.1:\d+\S*\s/);
      const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(output)![0];
      addresses.push(address);
      if (time === 'second') {
        const third = type('npm', ['start', '--', '--web'], {});
        expect(await untilSaid(third, new RegExp(`${address.replaceAll(/[?.]/g, '[$&]')}\\s`))).toContain(
          'already running',
        );
        await ended(third);
        continue;
      }
      expect(output).toContain('Installing packages');
      const window = await openWindow(page, address);
      await window.sideBar();
    } finally {
      await interrupt(child);
    }
  }
  expect(addresses[1]).toBe(addresses[0]);
  expect(existsSync(path.join(clone, '.vscode-test', 'server', 'data', 'User'))).toBe(true);
});

test('npm test ends with one closing line', async () => {
  test.setTimeout(150_000);
  // What it does where nothing is installed is told in test/scripts/set-up.test.ts; once is enough here.
  rmSync(path.join(clone, 'dist'), { recursive: true });
  const child = type('npm', ['test'], { CHECK_ONLY: 'test/laws/pure.test.ts' });
  const output = await untilSaid(child, /\d+ passed, \d+ failed\n$/);
  expect(output).toMatch(/(^|\n)[1-9]\d* passed, 0 failed\n$/);
});
