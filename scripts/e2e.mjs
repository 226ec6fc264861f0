// Runs what Playwright runs: VS Code's window, the packed .vsix, the README's commands from a clone.
// `npm run e2e -- --project=e2e planner` and the like: arguments go to Playwright.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { forgetCounts, keepCounts, playwrightCounts, reportFile, withNoneAsFailure } from './counts.mjs';
import { browserOptions, ensureEditor, root } from './editor.mjs';

// Two of these may run side by side, each under a name of its own.
const tier = process.env.TIER ?? 'e2e';
forgetCounts(tier);
// Fetched before the runner's own time limits begin to count.
await ensureEditor();
await browserOptions();
const wanted = process.argv.slice(2);
const tiers = ['e2e', 'own-editor', 'package', 'clone'].map((name) => `--project=${name}`);
const projects = wanted.some((arg) => arg.startsWith('--project')) ? [] : tiers;
const cli = path.join('node_modules', '@playwright', 'test', 'cli.js');
const child = spawn(process.execPath, [cli, 'test', '--reporter=list,json', ...projects, ...wanted], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TIER: tier, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile(tier) },
});
const code = await new Promise((resolve) => child.once('close', resolve));
const counts = withNoneAsFailure(playwrightCounts(tier));
keepCounts(tier, counts);
console.log(`${tier}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 || code !== 0 ? 1 : 0;
