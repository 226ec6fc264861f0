// `npm test`: set-up, every tier of tests, and one closing line. Fails when anything failed or a tier found no test.
// Imports only Node's own modules until the set-up is done.
import { setUp } from './set-up.mjs';

try {
  await setUp();
  const { runTiers } = await import('./tiers.mjs');
  process.exitCode = await runTiers();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
