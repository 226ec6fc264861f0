import { describe, expect, it } from 'vitest';
import { analyze, hoverAt, references } from '../../../src/bicep/entry.js';
import type { Program } from '../../../src/bicep/syntax/node.js';
import { parse } from '../../../src/bicep/syntax/parse.js';
import { intact } from './damage.js';
import { validSnippets } from './valid-snippets.js';

/** A small generator of numbers with a fixed seed (xorshift). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const pieces = [
  ...[
    "'",
    "'''",
    '${',
    '}',
    '{',
    '[',
    ']',
    '(',
    ')',
    '\n',
    '//',
    '/*',
    '#disable-next-line a',
    ':',
    '::',
    '?',
    '.?',
  ],
  ...[
    '...',
    '=>',
    '@',
    '|',
    '=',
    'resource x ',
    'for ',
    ' in ',
    'if (',
    'existing',
    '\\',
    '\u0000',
    '\uD800',
    '😀',
  ],
  ...[
    'outboundType: ',
    'null',
    'union(',
    '[for p in ps: ',
    "json('null')",
    'param a bool\n',
    '\r',
    '\t',
    '$$',
  ],
];
const seeds = [intact, ...Object.values(validSnippets)];

function mutant(pick: (below: number) => number): string {
  let text = seeds[pick(3) === 0 ? pick(seeds.length) : 0] ?? '';
  for (let edits = 1 + pick(4); edits > 0; edits -= 1) {
    const [from, to] = [pick(text.length + 1), pick(text.length + 1)].toSorted((a, b) => a - b) as [
      number,
      number,
    ];
    const cut = pick(2) === 0 ? from : Math.min(to, from + 1 + pick(40));
    const piece = pick(3) === 0 ? text.slice(from, to).slice(0, 60) : (pieces[pick(pieces.length)] ?? '');
    text = text.slice(0, from) + piece + text.slice(cut);
  }
  return text;
}

/** Every node lies inside its parent and the file. */
function misplaced(node: unknown, start: number, end: number): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  if (Array.isArray(node))
    return node.map((item) => misplaced(item, start, end)).find((found) => found !== undefined);
  const range = node as { start?: number; end?: number };
  const [from, to] = [range.start ?? start, range.end ?? end];
  if (from < start || to > end || from > to) return node;
  return Object.values(node)
    .map((child) => misplaced(child, from, to))
    .find((found) => found !== undefined);
}

const treeOf = ({ statements }: Program): unknown => statements;

describe('mutated files', () => {
  it('are parsed and judged without a throw, with every node in its place', () => {
    const pick = chance(20261123);
    const uri = 'file:///fuzz/main.bicep';
    for (let n = 0; n < 2000; n += 1) {
      const text = mutant(pick);
      const program = parse(text);
      const wrong = misplaced(treeOf(program), 0, text.length);
      if (wrong !== undefined) expect(wrong, JSON.stringify(text)).toBeUndefined();
      const { findings } = analyze({ [uri]: text }, uri);
      for (const { span, fixes } of findings) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        for (const { edits } of fixes)
          for (const edit of edits) expect(edit.end).toBeLessThanOrEqual(text.length);
      }
      references(uri, text);
      hoverAt({ [uri]: text }, uri, pick(text.length + 1));
    }
  });
});
