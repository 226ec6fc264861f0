import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { root } from './house.js';
import { typedPlants } from './typed-plants.js';

/** Rule -> severity and options, as ESLint works them out for one file. */
type Rules = Readonly<Record<string, readonly [severity: number, ...options: unknown[]]>>;

const native = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as {
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, string | readonly [string, ...unknown[]]>>;
  }[];
};
/** The one rule that class-instances.mjs carries out. */
const ofClasses = '@typescript-eslint/no-unsafe-class-instance-assignment';
const errors = 2;

const linter = (overrideConfigFile?: string): ESLint =>
  new ESLint({ cwd: root, ...(overrideConfigFile === undefined ? {} : { overrideConfigFile }) });

const rulesOf = async (eslint: ESLint, file: string): Promise<Rules> => {
  const { rules = {} } = (await eslint.calculateConfigForFile(path.join(root, file))) as { rules?: Rules };
  return Object.fromEntries(Object.entries(rules).filter(([, [severity]]) => severity > 0));
};

/** What the native linter does to a file, in ESLint's words. */
const nativeRules = (file: string): Rules => {
  expect(native.overrides.map(({ files }) => files)).toEqual([['**/*.ts']]);
  if (!file.endsWith('.ts')) return {};
  return Object.fromEntries(
    native.overrides
      .flatMap(({ rules }) => Object.entries(rules))
      .map(([rule, set]) => {
        const [severity, ...options] = typeof set === 'string' ? [set] : set;
        expect([rule, severity]).toEqual([rule, 'error']);
        return [rule.replace('typescript/', '@typescript-eslint/'), [errors, ...options]];
      }),
  );
};

const whole = linter();
const untyped = linter('scripts/lint/untyped.config.mjs');
const oneOfEachKind = [
  ...[
    'src/core/plan.ts',
    'src/azure/entry.ts',
    'src/sandbox/entry.ts',
    'src/host/world.ts',
    'src/extension.ts',
  ],
  ...['webview/main.ts', 'test/laws/house.ts', 'test/webview/page.ts', 'playwright.config.ts'],
  ...[
    'scripts/sandbox/main.ts',
    'scripts/lint.mjs',
    'test/bench/sandbox-line.mjs',
    '.dependency-cruiser.cjs',
  ],
];

describe('the shares of the lint', () => {
  it.each(oneOfEachKind)('are together all that eslint.config.mjs says of %s', async (file) => {
    const asWhole = await rulesOf(whole, file);
    const ofEslint = await rulesOf(untyped, file);
    const isProduct = file.endsWith('.ts') && !/^test\/|\.config\.ts$/.test(file);
    const classes = isProduct ? { [ofClasses]: [errors] as const } : {};
    expect({ ...ofEslint, ...nativeRules(file), ...classes }).toEqual(asWhole);
  });

  it('hold every rule of strictTypeChecked, as an error', async () => {
    const strict = tseslint.configs.strictTypeChecked.flatMap(({ rules = {} }) => Object.entries(rules));
    const wanted = strict
      .filter(([, set]) => (Array.isArray(set) ? set[0] : set) === 'error')
      .map(([rule]) => rule);
    expect(wanted.length).toBeGreaterThan(60);
    const ours = await rulesOf(whole, 'src/host/world.ts');
    expect(wanted.filter((rule) => ours[rule]?.[0] !== errors)).toEqual([]);
  });

  it('plant a violation of every rule that needs types', async () => {
    const { rules } = tseslint.plugin as unknown as {
      readonly rules: Readonly<
        Record<string, { readonly meta: { readonly docs: { readonly requiresTypeChecking?: boolean } } }>
      >;
    };
    const typed = Object.keys(rules).filter((name) => rules[name]?.meta.docs.requiresTypeChecking === true);
    const ours = await rulesOf(whole, 'src/host/world.ts');
    const on = typed.filter((name) => ours[`@typescript-eslint/${name}`] !== undefined);
    expect(Object.keys(typedPlants).sort()).toEqual(on.sort());
  });

  it('see every file: each is in a TypeScript project', () => {
    const projects = ['tsconfig.json', 'webview/tsconfig.json', 'test/webview/tsconfig.json'];
    const known = projects.flatMap((project) => {
      const file = path.join(root, project);
      const read: { readonly config?: unknown } = ts.readConfigFile(file, (name) => ts.sys.readFile(name));
      return ts.parseJsonConfigFileContent(read.config, ts.sys, path.dirname(file)).fileNames;
    });
    const files = ['src', 'webview', 'test', 'scripts'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /(?<!\.d)\.ts$/.test(file))
        .map((file) => path.join(root, folder, file)),
    );
    const places = new Set(known.map((file) => path.normalize(file)));
    const fixtures = path.join(root, 'test', 'fixtures');
    expect(files.filter((file) => !places.has(file) && !file.startsWith(fixtures))).toEqual([]);
  });
});
