import { describe, expect, it } from 'vitest';
import { notSucceeded } from '../../../src/core/rules/not-succeeded.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-not-succeeded', () => {
  it('warns of a failed cluster', () => {
    expect(
      verdict(notSucceeded, liveCluster({ cluster: { provisioningState: 'Failed' } }), targets.managedNat),
    ).toBe('warn');
  });

  it('warns of a pool whose operation was canceled', () => {
    expect(
      verdict(notSucceeded, liveCluster({ pools: [{ provisioningState: 'Canceled' }] }), targets.managedNat),
    ).toBe('warn');
  });

  it('passes a cluster in order', () => {
    expect(verdict(notSucceeded, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without the state', () => {
    expect(
      verdict(notSucceeded, liveCluster({ cluster: { provisioningState: lost } }), targets.managedNat),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(notSucceeded)).toBe(true);
  });
});
