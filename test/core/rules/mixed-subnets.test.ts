import { describe, expect, it } from 'vitest';
import { mixedSubnets } from '../../../src/core/rules/mixed-subnets.js';
import { fileCluster, liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-mixed-subnets', () => {
  it('warns of one pool without subnet', () => {
    expect(verdict(mixedSubnets, liveCluster({ pools: [{ subnetId: 'nodes' }, {}] }), targets.userNat)).toBe(
      'warn',
    );
  });

  it('warns in a file', () => {
    expect(verdict(mixedSubnets, fileCluster({ pools: [{ subnetId: 'nodes' }, {}] }))).toBe('warning');
  });

  it('passes all with', () => {
    expect(verdict(mixedSubnets, ownNetworkCluster(), targets.userNat)).toBe('pass');
  });

  it('passes all without', () => {
    expect(verdict(mixedSubnets, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without a subnet', () => {
    expect(
      verdict(
        mixedSubnets,
        liveCluster({ pools: [{ subnetId: 'nodes' }, { subnetId: lost }] }),
        targets.userNat,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(mixedSubnets)).toBe(true);
  });
});
