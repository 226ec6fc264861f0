import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/core/fact.js';
import { nodeCountsOf } from '../../src/core/node-counts.js';
import { liveCluster, lost } from './cluster.js';

describe('the nodes that share the ports', () => {
  it('are the maximum of autoscaled pools, the count of the others, and the surge of all', () => {
    const pools = [
      { count: 3 },
      { count: 14, enableAutoScaling: true, maxCount: 30, maxSurge: '33%' },
      { count: 8, enableAutoScaling: true, maxCount: 20, maxSurge: '0' },
    ];
    expect(valueOf(nodeCountsOf(liveCluster({ pools })))).toEqual({ now: 25, most: 53, surge: 11 });
  });

  it('ignore a maximum where the autoscaler is off', () => {
    expect(valueOf(nodeCountsOf(liveCluster({ pools: [{ count: 2, maxCount: 50 }] })))).toMatchObject({
      most: 2,
    });
  });

  it('have no known end when one pool is not known or nodes are provisioned automatically', () => {
    expect(nodeCountsOf(liveCluster({ pools: [{ count: 2 }, { count: lost }] })).kind).toBe('unknown');
    expect(nodeCountsOf(liveCluster({ cluster: { nodeProvisioningMode: 'Auto' } })).kind).toBe('unknown');
  });
});
