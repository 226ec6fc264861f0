// `npm run az`: the list of commands of the Azure CLI on the PATH against the sandbox, within 120 s. The limit is for a
// machine that does nothing else, so `npm test` has a wider one; beside the time stands what the processors did.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './editor/place.mjs';

const limitInS = 120;
const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');

const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/scripts/sandbox/az.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, AZ_LIST_LIMIT_IN_S: String(limitInS) },
});
const processors = processorSeconds();
if (processors !== undefined) console.log(`az: ${processors} s of processor time, the tour among them`);
process.exitCode = status ?? 1;

/** User and system time of the children that have ended, where Linux tells it: fields 16 and 17, in hundredths. */
function processorSeconds() {
  const file = '/proc/self/stat';
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Math.round((Number(fields[13]) + Number(fields[14])) / 100);
}
