import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edits.js';
import type { Edit } from '../../src/core/plan.js';

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

describe('members of a list', () => {
  const list = { a: { b: ['192.0.2.0/24', '203.0.113.9'] }, c: 1 };
  const path = ['a', 'b'];

  it('are added behind what is there, none twice, and a list is made where there is none', () => {
    const add = (values: readonly string[]): Edit => ({ op: 'add', path, values });
    expect(applyEdits(list, [add(['203.0.113.9/32', '198.51.100.1', '198.51.100.1'])])).toEqual({
      a: { b: ['192.0.2.0/24', '203.0.113.9', '198.51.100.1'] },
      c: 1,
    });
    expect(applyEdits({}, [add(['x'])])).toEqual({ a: { b: ['x'] } });
    expect(applyEdits(list, [add(['192.0.2.0/24'])])).toBe(list);
  });

  it('are dropped however they are written, and never the last ones', () => {
    const drop = (values: readonly string[]): Edit => ({ op: 'drop', path, values });
    expect(applyEdits(list, [drop(['203.0.113.9/32', 'x'])])).toEqual({ a: { b: ['192.0.2.0/24'] }, c: 1 });
    expect(applyEdits(list, [drop(['203.0.113.9', '192.0.2.0/24'])])).toBe(list);
    expect(applyEdits({}, [drop(['x'])])).toEqual({});
  });
});
