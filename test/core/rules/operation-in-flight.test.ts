import { describe, expect, it } from 'vitest';
import { operationInFlight } from '../../../src/core/rules/operation-in-flight.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-operation-in-flight', () => {
  it('blocks while the cluster is updating', () => {
    expect(
      verdict(
        operationInFlight,
        liveCluster({ cluster: { provisioningState: 'Updating' } }),
        targets.managedNat,
      ),
    ).toBe('block');
  });

  it('blocks while a pool is scaling, though the cluster could not be read', () => {
    expect(
      verdict(
        operationInFlight,
        liveCluster({ cluster: { provisioningState: lost }, pools: [{ provisioningState: 'Scaling' }] }),
        targets.managedNat,
      ),
    ).toBe('block');
  });

  it('passes after every end', () => {
    expect(
      verdict(
        operationInFlight,
        liveCluster({ cluster: { provisioningState: 'Failed' } }),
        targets.managedNat,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the state of a pool', () => {
    expect(
      verdict(operationInFlight, liveCluster({ pools: [{ provisioningState: lost }] }), targets.managedNat),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(operationInFlight)).toBe(true);
  });
});
