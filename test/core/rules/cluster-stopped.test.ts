import { describe, expect, it } from 'vitest';
import { clusterStopped } from '../../../src/core/rules/cluster-stopped.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-cluster-stopped', () => {
  it('blocks a stopped cluster', () => {
    expect(
      verdict(clusterStopped, liveCluster({ cluster: { powerState: 'Stopped' } }), targets.managedNat),
    ).toBe('block');
  });

  it('warns of a stopped pool', () => {
    expect(
      verdict(clusterStopped, liveCluster({ pools: [{}, { powerState: 'Stopped' }] }), targets.managedNat),
    ).toBe('warn');
  });

  it('passes a running cluster', () => {
    expect(verdict(clusterStopped, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without the power state', () => {
    expect(verdict(clusterStopped, liveCluster({ cluster: { powerState: lost } }), targets.managedNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(clusterStopped)).toBe(true);
  });
});
