import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The host's own tests run against a second implementation of the few VS Code calls that it makes.
  resolve: { alias: { vscode: path.join(import.meta.dirname, 'test', 'fakes', 'vscode.ts') } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/in-host/**', 'test/bench/**', 'node_modules/**'],
    // No module has a state of its own and no test changes the process: files share a worker, which saves loading again.
    pool: 'threads',
    isolate: false,
    // Three on two cores: tests of the page wait for their browser now and then.
    maxWorkers: 3,
    passWithNoTests: false,
    testTimeout: 20_000,
    setupFiles: [path.join(import.meta.dirname, 'test', 'unknown-routes.ts')],
  },
});
