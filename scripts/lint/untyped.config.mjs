// ESLint's share of the lint: eslint.config.mjs without the rules that need types, so that it builds no program. Those
// are carried out by the native linter (.oxlintrc.json) and by class-instances.mjs; test/laws/lint-shares.test.ts holds
// the three to the whole.
import tseslint from 'typescript-eslint';
import whole from '../../eslint.config.mjs';

const typed = Object.entries(tseslint.plugin.rules)
  .filter(([, { meta }]) => meta.docs.requiresTypeChecking)
  .map(([name]) => [`@typescript-eslint/${name}`, 'off']);

export default [
  ...whole,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: Object.fromEntries(typed),
  },
];
