import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/in-host/**', 'test/bench/**', 'node_modules/**'],
    passWithNoTests: false,
    testTimeout: 20_000,
  },
});
