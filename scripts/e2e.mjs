// Runs what Playwright runs: VS Code's window, the packed .vsix, the README's commands from a clone.
// `npm run e2e -- --project=e2e planner` and the like: arguments go to Playwright.
import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  forgetCounts,
  keepCounts,
  playwrightCounts,
  readReport,
  reportFile,
  withNoneAsFailure,
} from './counts.mjs';
import { underDeadBrowser } from './dead-browser.mjs';
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
const run = (report, ...more) =>
  new Promise((resolve) => {
    spawn(process.execPath, [cli, 'test', '--reporter=list,json', ...projects, ...wanted, ...more], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TIER: tier, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile(report) },
    }).once('close', resolve);
  });
let code = await run(tier);
let counts = withNoneAsFailure(playwrightCounts(tier));
const dead = process.env.ONCE === undefined ? underDeadBrowser(readReport(tier) ?? { errors: [] }) : 0;
if (dead > 0) {
  console.log(`The browser itself died under ${dead} of the tests; these run once more.`);
  const again = `${tier}-again`;
  code = await run(again, '--last-failed');
  const { passed, failed } = withNoneAsFailure(playwrightCounts(again));
  counts = { ...counts, passed: counts.passed + passed, failed };
}
keepCounts(tier, counts);
console.log(`${tier}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 || code !== 0 ? 1 : 0;
