// `npm test`: set-up, every tier of tests, and one closing line. Fails when anything failed or a tier found no test.
// Imports only Node's own modules until the set-up is done.
import { fetchEditors } from './editor/vscode-server.mjs';
import { setUp } from './set-up.mjs';

// The large downloads of a first run go on beside the set-up and the checks. CHECK_ONLY leaves the editor out.
const editors = process.env.CHECK_ONLY === undefined ? fetchEditors() : undefined;
try {
  await setUp();
  const { runTiers } = await import('./tiers.mjs');
  process.exitCode = await runTiers(editors);
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
