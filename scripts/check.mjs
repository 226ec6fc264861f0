// Everything that can be said about the code without an editor: types, lint, laws, format, documents, tests.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { forgetCounts, keepCounts, reportFile, vitestCounts, withNoneAsFailure } from './counts.mjs';
import { browserOptions } from './editor/browser.mjs';
import { root } from './editor/place.mjs';
import { lintSteps } from './lint/steps.mjs';
import { runStep, runSteps } from './steps.mjs';

const inModules = (...parts) => path.join('node_modules', ...parts);
const tsc = (project) => [inModules('typescript-native', 'bin', 'tsc'), '-p', project, '--pretty', 'false'];
const holdsTypeScript = (folder) =>
  existsSync(path.join(root, folder)) &&
  readdirSync(path.join(root, folder), { recursive: true }).some((file) => String(file).endsWith('.ts'));

const tier = 'unit';
// A part of the tests, for a clone that only has to prove that its set-up works.
const only = process.env.CHECK_ONLY?.split(' ') ?? [];

const tests = {
  name: 'tests',
  argv: [
    inModules('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile(tier)}`,
    ...only,
  ],
};

const everything = [
  tests,
  ...lintSteps(),
  { name: 'types', argv: tsc('tsconfig.json') },
  { name: 'types of pure rooms', argv: tsc('tsconfig.pure.json') },
  ...['webview', 'test/webview']
    .filter(holdsTypeScript)
    .map((folder) => ({ name: `types of ${folder}`, argv: tsc(`${folder}/tsconfig.json`) })),
  {
    name: 'laws of imports',
    argv: [
      inModules('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      'src',
      'webview',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
    ],
  },
  {
    name: 'format',
    argv: [
      inModules('prettier', 'bin', 'prettier.cjs'),
      '--check',
      '--cache',
      '--cache-location',
      'out/prettier-cache',
      '--log-level',
      'warn',
      '.',
    ],
  },
  { name: 'third-party notices', argv: ['scripts/notices.mjs', '--check'] },
  { name: 'documents', argv: ['scripts/docs.mjs', '--check'] },
];

const startedAt = Date.now();
// The page's tests need a browser, and their time limits must not count its download. Where it cannot be had, they say so.
const browser = browserOptions().catch(() => undefined);
forgetCounts(tier, 'check');
// Tests, notices and documents read what the bundler wrote; the lints need not wait for it.
const building = runStep({ name: 'build', argv: ['esbuild.mjs'] }).then((built) => {
  console.log(built.output.trim());
  return built;
});
tests.ready = Promise.all([browser, building]);
const results = await runSteps(only.length > 0 ? [tests] : everything);
const built = await building;
const counts = withNoneAsFailure(vitestCounts(tier));
keepCounts(tier, counts);
const broken = [built, ...results].filter(({ name, ok }) => !ok && name !== 'tests').length;
keepCounts('check', { passed: 0, failed: broken });
const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
console.log(
  `check: ${counts.passed} tests passed, ${counts.failed} failed, ${counts.skipped} skipped; ${broken} of the other checks failed; ${seconds} s`,
);
process.exitCode = counts.failed + broken > 0 || !results.every(({ ok }) => ok) ? 1 : 0;
