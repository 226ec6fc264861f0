// `npm run faults [-- N] [--seed=S]`: N random schedules of faults (200) against the runner, the sandbox and the real journal.
// A new seed is drawn unless one is given; schedule i has the seed S + i. Exit code 1 where a promise was broken.
import { randomInt } from 'node:crypto';
import { askedFor } from './faults/asked.mjs';
import { linesOf, tallyOf } from './faults/tally.mjs';
import { loadBundled } from './bundled.mjs';

const order = askedFor(process.argv.slice(2), () => randomInt(2 ** 32));
if (order.problem !== undefined) {
  console.error(`faults: ${order.problem}`);
  process.exitCode = 1;
} else {
  const { playMany } = await loadBundled('faults', 'test', 'azure', 'runner', 'many.ts');
  console.log(`faults: ${order.count} schedules, seed ${order.seed}`);
  const startedAt = performance.now();
  const results = [];
  await playMany({ ...order, tell: (result) => results.push(result) });
  const tally = tallyOf(results);
  for (const line of linesOf(tally, performance.now() - startedAt)) console.log(line);
  process.exitCode = tally.isGood ? 0 : 1;
}
