import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, root, type House } from './house.js';

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** What lint refuses: file -> text, and words of the refusal. */
const planted: Readonly<Record<string, readonly [text: string, refusal: RegExp]>> = {
  'src/core/clock.ts': ['export const now = (): number => Date.now();\n', /no clock/],
  'src/wizard/clock.ts': ['export const now = (): Date => new Date();\n', /no clock/],
  'src/bicep/chance.ts': ['export const dice = (): number => Math.random();\n', /no chance/],
  'src/core/enum.ts': ["export enum Color {\n  Red = 'red',\n}\n", /No enums/],
  'src/core/default.ts': ['export default 1;\n', /No default exports/],
  'src/core/namespace.ts': ['export namespace N {\n  export const a = 1;\n}\n', /[Nn]amespace/],
  'src/host/state.ts': ['let count = 0;\nexport const next = (): number => ++count;\n', /module-level let/],
  'src/host/exported-state.ts': ['export let count = 0;\ncount = 1;\n', /module-level let/],
  'src/host/any.ts': ['export const loose = (value: any): number => (value ? 1 : 0);\n', /any/],
  'src/host/long.ts': [
    'export const line = 1;\n'.replace('line', 'first') + '//\n'.repeat(300),
    /too many lines/,
  ],
  'src/azure/ambient.ts': ['export const home = (): string | undefined => process.env.HOME;\n', /port/],
  'src/sandbox/timer.ts': ['export const wait = (): unknown => setTimeout(() => undefined, 1);\n', /clock/],
  'src/host/inheritance.ts': ['class A {\n  a = 1;\n}\nexport class B extends A {}\n', /inherit/],
  'src/host/forgotten.ts': [
    'const later = async (): Promise<void> => {};\nexport const go = (): void => {\n  later();\n};\n',
    /[Pp]romise/,
  ],
  'src/host/exhaustive.ts': [
    "export const size = (s: 'a' | 'b'): number => {\n  switch (s) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n};\n",
    /exhaustive/,
  ],
  'src/core/utils.ts': ['export const helper = 1;\n', /file name/],
  'src/core/message/index.ts': ["export * from '../fine.js';\n", /barrel/],
  'webview/style.ts': [
    'export const box = html`<div style="color: red"></div>`;\ndeclare const html: (s: TemplateStringsArray) => string;\n',
    /style/,
  ],
};

const lawful = {
  'src/core/fine.ts': 'export const fine = (nowInMs: number): number => Math.max(nowInMs, 0);\n',
  'src/azure/fine.ts': 'export const at = (): number => Date.now();\n',
};

describe('lint', () => {
  let house: House;
  let results: readonly LintResult[] = [];

  beforeAll(() => {
    const texts = Object.fromEntries(Object.entries(planted).map(([file, [text]]) => [file, text]));
    house = buildHouse({ ...lawful, ...texts });
    const cli = path.join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');
    const { stdout, stderr } = spawnSync(process.execPath, [cli, 'src', 'webview', '--format', 'json'], {
      cwd: house.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!stdout.startsWith('[')) throw new Error(`ESLint said nothing: ${stderr}`);
    results = JSON.parse(stdout) as readonly LintResult[];
  }, 60_000);

  afterAll(() => house.dispose());

  const refusals = (file: string): readonly string[] =>
    results
      .filter(({ filePath }) => filePath.endsWith(path.join(path.sep, file)))
      .flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId ?? ''} ${message}`));

  it.each(Object.entries(planted))('refuses %s', (file, [, refusal]) => {
    expect(refusals(file).join('\n')).toMatch(refusal);
  });

  it.each(Object.keys(lawful))('leaves %s alone', (file) => {
    expect(results.some(({ filePath }) => filePath.endsWith(file))).toBe(true);
    expect(refusals(file)).toEqual([]);
  });
});
