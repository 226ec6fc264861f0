import { defineConfig } from '@playwright/test';
import { browserOptions } from './scripts/editor.mjs';

/** They start editors of their own, so they may run beside the others, and even out the two lanes of npm test. */
const withOwnEditor = ['**/killed.spec.ts', '**/restricted.spec.ts'];

// One window at a time: starting one keeps two cores busy, so more workers gain nothing there.
export default defineConfig({
  // Emptied at the start of a run, so each of two that run side by side has its own.
  outputDir: `out/playwright/${process.env.TIER ?? 'e2e'}`,
  // Generous, because a busy machine is no failure; a test that is well takes a tenth of it.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    launchOptions: await browserOptions(),
    // With the page at each act, without a film of it: that would take a fifth of the processor's time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.spec.ts', testIgnore: withOwnEditor },
    { name: 'own-editor', testDir: 'test/e2e', testMatch: withOwnEditor },
    { name: 'package', testDir: 'test/package', testMatch: '**/*.spec.ts' },
    { name: 'screenshots', testDir: 'test/screenshots', testMatch: '**/*.spec.ts' },
    { name: 'faults-seen', testDir: 'test/faults-seen', testMatch: '**/*.spec.ts' },
    { name: 'clone', testDir: 'test/clone', testMatch: '**/*.spec.ts' },
  ],
});
