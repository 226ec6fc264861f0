import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverFor } from './asking.js';
import { onPath } from './programs.js';
import { blocksBelow, runBlocks } from './tour.js';

const own = path.join(import.meta.dirname, 'curl.mjs');
const curl = onPath('curl');

const why = process.platform === 'win32' ? 'skipped, because it is written for a POSIX shell' : undefined;

/** Walks the tour of docs/sandbox.md with the curl that a PATH finds first. */
async function walk(curlFolder?: string): Promise<readonly string[]> {
  const server = await serverFor();
  const folder = curlFolder === undefined ? server.folder : path.join(server.folder, curlFolder);
  if (curlFolder !== undefined) {
    mkdirSync(folder);
    const file = path.join(folder, 'curl');
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${own}' "$@"\n`);
    chmodSync(file, 0o755);
  }
  const env = {
    ...process.env,
    PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
    ARM: server.https,
    CA: server.certificateFile,
  };
  const { printed, ran } = await runBlocks(blocksBelow('With curl'), { cwd: server.folder, env });
  expect([ran.code, ran.err]).toEqual([0, '']);
  return printed;
}

function check(printed: readonly string[]): void {
  const [token, reads, sent, operation, refused, stranger, ...more] = printed;
  expect(more).toEqual([]);
  expect(token?.trim()).toBe('');
  expect(reads).toContain('"displayName":"Contoso Production"');
  expect(reads).toContain('"name": "shop-prod"');
  expect(reads).toContain('"outboundType": "loadBalancer"');
  expect(sent).toMatch(/^HTTP\/1\.1 200/);
  expect(operation).toContain('"status": "Succeeded"');
  expect(operation).toContain('"effectiveOutboundIPs"');
  expect(refused).toContain('"code": "PreconditionFailed"');
  expect(refused).toContain('"code": "ExistingRouteTableNotAssociatedWithSubnet"');
  expect(stranger).toContain('"code":"AuthenticationFailed"');
}

describe.skipIf(why !== undefined)(`the tour with curl (${why ?? 'docs/sandbox.md'})`, () => {
  it(
    'leads through reading, changing, waiting and being refused, on Node’s own https',
    { timeout: 60_000 },
    async () => {
      check(await walk('bin'));
    },
  );

  it.skipIf(curl === undefined)(
    `does so with the real one (${curl === undefined ? 'skipped, because no curl is on the PATH' : 'from the PATH'})`,
    { timeout: 60_000 },
    async () => {
      check(await walk());
    },
  );
});
