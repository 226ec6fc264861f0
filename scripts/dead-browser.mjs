// A browser that dies under a test says nothing about the product: Chromium 147 from npm does it now and
// then (three times in about a hundred runs, measured 2026-11-25). Such tests, and no others, run once more, in the open.

const words = /(page, context or browser has been closed|Target crashed|Page crashed)/;

const testsIn = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ tests }) => tests),
  ...suites.flatMap(testsIn),
];

/** How many tests failed, of Playwright's JSON report, if the browser died under each of them; else 0. */
export function underDeadBrowser(report) {
  const failed = testsIn(report).filter(({ status }) => status === 'unexpected');
  const isDead = ({ results }) => results.at(-1)?.errors.some(({ message = '' }) => words.test(message));
  return report.errors.length === 0 && failed.every(isDead) ? failed.length : 0;
}
