import { describe, expect, it } from 'vitest';
import { pairNotSupported } from '../../../src/core/rules/pair-not-supported.js';
import { managedNatWithSubnet } from '../../../src/core/rules/managed-nat-with-subnet.js';
import { fileCluster, liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-managed-nat-with-subnet', () => {
  it('blocks on an own network', () => {
    // The declared type is not known, so the pair cannot be judged: this rule still can.
    const facts = ownNetworkCluster({ cluster: { outboundType: lost } });
    expect(verdict(managedNatWithSubnet, facts, targets.managedNat)).toBe('block');
  });

  it('says nothing where the pair is ruled out already: one finding for one cause', () => {
    const facts = ownNetworkCluster();
    expect(verdict(managedNatWithSubnet, facts, targets.managedNat)).toBe('silent');
    expect(verdict(pairNotSupported, facts, targets.managedNat)).toBe('block');
  });

  it('marks it in a file as an error, though another pool is not known', () => {
    expect(
      verdict(
        managedNatWithSubnet,
        fileCluster({
          cluster: { outboundType: 'managedNATGateway' },
          pools: [{ subnetId: lost }, { subnetId: 'nodes' }],
        }),
      ),
    ).toBe('error');
  });

  it('passes on a network made by AKS', () => {
    expect(verdict(managedNatWithSubnet, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it("takes a subnet in the node resource group for AKS's own", () => {
    expect(
      verdict(
        managedNatWithSubnet,
        liveCluster({
          pools: [{ subnetId: '/subscriptions/s/resourcegroups/mc_rg_test_westeurope/providers/x' }],
        }),
        targets.managedNat,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the pools', () => {
    expect(verdict(managedNatWithSubnet, liveCluster({ pools: lost }), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(managedNatWithSubnet)).toBe(true);
  });
});
