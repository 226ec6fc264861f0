import { describe, expect, it } from 'vitest';
import { bareSubnets, worstOf } from '../../src/core/bare-subnets.js';
import { valueOf } from '../../src/core/fact.js';
import { liveCluster, lost, ownNetworkCluster, withGateway } from './cluster.js';

describe('subnets that lack something', () => {
  it('are named, nodes and pods apart', () => {
    const facts = ownNetworkCluster({
      pools: [{ subnetId: 'nodes', podSubnetId: 'pods' }],
      subnets: { nodes: { natGatewayId: 'nat' }, pods: {} },
    });
    expect(valueOf(bareSubnets(facts, 'natGatewayId'))).toEqual([{ name: 'pods', isForNodes: false }]);
    expect(valueOf(bareSubnets(facts, 'routeTableId'))).toHaveLength(2);
  });

  it('are none where each has it, or where AKS made the network', () => {
    expect(bareSubnets(withGateway(), 'natGatewayId').kind).toBe('absent');
    expect(bareSubnets(liveCluster(), 'natGatewayId').kind).toBe('absent');
  });

  it('are not known where one could not be read, unless another is bare', () => {
    const pools = [{ subnetId: 'nodes' }, { subnetId: 'others' }];
    const read = { natGatewayId: 'nat' };
    const hidden = ownNetworkCluster({ pools, subnets: { nodes: read, others: lost } });
    expect(bareSubnets(hidden, 'natGatewayId').kind).toBe('unknown');
    const bare = ownNetworkCluster({ pools, subnets: { nodes: {}, others: lost } });
    expect(valueOf(bareSubnets(bare, 'natGatewayId'))).toEqual([{ name: 'nodes', isForNodes: true }]);
  });

  it('of nodes weigh more than those of pods, and a shared one is named once', () => {
    const [nodes, pods] = [
      { name: 'nodes', isForNodes: true },
      { name: 'pods', isForNodes: false },
    ];
    expect(worstOf([pods, nodes, nodes])).toEqual({ names: ['nodes'], areForNodes: true });
    expect(worstOf([pods])).toEqual({ names: ['pods'], areForNodes: false });
  });
});
