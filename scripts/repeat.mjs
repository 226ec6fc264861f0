// `npm run repeat -- [times] [arguments of e2e]`: the end-to-end tests so many times in a row (10), and a table of the runs.
// "Ten runs in a row without a flake" is a number that this prints. With no project named it is all that stands in test/e2e.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keptCounts } from './counts.mjs';
import { root } from './editor/place.mjs';
import { runStep } from './steps.mjs';

const [first, ...rest] = process.argv.slice(2);
const isNumber = /^\d+$/.test(first ?? '');
const times = isNumber ? Number(first) : 10;
const given = isNumber || first === undefined ? rest : [first, ...rest];
const argv = given.some((arg) => arg.startsWith('--project'))
  ? given
  : ['--project=e2e', '--project=own-editor', ...given];

const runs = [];
for (let run = 1; run <= times; run += 1) {
  const { ok, output, seconds } = await runStep({
    name: 'e2e',
    argv: ['scripts/e2e.mjs', ...argv],
    // A browser that dies is told as the failure that it is here.
    env: { ONCE: '1' },
  });
  const { passed = 0, failed = 1, skipped = 0 } = keptCounts().e2e ?? {};
  runs.push({ run, passed, failed, skipped, seconds: seconds.toFixed(1), ok: ok && failed === 0 });
  console.error(`run ${run} of ${times}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`);
  if (ok) continue;
  const kept = path.join(root, 'out', 'repeat');
  mkdirSync(kept, { recursive: true });
  writeFileSync(path.join(kept, `run-${run}.log`), output);
}

const cells = (values) => `| ${values.map((value) => String(value).padStart(7)).join(' | ')} |`;
console.log(cells(['Run', 'Passed', 'Failed', 'Skipped', 'Seconds']));
console.log(cells(Array.from({ length: 5 }, () => '------:')));
for (const { run, passed, failed, skipped, seconds } of runs)
  console.log(cells([run, passed, failed, skipped, seconds]));
const green = runs.filter(({ ok }) => ok).length;
console.log(`${green} of ${times} runs without a failure`);
process.exitCode = times > 0 && green === times ? 0 : 1;
