import { describe, expect, it } from 'vitest';
import { availabilitySetPool } from '../../../src/core/rules/availability-set-pool.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-availability-set-pool', () => {
  it('blocks an availability set', () => {
    expect(
      verdict(
        availabilitySetPool,
        liveCluster({ pools: [{}, { type: 'AvailabilitySet' }] }),
        targets.managedNat,
      ),
    ).toBe('block');
  });

  it('marks it in a file as an error, though another pool is not known', () => {
    expect(
      verdict(availabilitySetPool, fileCluster({ pools: [{ type: lost }, { type: 'AvailabilitySet' }] })),
    ).toBe('error');
  });

  it('passes scale sets', () => {
    expect(verdict(availabilitySetPool, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it("cannot tell without a pool's type", () => {
    expect(verdict(availabilitySetPool, liveCluster({ pools: [{ type: lost }] }), targets.managedNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(availabilitySetPool)).toBe(true);
  });
});
