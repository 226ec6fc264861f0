import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edits.js';

describe('edits of a body', () => {
  it('set a value and leave the rest and the given body alone', () => {
    const body = { a: { b: 1, c: 2 }, d: 3 };
    expect(applyEdits(body, [{ op: 'set', path: ['a', 'b'], value: 9 }])).toEqual({
      a: { b: 9, c: 2 },
      d: 3,
    });
    expect(body).toEqual({ a: { b: 1, c: 2 }, d: 3 });
  });

  it('make the objects on the way, in the place of null or a list too', () => {
    expect(applyEdits({ a: null }, [{ op: 'set', path: ['a', 'b', 'c'], value: 1 }])).toEqual({
      a: { b: { c: 1 } },
    });
    expect(applyEdits({ a: [1] }, [{ op: 'set', path: ['a', 'b'], value: 1 }])).toEqual({ a: { b: 1 } });
  });

  it('remove a key, and nothing where it is not', () => {
    expect(applyEdits({ a: { b: 1 } }, [{ op: 'remove', path: ['a', 'b'] }])).toEqual({ a: {} });
    expect(applyEdits({ a: 1 }, [{ op: 'remove', path: ['a', 'b', 'c'] }])).toEqual({ a: 1 });
  });

  it('are applied in order', () => {
    expect(
      applyEdits({ a: { old: 1 } }, [
        { op: 'remove', path: ['a'] },
        { op: 'set', path: ['a', 'young'], value: 2 },
      ]),
    ).toEqual({ a: { young: 2 } });
  });

  it('never reach the prototype', () => {
    applyEdits({}, [{ op: 'set', path: ['__proto__', 'polluted'], value: true }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
