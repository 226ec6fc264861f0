// How many tests passed and failed, as each runner's own report says; kept in out/counts/ for the closing line.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './editor/place.mjs';

const folder = () => path.join(root, 'out', 'counts');

/** Where a tier's own report is written. */
export const reportFile = (tier) => path.join(root, 'out', 'reports', `${tier}.json`);

/** Forgets the tiers' counts and reports of earlier runs. */
export function forgetCounts(...tiers) {
  for (const tier of tiers) {
    rmSync(path.join(folder(), `${tier}.json`), { force: true });
    rmSync(reportFile(tier), { force: true });
  }
  mkdirSync(folder(), { recursive: true });
  mkdirSync(path.join(root, 'out', 'reports'), { recursive: true });
}

/** Keeps a tier's counts: `{ passed, failed, skipped }`. */
export function keepCounts(tier, { passed, failed, skipped = 0 }) {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(path.join(folder(), `${tier}.json`), JSON.stringify({ passed, failed, skipped }));
}

/** What a tier's runner reported, undefined where it did not come to that. */
export const readReport = (tier) =>
  existsSync(reportFile(tier)) ? JSON.parse(readFileSync(reportFile(tier), 'utf8')) : undefined;

/** Vitest's JSON report as counts; a suite that could not be loaded is a failure though none of its tests ran. */
export function vitestCounts(tier) {
  const report = readReport(tier);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON report as counts; a flaky test counts as failed, because nobody may get used to it. */
export function playwrightCounts(tier) {
  const report = readReport(tier);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length * (unexpected === 0 ? 1 : 0),
    skipped,
  };
}

/** A tier in which no test ran has failed: a pattern that finds nothing must never look green. */
export const withNoneAsFailure = (counts) =>
  counts.passed + counts.failed === 0 ? { ...counts, failed: 1, because: 'no test was found' } : counts;

/** All kept counts by tier. */
export function keptCounts() {
  if (!existsSync(folder())) return {};
  return Object.fromEntries(
    readdirSync(folder()).map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder(), file), 'utf8')),
    ]),
  );
}
