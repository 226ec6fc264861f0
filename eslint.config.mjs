import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const noClockNoChance = {
  'no-restricted-globals': ['error', { name: 'Date', message: 'Pure rooms have no clock: take the time as an argument.' }],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Pure rooms have no chance: take it as an argument.' }],
};

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'coverage/**', '.vscode-test/**', 'node_modules/**', 'test/fixtures/**'] },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'No enums: a union of string literals says the same.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'No namespaces: a file is one.' },
        { selector: 'ExportDefaultDeclaration', message: 'No default exports: a name is found by search.' },
        { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No module-level let: state has an owner that is born and disposed.' },
      ],
      'max-lines': ['error', { max: 300 }],
    },
  },
  { files: ['src/core/**/*.ts', 'src/wizard/**/*.ts', 'src/bicep/**/*.ts'], rules: noClockNoChance },
  { files: ['test/**/*.ts', 'vitest.config.ts', 'playwright.config.ts'], rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.mjs', '**/*.cjs'], extends: [js.configs.recommended], languageOptions: { globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', URL: 'readonly', fetch: 'readonly', Buffer: 'readonly', module: 'writable', require: 'readonly', __dirname: 'readonly', performance: 'readonly', Response: 'readonly', Request: 'readonly', AbortController: 'readonly' } } },
);
