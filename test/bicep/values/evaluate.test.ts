import { describe, expect, it } from 'vitest';
import { evaluated, reasonOf, shown, valueIn } from './evaluated.js';

const head = `param needed string
param given string = 'given'
param empties string = ''
param flag bool
param settings object = {
  kind: 'none'
  placeholder: ''
}
var known = { a: 1, b: { c: 2 } }
resource vnet 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: 'v'
  resource nodes 'subnets' = { name: 'nodes' }
}
`;

describe('values', () => {
  it.each([
    ["'a${1 + 2}'", '"a3"'],
    ['1 + 2 * 3 - -4', '11'],
    ['7 / 2', '3'],
    ["'A' =~ 'a'", 'true'],
    ["'A' == 'a'", 'false'],
    ['null ?? 1', '1'],
    ['!(1 > 2) && true', 'true'],
    ['true ? 1 : needed', '1'],
    ["known['b'].c", '2'],
    ['known.?z', 'null'],
    ['known.z', '?'],
    ['[1, 2, 3][^1]', '3'],
    ['{ a: 1, ...known }', '{a:1,b:{c:2}}'],
    ["{ 'k${1}': 1 }", '{k1:1}'],
    ['[for (n, i) in [5, 6]: n * 10 + i]', '[50,61]'],
    ['[for n in range(1, 3): if (n != 2) { n: n }]', '[{n:1},{n:3}]'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluated(expression, head)).toBe(expected);
  });

  it.each([
    ['union(known, { b: { d: 3 } })', '{a:1,b:{c:2,d:3}}'],
    ['union(null, known)', '{a:1,b:{c:2}}'],
    ['union([1], [2])', '[1,2]'],
    ['shallowMerge([known, { b: 1 }])', '{a:1,b:1}'],
    ["contains(known, 'A')", 'true'],
    ["contains(['a'], 'b')", 'false'],
    ["contains('abc', 'b')", 'true'],
    ["empty('')", 'true'],
    ['empty({})', 'true'],
    ['empty(null)', 'true'],
    ['coalesce(null, 1)', '1'],
    ["json('null')", 'null'],
    ['json(\'{"a":[1]}\')', '{a:[1]}'],
    ["json('{')", '?'],
    ['length([1, 2])', '2'],
    ['first([1, 2])', '1'],
    ['last([1, 2])', '2'],
    ["concat('a', 'b')", '"ab"'],
    ['concat([1], [2])', '[1,2]'],
    ['flatten([[1], [2]])', '[1,2]'],
    ["tryGet(known, 'z')", 'null'],
    ["toLower('A')", '"a"'],
    ["int('12')", '12'],
    ["bool('true')", 'true'],
    ["startsWith('Abc', 'ab')", 'true'],
    ['any(known).a', '1'],
    ['map([1, 2], n => n + 1)', '[2,3]'],
    ['filter([1, 2], n => n > 1)', '[2]'],
    ['items({ b: 1, a: 2 })', '[{key:"a",value:2},{key:"b",value:1}]'],
    ["createObject('a', 1)", '{a:1}'],
    ['range(3, 2)', '[3,4]'],
  ])('the function in %s gives %s', (expression, expected) => {
    expect(evaluated(expression, head)).toBe(expected);
  });

  it.each([
    ['needed', '?'],
    ['empties', '?'],
    ['settings.kind', '"none"'],
    ['settings.placeholder', '?'],
    ['given', '"given"'],
    ['resourceGroup().location', '?'],
    ["'${needed}-x'", '!'],
    ["'${needed}'", '?'],
    ["resourceId('a', 'b')", '!'],
    ['nowhere', '?'],
    ['union(known, { a: needed })', '{a:?,b:{c:2}}'],
    ['union(known, settings2)', '{+}'],
    ['union(settings2, { a: { b: 1 } })', '{a:{b:1+}+}'],
    ['{ a: 1, ...settings2, b: 2 }', '{b:2+}'],
    ['concat([1], list2)', '[1+]'],
    ['[for n in list2: n]', '[+]'],
    ["contains(settings2, 'a')", '?'],
    ['empty(needed)', '?'],
    ['flag ? 1 : 2', '?'],
    ['false && flag', 'false'],
    ['true || flag', 'true'],
    ['flag || true', 'true'],
    ['needed ?? 1', '?'],
  ])('what is left open in %s stays open: %s', (expression, expected) => {
    expect(evaluated(expression, `${head}param settings2 object\nparam list2 array\n`)).toBe(expected);
  });

  it.each([
    ['vnet.id', '!vnet'],
    ['vnet::nodes.id', '!vnet::nodes'],
    ['vnet.properties.subnets[0].id', '!vnet.properties.subnets[0]'],
    ["'${vnet.id}/subnets/nodes'", '!vnet/subnets/nodes'],
    ["'${vnet.id}/subnets/${vnet::nodes.name}'", '!vnet/subnets/nodes'],
    ["'${vnet.id}/subnets/${needed}'", '!'],
    ['vnet.name', '"v"'],
    ['any(vnet).properties.subnets[0].id', '!vnet.properties.subnets[0]'],
    ['empty(vnet.id)', 'false'],
    ['vnet.id == null', 'false'],
  ])('a reference stays a reference: %s is %s', (expression, expected) => {
    expect(evaluated(expression, head)).toBe(expected);
  });

  it('carries the text that decides it, through variables and conditions', () => {
    const text = "var a = 'here'\nvar b = { c: a }\nvar x = true ? b.c : 'no'\n";
    const { at } = valueIn(text);
    expect(text.slice(at.start, at.end)).toBe("'here'");
  });

  it('carries the defaults that it rests on, and no others', () => {
    const rests = (expression: string) =>
      valueIn(`${head}param other bool = true\nvar x = ${expression}\n`).defaults;
    expect(rests('given')).toEqual(['given']);
    expect(rests('settings.kind')).toEqual(['settings']);
    expect(rests("other ? 'a' : given")).toEqual(['other']);
    expect(rests('known.a')).toEqual([]);
    expect([...rests("'${given}${settings.kind}'")].toSorted()).toEqual(['given', 'settings']);
  });

  it("functions of one's own are followed", () => {
    expect(evaluated("f('a', 2)", "func f(p string, n int) string => '${p}${n}'")).toBe('"a2"');
  });

  it.each([
    ['a variable that needs itself', 'var x = x'],
    ['variables that need each other', 'var x = y\nvar y = x'],
    ['a function that calls itself', 'func f(a int) int => f(a)\nvar x = f(1)'],
    ['a function that calls itself twice', 'func f(a int) int => f(a) + f(a)\nvar x = f(1)'],
    ['a sum as long as a novel', `var x = 1${' + 1'.repeat(20_000)}`],
    ['a path as long as a novel', `var x = a${'.b'.repeat(20_000)}`],
    [
      'lists of lists of lists',
      `var a = range(0, 400)\nvar x = length(flatten(map(a, p => flatten(map(a, q => map(a, r => [p + q + r]))))))`,
    ],
  ])('%s comes to an end, unknown', (_, text) => {
    expect(shown(valueIn(text))).toBe('?');
  });

  const builtIns = [
    ...[
      'union',
      'shallowMerge',
      'createObject',
      'tryGet',
      'items',
      'first',
      'last',
      'concat',
      'flatten',
      'range',
    ],
    ...['empty', 'contains', 'coalesce', 'length', 'any', 'array', 'createArray', 'map', 'filter', 'format'],
    ...['toLower', 'toUpper', 'trim', 'string', 'int', 'bool', 'startsWith', 'endsWith', 'json'],
  ];
  const oddArguments = [
    '',
    '1',
    'null',
    'needed',
    "'a'",
    '[]',
    '{}',
    'vnet',
    '{}, 1',
    '[1], null',
    "'a', needed",
    '[], p =>',
    'x, x',
  ];

  it.each(builtIns)('%s takes odd arguments without a throw', (name) => {
    for (const args of oddArguments) expect(evaluated(`${name}(${args})`, head)).toEqual(expect.any(String));
  });

  it('says why a value is not known', () => {
    expect(reasonOf(valueIn(`${head}var x = needed\n`))).toBe('The parameter needed has no default.');
    expect(reasonOf(valueIn('var x =\n'))).toBe('This is not Bicep yet.');
  });
});
