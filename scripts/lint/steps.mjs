// The lint in three shares that run side by side; together they are all of eslint.config.mjs.
import path from 'node:path';

/** The steps for these files and folders, or for everything. The more a later step needs, the earlier it starts. */
export const lintSteps = (only = []) => [
  // Room for what is thrown away at once, or the collector takes a sixth of the time.
  {
    name: 'lint of class instances',
    argv: ['--max-semi-space-size=64', 'scripts/lint/class-instances.mjs', ...only],
  },
  {
    name: 'lint',
    argv: [
      path.join('node_modules', 'eslint', 'bin', 'eslint.js'),
      ...['--config', 'scripts/lint/untyped.config.mjs', '--max-warnings', '0', '--no-warn-ignored'],
      ...['--cache', '--cache-location', 'out/eslint-cache', '--cache-strategy', 'content'],
      ...(only.length > 0 ? only : ['.']),
    ],
  },
  {
    name: 'lint by types',
    argv: [path.join('node_modules', 'oxlint', 'bin', 'oxlint'), '--format', 'unix', ...only],
  },
];
