import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/bicep/syntax/parse.js';

const repeated: Readonly<Record<string, (count: number) => string>> = {
  'open brackets': (count) => `var x = ${'['.repeat(count)}`,
  'open braces': (count) => `var x = ${'{'.repeat(count)}`,
  'open braces on lines': (count) => `var x = ${'{\n a: '.repeat(count)}`,
  'open parentheses': (count) => `var x = ${'('.repeat(count)}`,
  'open calls': (count) => `var x = ${'f('.repeat(count)}`,
  'open parentheses with names': (count) => `var x = ${'(a,'.repeat(count)}`,
  'open strings': (count) => `var x = ${"'${".repeat(count)}`,
  dollars: (count) => `var x = ${'$'.repeat(count)}`,
  hashes: (count) => '#'.repeat(count),
  quotes: (count) => `var x = ${"'".repeat(count)}`,
  nots: (count) => `var x = ${'!'.repeat(count)}a`,
  'a long sum': (count) => `var x = a${' + a'.repeat(count)}`,
  'a long ternary': (count) => `var x = a${'\n ? b : c'.repeat(count)}`,
  'a ternary in ternaries': (count) => `var x = ${'a ? '.repeat(count)}b`,
  'a long path': (count) => `var x = a${'.b'.repeat(count)}`,
  'nested types': (count) => `type x = ${'{ a: '.repeat(count)}`,
  'a long union': (count) => `type x = 'a'${"\n| 'b'".repeat(count)}`,
  'open type arguments': (count) => `type x = ${'a<'.repeat(count)}`,
  decorators: (count) => '@a\n'.repeat(count),
  'blank lines': (count) => `var x = a${'\n \n'.repeat(count)}? b`,
  closers: (count) => '}])'.repeat(count),
  'open comments': (count) => '/*'.repeat(count),
  'lambdas in lambdas': (count) => `var x = ${'a => '.repeat(count)}b`,
  'lists of names': (count) => `var x = (${'a, '.repeat(count)}`,
  'keys without values': (count) => `var x = {\n${'a:\n'.repeat(count)}}`,
  'half declarations': (count) => 'resource a\n'.repeat(count),
};

describe('the effort of parsing', () => {
  it.each(Object.entries(repeated))('grows with the length and no faster: %s', (_, text) => {
    const [short, long] = [1000, 10_000].map((count) => parse(text(count)).steps);
    expect(long).toBeLessThan(12 * (short ?? 0) + 2000);
  });

  it.each(Object.entries(repeated))('fifty thousand of it end in a tree: %s', (_, text) => {
    expect(parse(text(50_000)).end).toBe(text(50_000).length);
  });
});
