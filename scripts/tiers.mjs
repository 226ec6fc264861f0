// The tiers of tests and their sum: first what needs no editor, then two lanes of what does, side by side.
import { spawn } from 'node:child_process';
import { forgetCounts, keptCounts } from './counts.mjs';
import { browserOptions, root } from './editor.mjs';

const check = { name: 'check', script: 'scripts/check.mjs', counts: ['unit', 'check'] };
const e2e = { name: 'e2e', script: 'scripts/e2e.mjs', argv: ['--project=e2e'], counts: ['e2e'] };
const inHost = { name: 'in-host', script: 'scripts/in-host.mjs', counts: ['in-host'] };
const shipped = {
  name: 'package',
  script: 'scripts/e2e.mjs',
  argv: ['own-editor', 'package', 'clone'].map((project) => `--project=${project}`),
  counts: ['package'],
};

/** Nobody has to wonder for longer whether a tier that keeps its words still goes on. */
const signOfLifeInMs = 10_000;

/** Runs a script; what it says is shown at once, or kept and told in one piece when it has ended. */
const run = (script, { argv = [], tier, isLive = true } = {}) =>
  new Promise((resolve) => {
    const startedAt = Date.now();
    if (!isLive) console.log(`...    ${tier}`);
    const tell = () => console.log(`...    ${tier}: ${Math.round((Date.now() - startedAt) / 1000)} s`);
    const ticking = isLive ? undefined : setInterval(tell, signOfLifeInMs);
    const child = spawn(process.execPath, [script, ...argv], {
      cwd: root,
      env: { ...process.env, ...(tier === undefined ? {} : { TIER: tier }) },
      stdio: isLive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
    child.once('error', () => {
      clearInterval(ticking);
      resolve(1);
    });
    child.once('close', (code) => {
      clearInterval(ticking);
      if (output !== '') console.log(`\n${output.trim()}\n`);
      resolve(code ?? 1);
    });
  });

/** Runs tiers one after the other; answers the names of those that ended badly without naming a failed test. */
async function lane(tiers, isLive) {
  const broken = [];
  for (const { name, script, argv, counts } of tiers) {
    const code = await run(script, { argv, tier: name, isLive });
    const kept = keptCounts();
    const failed = counts.reduce((sum, tier) => sum + (kept[tier]?.failed ?? 0), 0);
    if (code !== 0 && failed === 0) broken.push(name);
  }
  return broken;
}

async function withEditor(fetched) {
  const trouble = await fetched;
  if (trouble !== undefined) {
    console.error(trouble.message);
    return ['the editor could not be fetched'];
  }
  // A window waits now and then: two of them use two cores better than one, and more gain nothing.
  const lanes = await Promise.all([lane([e2e], true), lane([inHost, shipped], false)]);
  return lanes.flat();
}

/** The browser's and the editors' first trouble, undefined when all are there. */
async function fetchedWith(editors) {
  const browser = browserOptions().then(
    () => undefined,
    (error) => error,
  );
  return (await editors) ?? (await browser);
}

/**
 * Runs all tiers, prints the closing line, and answers the exit code. `editors` resolves when they are fetched, with an
 * error where that failed; without it only the tiers run that need none.
 */
export async function runTiers(editors) {
  forgetCounts(...[check, e2e, inHost, shipped].flatMap(({ counts }) => counts));
  const fetched = editors && fetchedWith(editors);
  const broken = await lane([check], true);
  if (fetched !== undefined) {
    broken.push(...(await withEditor(fetched)));
    // Old facts are told, and do not fail a run: nothing about the code has changed.
    await run('scripts/dated.mjs', { argv: ['--warn'] });
  }
  const all = Object.values(keptCounts());
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const failed = sum('failed') + broken.length;
  if (broken.length > 0) console.log(`broken: ${broken.join(', ')}`);
  if (sum('skipped') > 0) console.log(`skipped: ${sum('skipped')} (each says why)`);
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
