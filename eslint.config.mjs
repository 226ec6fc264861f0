import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const noClockNoChance = {
  'no-restricted-globals': [
    'error',
    { name: 'Date', message: 'Pure rooms have no clock: take the time as an argument.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Pure rooms have no chance: take it as an argument.' },
  ],
};

// Node's types are in sight of all of src/, its names are not for these rooms: they must run in a browser too.
const nothingOfTheMachine = {
  'no-restricted-globals': [
    'error',
    ...['process', 'Buffer', 'global', '__dirname', '__filename', 'require', 'module'].map((name) => ({
      name,
      message: 'This room also runs in a browser: take it through a port.',
    })),
    ...['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
      name,
      message: 'Time is an argument: sleep on the clock that was passed in.',
    })),
  ],
};

const shape = [
  { selector: 'TSEnumDeclaration', message: 'No enums: a union of string literals says the same.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'No namespaces: a file is one.' },
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: a name is found by search.' },
  {
    selector:
      'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'No module-level let: state has an owner that is born and disposed.',
  },
  {
    selector: 'ClassDeclaration[superClass]:not([superClass.name=/Error$/])',
    message: 'No inheritance of ours: pass what varies as an argument.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has the idea.' },
];

const pageShape = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'The page forbids inline styles (its CSP): use a class, or presentation attributes in SVG.',
  },
];

const vagueName = /(^|[/\\])(utils?|helpers?|common|types)([.]|[/\\])/;

/** A file is named for its one idea. */
const names = {
  rules: {
    'file-name': {
      create: (context) => ({
        Program(node) {
          const [, name] = vagueName.exec(context.filename.slice(context.cwd.length)) ?? [];
          if (name !== undefined)
            context.report({ node, message: `A file name says its one idea; '${name}' says none.` });
        },
      }),
    },
  },
};

const ofTheMachine = Object.fromEntries(
  [
    ...[
      'process',
      'console',
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'URL',
      'fetch',
    ],
    ...[
      'Buffer',
      'require',
      '__dirname',
      'performance',
      'Request',
      'Response',
      'AbortController',
      'AbortSignal',
    ],
    ...['crypto', 'TextEncoder', 'TextDecoder', 'structuredClone', 'URLSearchParams'],
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'coverage/**', '.vscode-test/**', 'node_modules/**', 'test/fixtures/**'] },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    plugins: { house: names },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...shape],
      'max-lines': ['error', { max: 300 }],
      'house/file-name': 'error',
    },
  },
  { files: ['src/core/**/*.ts', 'src/wizard/**/*.ts', 'src/bicep/**/*.ts'], rules: noClockNoChance },
  { files: ['src/azure/**/*.ts', 'src/sandbox/**/*.ts'], rules: nothingOfTheMachine },
  { files: ['webview/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...shape, ...pageShape] } },
  {
    files: ['test/**/*.ts', '*.config.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The one rule whose program the native linter cannot build; tests would be three quarters of it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: ofTheMachine },
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    // Functions that are handed to a page and run there.
    files: ['test/bench/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['window', 'document', 'location', 'requestAnimationFrame', 'PerformanceObserver'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', exports: 'writable' } } },
);
