import { describe, expect, it } from 'vitest';
import type { Expression, Program, Statement } from '../../../src/bicep/syntax/node.js';
import { parse } from '../../../src/bicep/syntax/parse.js';
import { validSnippets } from './valid-snippets.js';

const valueOf = (text: string): Expression => {
  const [statement] = parse(`var x = ${text}`).statements;
  if (statement?.kind !== 'var') throw new Error('no variable');
  return statement.value;
};

/** An expression with its parentheses written out. */
function shape(node: Expression): string {
  switch (node.kind) {
    case 'binary':
      return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`;
    case 'ternary':
      return `(${shape(node.condition)} ? ${shape(node.whenTrue)} : ${shape(node.whenFalse)})`;
    case 'unary':
      return `${node.operator}${shape(node.of)}`;
    case 'reference':
      return node.name;
    case 'literal':
      return String(node.value);
    case 'member':
      return `${shape(node.of)}${node.access === 'nested' ? '::' : node.isSafe ? '.?' : '.'}${node.name.name}`;
    case 'index':
      return `${shape(node.of)}[${node.isSafe ? '?' : ''}${node.isFromEnd ? '^' : ''}${shape(node.index)}]`;
    case 'call':
      return `${node.of === undefined ? '' : `${shape(node.of)}.`}${node.name.name}(${node.args.map(shape).join(', ')})`;
    case 'lambda':
      return `(${node.names.map(({ name }) => name).join(', ')}) => ${shape(node.body)}`;
    default:
      return node.kind;
  }
}

const kinds = ({ statements }: Program): readonly Statement['kind'][] => statements.map(({ kind }) => kind);

describe('parsing', () => {
  it.each(Object.entries(validSnippets))('takes %s', (_, text) => {
    const { problems, statements } = parse(text);
    expect(problems).toEqual([]);
    expect(statements.map(({ kind }) => kind)).not.toContain('skip');
  });

  it.each([
    ['a || b && c', '(a || (b && c))'],
    ['a ?? b || c', '(a ?? (b || c))'],
    ['a == b + c * -d', '(a == (b + (c * -d)))'],
    ['a - b - c', '((a - b) - c)'],
    ['!a.b::c[0]', '!a.b::c[0]'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a.?b[?0][^1]', 'a.?b[?0][^1]'],
    ['az.f(a, b => c)', 'az.f(a, (b) => c)'],
    ['map(a, (b, c) => b + c)', 'map(a, (b, c) => (b + c))'],
  ])('reads %s as the compiler does', (text, expected) => {
    expect(shape(valueOf(text))).toBe(expected);
  });

  it('resolves escapes, and leaves long strings as they are', () => {
    const texts = (text: string) => {
      const node = valueOf(text);
      return node.kind === 'string' ? node.texts : [];
    };
    expect(texts(String.raw`'it\'s \u{41}\n${'$'}{a}!'`)).toEqual(["it's A\n", '!']);
    expect(texts("'''\nraw \\n '' ${no}'''")).toEqual(["raw \\n '' ${no}"]);
    expect(texts("''''quoted''''")).toEqual(["'quoted'"]);
    expect(texts("$$'''${no} $${yes}'''")).toEqual(['${no} ', '']);
  });

  it('keeps keys and values apart, to the character', () => {
    const text = "resource a 'T@1' = {\n  'key': value // no\n}\n";
    const [resource] = parse(text).statements;
    if (resource?.kind !== 'resource' || resource.value.kind !== 'object') throw new Error('no resource');
    const [property] = resource.value.members;
    if (property?.kind !== 'property') throw new Error('no property');
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect([slice(property.key), slice(property.value), slice(property), slice(resource.name)]).toEqual([
      "'key'",
      'value',
      "'key': value",
      'a',
    ]);
  });

  it('keeps comments and pragmas beside the tree', () => {
    const { comments, pragmas } = parse('#disable-next-line a-b BCP001 // why\nvar x = 1 /* y */\n');
    expect(comments).toHaveLength(2);
    expect(pragmas).toMatchObject([{ name: 'disable-next-line', codes: ['a-b', 'BCP001'] }]);
  });

  it('takes a pragma only where nothing but blanks stands before it', () => {
    const { pragmas, problems } = parse('var x = 1 #disable-next-line a\n');
    expect(pragmas).toEqual([]);
    expect(problems).not.toEqual([]);
  });

  it('knows a nested resource from a key called resource', () => {
    const { statements } = parse("resource a 'T@1' = {\n  resource: 1\n  resource b 'c' = {}\n}");
    const [resource] = statements;
    const members =
      resource?.kind === 'resource' && resource.value.kind === 'object' ? resource.value.members : [];
    expect(members.map(({ kind }) => kind)).toEqual(['property', 'resource']);
  });

  it.each([
    'param a string {\n  default: 1\n}',
    'var x = 1 var y = 2',
    "var x = 'open",
    'var o = {\n  a 1\n}',
    'var o = { a: 1 b: 2 }',
    'hello world',
    'var x = #',
    'param\tname\u00a0string',
  ])('notes what is wrong with %j', (text) => {
    expect(parse(text).problems).not.toEqual([]);
  });

  it('keeps the declarations around one that it does not understand', () => {
    expect(kinds(parse('var a = 1\n{{ .x }}\nvar b = 2\n'))).toEqual(['var', 'skip', 'var']);
  });
});
