import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../scripts/editor.mjs';
import { ask } from './asking.js';

const script = path.join(root, 'scripts', 'sandbox.mjs');

interface Told {
  readonly child: ChildProcess;
  /** All that it has said. */
  readonly said: () => string;
  /** What a pattern's group holds, once it has been said. */
  readonly find: (pattern: RegExp) => Promise<string>;
}

function started(argv: readonly string[]): Told {
  const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
  const said = (): string => text;
  return {
    child,
    said,
    find: async (pattern) => {
      await expect.poll(said, { timeout: 15_000 }).toMatch(pattern);
      return pattern.exec(text)?.[1] ?? '';
    },
  };
}

const plainAddress = /http {8}(http:\/\/127\.0\.0\.1:\d+)/;
const answersAt = (url: string): Promise<boolean> =>
  ask(`${url}/metadata/endpoints?api-version=2022-09-01`).then(
    ({ status }) => status === 200,
    () => false,
  );

describe('npm run sandbox', () => {
  it('says how to connect, answers there, and ends at Ctrl+C without leaving anything', async () => {
    const { child, find } = started([script, '--scenario=empty', '--speed=100']);
    const url = await find(plainAddress);
    const file = await find(/trust {7}(.*)/);
    await find(/(Ctrl\+C)/);
    expect(await answersAt(url)).toBe(true);
    expect(existsSync(file)).toBe(true);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  it('ends when whoever started it is gone, however that went', async () => {
    const parent = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(script)}], { stdio: 'inherit' })`;
    const { child, find } = started(['-e', parent]);
    const url = await find(plainAddress);
    expect(await answersAt(url)).toBe(true);
    child.kill('SIGKILL');
    await expect.poll(() => answersAt(url), { timeout: 15_000 }).toBe(false);
  });

  it('says which port is taken and what to do', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => {
      other.close();
    });
    const { port } = other.address() as AddressInfo;
    const { child, said } = started([script, `--port=${port}`]);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said()).toBe(
      `sandbox: Port ${port} is taken by another program. Choose another with --port=N, or leave --port out to get a free one.\n`,
    );
  });

  it('names its scenarios, and refuses what it does not understand', async () => {
    const list = started([script, '--list']);
    await once(list.child, 'close');
    expect(list.said()).toMatch(/^tour +Tour\. /m);
    const wrong = started([script, '--colour=blue']);
    expect(await once(wrong.child, 'close')).toEqual([2, null]);
    expect(wrong.said()).toContain("'--colour=blue' is no option of the sandbox.");
  });
});
