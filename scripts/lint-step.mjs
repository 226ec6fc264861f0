// ESLint as a step of `npm run check`, and beside the editors' windows in `npm test`.
import path from 'node:path';

export const lint = {
  name: 'lint',
  argv: [
    path.join('node_modules', 'eslint', 'bin', 'eslint.js'),
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    'out/eslint-cache',
    '--cache-strategy',
    'content',
  ],
};
