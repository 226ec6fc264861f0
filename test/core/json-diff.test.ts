import { describe, expect, it } from 'vitest';
import { differences } from '../../src/core/json-diff.js';

describe('the difference of two bodies', () => {
  it('is nothing where they say the same', () => {
    expect(differences({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  });

  it('names each place with both values', () => {
    expect(differences({ a: { b: 1, c: 2 } }, { a: { b: 3, c: 2 } })).toEqual([
      { path: ['a', 'b'], before: 1, after: 3 },
    ]);
  });

  it('tells an added and a removed key as one place each', () => {
    expect(differences({ old: { x: 1 } }, { young: { y: 2 } })).toEqual([
      { path: ['old'], before: { x: 1 } },
      { path: ['young'], after: { y: 2 } },
    ]);
  });

  it('tells null from nothing', () => {
    expect(differences({ a: null }, {})).toEqual([{ path: ['a'], before: null }]);
  });

  it('compares pools by name, so that a new first one is one difference', () => {
    const pool = (name: string, count: number) => ({ name, count });
    expect(
      differences(
        { pools: [pool('a', 1), pool('b', 2)] },
        { pools: [pool('new', 1), pool('a', 1), pool('b', 3)] },
      ),
    ).toEqual([
      { path: ['pools', 0], after: pool('new', 1) },
      { path: ['pools', 2, 'count'], before: 2, after: 3 },
    ]);
  });

  it('compares by place where two members share a name', () => {
    expect(
      differences(
        [
          { name: 'a', x: 1 },
          { name: 'a', x: 2 },
        ],
        [
          { name: 'a', x: 1 },
          { name: 'a', x: 3 },
        ],
      ),
    ).toEqual([{ path: [1, 'x'], before: 2, after: 3 }]);
  });

  it('tells a list from an object', () => {
    expect(differences({ a: [] }, { a: {} })).toEqual([{ path: ['a'], before: [], after: {} }]);
  });
});
