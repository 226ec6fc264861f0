import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The host's own tests run against a second implementation of the few VS Code calls that it makes.
  resolve: { alias: { vscode: path.join(import.meta.dirname, 'test', 'fakes', 'vscode.ts') } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/in-host/**', 'test/bench/**', 'node_modules/**'],
    maxWorkers: 2,
    passWithNoTests: false,
    testTimeout: 20_000,
  },
});
