// The tiers of tests, one after the other, and their sum.
import { spawn } from 'node:child_process';
import { forgetCounts, keptCounts } from './counts.mjs';
import { browserOptions, root } from './editor.mjs';

const tiers = [
  { name: 'check', script: 'scripts/check.mjs', counts: ['unit', 'check'] },
  { name: 'in-host', script: 'scripts/in-host.mjs', counts: ['in-host'], needsEditor: true },
  { name: 'e2e', script: 'scripts/e2e.mjs', counts: ['e2e'], needsEditor: true },
];

const run = (script, ...argv) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...argv], { cwd: root, stdio: 'inherit' });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });

/**
 * Runs all tiers, prints the closing line, and answers the exit code. `editors` resolves when they are fetched, with an
 * error where that failed; without it only the tiers run that need none.
 */
export async function runTiers(editors) {
  const chosen = tiers.filter(({ needsEditor }) => !needsEditor || editors !== undefined);
  forgetCounts(...tiers.flatMap(({ counts }) => counts));
  const browser =
    editors &&
    browserOptions().then(
      () => undefined,
      (error) => error,
    );
  const fetched = Promise.all([editors, browser]).then((troubles) =>
    troubles.find((one) => one !== undefined),
  );
  const broken = [];
  for (const { name, script, counts, needsEditor } of chosen) {
    const trouble = needsEditor ? await fetched : undefined;
    if (trouble !== undefined) console.error(`${name}: ${trouble.message}`);
    const code = trouble === undefined ? await run(script) : 1;
    const kept = keptCounts();
    const failed = counts.reduce((sum, tier) => sum + (kept[tier]?.failed ?? 0), 0);
    // A tier that ended badly without naming a failed test is a failure of its own.
    if (code !== 0 && failed === 0) broken.push(name);
  }
  // Old facts are told, and do not fail a run: nothing about the code has changed.
  if (editors !== undefined) await run('scripts/dated.mjs', '--warn');
  const all = Object.values(keptCounts());
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const failed = sum('failed') + broken.length;
  if (broken.length > 0) console.log(`broken: ${broken.join(', ')}`);
  if (sum('skipped') > 0) console.log(`skipped: ${sum('skipped')} (each says why)`);
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
