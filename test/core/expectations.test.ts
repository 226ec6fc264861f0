import { describe, expect, it } from 'vitest';
import { isTargetThere, unmet } from '../../src/core/expectations.js';
import type { Expectation } from '../../src/core/plan.js';

const path = ['properties', 'x'];
const body = (x?: unknown) => ({ properties: x === undefined ? {} : { x } }) as never;
const isMet = (expectation: Expectation, x?: unknown) => unmet(body(x), [expectation]).length === 0;

describe('what must hold of a body', () => {
  it('compares values exactly, resource ids in any case of letters', () => {
    expect(isMet({ kind: 'equals', path, value: 'none' }, 'none')).toBe(true);
    expect(isMet({ kind: 'equals', path, value: 'none' }, 'None')).toBe(false);
    expect(
      isMet({ kind: 'equals', path, value: [{ id: '/subscriptions/S/x' }] }, [{ id: '/subscriptions/s/X' }]),
    ).toBe(true);
    expect(isMet({ kind: 'equals', path, value: 1 })).toBe(false);
  });

  it('finds an address where Azure keeps it as a range', () => {
    expect(isMet({ kind: 'includesAll', path, values: ['203.0.113.1'] }, ['203.0.113.1/32'])).toBe(true);
    expect(
      isMet({ kind: 'includesAll', path, values: ['203.0.113.1', '203.0.113.2'] }, ['203.0.113.1/32']),
    ).toBe(false);
    expect(isMet({ kind: 'excludesAll', path, values: ['203.0.113.1/32'] }, ['203.0.113.1'])).toBe(false);
  });

  it('takes a missing list for one that excludes everything', () => {
    expect(isMet({ kind: 'excludesAll', path, values: ['a'] })).toBe(true);
    expect(isMet({ kind: 'includesAll', path, values: ['a'] })).toBe(false);
  });

  it.each([[undefined], [null], [''], [[]], [{}]])('takes %j for empty', (x) => {
    expect(isMet({ kind: 'notEmpty', path }, x)).toBe(false);
  });

  it('takes null for gone, and an empty object for there', () => {
    expect(isMet({ kind: 'gone', path }, null)).toBe(true);
    expect(isMet({ kind: 'gone', path }, {})).toBe(false);
  });

  it('knows a change that Azure has taken and is still carrying out', () => {
    const expectations: readonly Expectation[] = [
      { kind: 'equals', path, value: 'managedNATGateway' },
      { kind: 'notEmpty', path: ['properties', 'addresses'] },
    ];
    expect(isTargetThere(body('managedNATGateway'), expectations)).toBe(true);
    expect(unmet(body('managedNATGateway'), expectations)).toHaveLength(1);
    expect(isTargetThere(body('loadBalancer'), expectations)).toBe(false);
  });
});
