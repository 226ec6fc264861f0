import { describe, expect, it } from 'vitest';
import { releasedBy } from '../../src/core/released.js';
import { liveCluster, withGateway } from './cluster.js';
import { targets } from './rules/verdict.js';

describe('the addresses that a change gives back', () => {
  it("are AKS's own of today", () => {
    expect(releasedBy(liveCluster(), targets.managedNat)).toEqual(['203.0.113.17']);
  });

  it('are those that AKS still holds, although a gateway has taken the traffic', () => {
    expect(releasedBy(withGateway(), targets.userNat)).toEqual(['203.0.113.17']);
  });

  it("are never the customer's", () => {
    const theirs = liveCluster({ addresses: { 'ip-1': { address: '203.0.113.17', owner: 'customer' } } });
    expect(releasedBy(theirs, targets.managedNat)).toEqual([]);
    const nobody = liveCluster({ addresses: { 'ip-1': { address: '203.0.113.17' } } });
    expect(releasedBy(nobody, targets.managedNat)).toEqual([]);
  });

  it('are none where the type stays, whatever way the packets take', () => {
    expect(releasedBy(liveCluster(), { outboundType: 'loadBalancer', managedOutboundIPCount: 2 })).toEqual(
      [],
    );
    expect(releasedBy(withGateway(), { outboundType: 'loadBalancer', idleTimeoutInMinutes: 10 })).toEqual([]);
  });

  it('are those that own addresses of the same load balancer take the place of', () => {
    expect(
      releasedBy(
        liveCluster({
          addresses: {
            'ip-1': { address: '203.0.113.17', owner: 'AKS' },
            mine: { address: '198.51.100.9', owner: 'customer' },
          },
        }),
        { outboundType: 'loadBalancer', outboundIPIds: ['MINE'] },
      ),
    ).toEqual(['203.0.113.17']);
    expect(releasedBy(withGateway(), { outboundType: 'loadBalancer', outboundIPIds: ['ip-1'] })).toEqual([]);
  });
});
