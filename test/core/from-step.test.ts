import { describe, expect, it } from 'vitest';
import { fromStep, referencesIn, resolved } from '../../src/core/from-step.js';
import type { Json } from '../../src/core/json.js';

const reference = { $from: { stepId: 'create-address', path: ['properties', 'ipAddress'] } };
const find = ({ stepId }: { stepId: string }): Json | undefined =>
  stepId === 'create-address' ? '203.0.113.9' : undefined;

describe('a value that an earlier step makes known', () => {
  it('stands anywhere inside a value, and is put in place there', () => {
    expect(resolved(['192.0.2.0/24', reference, { deep: [reference] }], find)).toEqual([
      '192.0.2.0/24',
      '203.0.113.9',
      { deep: ['203.0.113.9'] },
    ]);
    expect(referencesIn([{ deep: reference }, reference])).toHaveLength(2);
  });

  it('that nobody can find leaves the whole value undefined, never half of it', () => {
    expect(resolved(['a', { $from: { stepId: 'other', path: [] } }], find)).toBeUndefined();
  });

  it.each<readonly [string, Json]>([
    ['an ordinary object', { a: 1 }],
    ['a key beside it', { ...reference, a: 1 }],
    ['a path that is none', { $from: { stepId: 's', path: 'properties' } }],
    ['keys that are none', { $from: { stepId: 's', path: [true] } }],
    ['no step', { $from: { path: [] } }],
  ])('is not read into %s', (_what, value) => {
    expect(fromStep(value)).toBeUndefined();
    expect(resolved(value, find)).toEqual(value);
  });
});
