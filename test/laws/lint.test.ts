import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, type House } from './house.js';
import { lintHouse, type Linted } from './lint-house.js';
import { typedPlants } from './typed-plants.js';

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

const fileOf = (rule: string): string => `src/host/typed/${rule}.ts`;

describe('lint', () => {
  let house: House;
  let linted: Linted = { seen: [], refused: [] };

  beforeAll(async () => {
    const texts = Object.entries(planted).map(([file, [text]]) => [file, text] as const);
    const typed = Object.entries(typedPlants).map(([rule, text]) => [fileOf(rule), text] as const);
    house = buildHouse({ ...lawful, ...Object.fromEntries([...texts, ...typed]) });
    linted = await lintHouse(house);
  }, 60_000);

  afterAll(() => house.dispose());

  const refusals = (file: string): readonly string[] =>
    linted.refused
      .filter((refusal) => refusal.file === file)
      .map(({ rule, message }) => `${rule} ${message}`);

  it.each(Object.entries(planted))('refuses %s', (file, [, refusal]) => {
    expect(refusals(file).join('\n')).toMatch(refusal);
  });

  it.each(Object.keys(typedPlants))('refuses what breaks %s', (rule) => {
    const rules = linted.refused.filter(({ file }) => file === fileOf(rule)).map((refusal) => refusal.rule);
    expect(rules).toContain(rule);
  });

  it.each(Object.keys(lawful))('leaves %s alone', (file) => {
    expect(linted.seen).toContain(file);
    expect(refusals(file)).toEqual([]);
  });
});
