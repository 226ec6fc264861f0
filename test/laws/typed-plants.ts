/** What the rules that need types refuse: rule of typescript-eslint -> a text that breaks it. */
export const typedPlants: Readonly<Record<string, string>> = {
  'await-thenable': 'export const a = async (): Promise<void> => {\n  await 1;\n};\n',
  'no-array-delete': 'export const a = (list: number[]): void => {\n  delete list[0];\n};\n',
  'no-base-to-string': 'export const a = (value: { readonly id: number }): string => value.toString();\n',
  'no-confusing-void-expression':
    'const act = (): void => undefined;\nexport const a = (): void => {\n  const got = act();\n  return got;\n};\n',
  'no-deprecated':
    '/** @deprecated */\nconst old = (): number => 1;\nexport const a = (): number => old();\n',
  'no-duplicate-type-constituents': "export type A = 'a' | 'a';\n",
  'no-floating-promises':
    'const later = async (): Promise<void> => {\n  await Promise.resolve();\n};\nexport const a = (): void => {\n  later();\n};\n',
  'no-for-in-array':
    'export const a = (list: number[]): void => {\n  for (const key in list) console.log(key);\n};\n',
  'no-generated-empty-object-type':
    'export interface Wide {\n  a: 1;\n}\nexport type A = Omit<Wide, keyof Wide>;\n',
  'no-implied-eval': "export const a = (): unknown => setTimeout('1', 1);\n",
  'no-meaningless-void-operator':
    'const act = (): void => undefined;\nexport const a = (): void => {\n  void act();\n};\n',
  'no-misused-promises':
    'export const a = (ask: () => Promise<boolean>): number => {\n  if (ask()) return 1;\n  return 2;\n};\n',
  'no-misused-spread': 'export const a = (map: Map<string, number>): object => ({ ...map });\n',
  'no-mixed-enums': "export enum A {\n  One = 1,\n  Two = 'two',\n}\n",
  'no-redundant-type-constituents': 'export type A = unknown | string;\n',
  'no-unnecessary-boolean-literal-compare':
    'export const a = (is: boolean): number => (is === true ? 1 : 2);\n',
  'no-unnecessary-condition': 'export const a = (value: { readonly id: number }): number => value?.id;\n',
  'no-unnecessary-template-expression': "export const a = (): string => `${'one'} two`;\n",
  'no-unnecessary-type-arguments':
    'const make = <T = string>(): T | undefined => undefined;\nexport const a = (): string | undefined => make<string>();\n',
  'no-unnecessary-type-assertion': 'export const a = (value: string): string => value as string;\n',
  'no-unnecessary-type-conversion': 'export const a = (value: string): string => String(value);\n',
  'no-unnecessary-type-parameters': 'export const a = <T>(value: T): void => {\n  console.log(value);\n};\n',
  'no-unsafe-argument':
    'const take = (value: string): number => value.length;\nexport const a = (): number => take(JSON.parse("1"));\n',
  'no-unsafe-assignment':
    'export const a = (): void => {\n  const value = JSON.parse("1");\n  console.log(value);\n};\n',
  'no-unsafe-call': 'export const a = (): void => {\n  JSON.parse("1")();\n};\n',
  'no-unsafe-class-instance-assignment': 'class Point {\n  x = 1;\n}\nexport const a: Point = { x: 2 };\n',
  'no-unsafe-enum-assignment':
    'enum Size {\n  Small = 1,\n  Large = 2,\n}\nexport const a = (): Size => {\n  const size: Size = 1;\n  return size;\n};\n',
  'no-unsafe-enum-comparison':
    'enum Size {\n  Small = 1,\n  Large = 2,\n}\nexport const a = (size: Size, n: number): boolean => size === n;\n',
  'no-unsafe-member-access': 'export const a = (): void => {\n  console.log(JSON.parse("1").name);\n};\n',
  'no-unsafe-return': 'export const a = (): string => JSON.parse("1");\n',
  'no-unsafe-unary-minus': 'export const a = (value: string): number => -value;\n',
  'no-useless-default-assignment':
    'export const a = (list: readonly number[]): readonly number[] => list.map((value = 0) => value);\n',
  'only-throw-error': "export const a = (): never => {\n  throw 'a';\n};\n",
  'prefer-promise-reject-errors': "export const a = (): Promise<never> => Promise.reject('a');\n",
  'prefer-reduce-type-parameter':
    'export const a = (list: readonly string[]): string[] =>\n  list.reduce((all, one) => [...all, one], [] as string[]);\n',
  'prefer-return-this-type': 'export class A {\n  chain(): A {\n    return this;\n  }\n}\n',
  'related-getter-setter-pairs':
    'export interface A {\n  get size(): string;\n  set size(value: number);\n}\n',
  'require-await': 'export const a = async (): Promise<number> => {\n  return 1;\n};\n',
  'restrict-plus-operands': "export const a = (n: number): string => n + 'a';\n",
  'restrict-template-expressions': 'export const a = (value: { readonly id: 1 }): string => `${value}`;\n',
  'return-await':
    'export const a = async (ask: () => Promise<number>): Promise<number> => {\n  try {\n    return ask();\n  } catch {\n    return 1;\n  }\n};\n',
  'switch-exhaustiveness-check':
    "export const a = (s: 'a' | 'b'): number => {\n  switch (s) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n};\n",
  'unbound-method':
    'class A {\n  x = 1;\n  ask(): number {\n    return this.x;\n  }\n}\nexport const a = new A().ask;\n',
  'use-unknown-in-catch-callback-variable':
    'export const a = (p: Promise<void>): Promise<void> =>\n  p.catch((error) => {\n    console.log(error);\n  });\n',
};
