import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Rooms without state of their own: their files may share a worker, which saves loading the same modules again. */
const pureRooms = ['core', 'wizard', 'bicep', 'azure', 'sandbox'].map((room) => `test/${room}/**/*.test.ts`);
const elsewhere = ['test/e2e/**', 'test/in-host/**', 'test/bench/**', 'node_modules/**'];

export default defineConfig({
  // The host's own tests run against a second implementation of the few VS Code calls that it makes.
  resolve: { alias: { vscode: path.join(import.meta.dirname, 'test', 'fakes', 'vscode.ts') } },
  test: {
    maxWorkers: 2,
    passWithNoTests: false,
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'rooms', include: pureRooms, pool: 'threads', isolate: false },
      },
      {
        extends: true,
        test: { name: 'edges', include: ['test/**/*.test.ts'], exclude: [...pureRooms, ...elsewhere] },
      },
    ],
  },
});
