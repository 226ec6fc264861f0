import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Rooms without state of their own: their files share a worker, which saves loading the same modules again. */
const sharing = ['core', 'wizard', 'bicep', 'azure', 'sandbox', 'host', 'cli'].map(
  (room) => `test/${room}/**/*.test.ts`,
);
const elsewhere = ['test/e2e/**', 'test/in-host/**', 'test/bench/**', 'node_modules/**'];

export default defineConfig({
  // The host's own tests run against a second implementation of the few VS Code calls that it makes.
  resolve: { alias: { vscode: path.join(import.meta.dirname, 'test', 'fakes', 'vscode.ts') } },
  test: {
    // Three on two cores: tests of the page wait for their browser now and then.
    maxWorkers: 3,
    passWithNoTests: false,
    testTimeout: 20_000,
    setupFiles: [path.join(import.meta.dirname, 'test', 'unknown-routes.ts')],
    projects: [
      {
        extends: true,
        test: { name: 'rooms', include: sharing, pool: 'threads', isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'edges',
          pool: 'threads',
          include: ['test/**/*.test.ts'],
          exclude: [...sharing, ...elsewhere],
        },
      },
    ],
  },
});
