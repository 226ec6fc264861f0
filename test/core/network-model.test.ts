import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/core/fact.js';
import { networkOf } from '../../src/core/network-model.js';
import { liveCluster, lost, ownNetworkCluster } from './cluster.js';

const nodeSubnet = '/subscriptions/s/resourceGroups/MC_RG_test_westeurope/providers/x/subnets/aks';

describe('the network of a cluster', () => {
  it("is the customer's as soon as one pool names a subnet, whatever else is not known", () => {
    expect(valueOf(networkOf(ownNetworkCluster()))).toBe('own');
    expect(valueOf(networkOf(liveCluster({ pools: [{ subnetId: lost }, { subnetId: 'nodes' }] })))).toBe(
      'own',
    );
  });

  it('is made by AKS when no pool does, or only one inside the node resource group', () => {
    expect(valueOf(networkOf(liveCluster()))).toBe('managed');
    expect(valueOf(networkOf(liveCluster({ pools: [{ subnetId: nodeSubnet }] })))).toBe('managed');
  });

  it('is not known without the pools, with no pool at all, or where the node resource group decides', () => {
    expect(networkOf(liveCluster({ pools: lost })).kind).toBe('unknown');
    expect(networkOf(liveCluster({ pools: [] })).kind).toBe('unknown');
    const undecided = { cluster: { nodeResourceGroup: lost }, pools: [{ subnetId: nodeSubnet }] };
    expect(networkOf(liveCluster(undecided)).kind).toBe('unknown');
  });
});
