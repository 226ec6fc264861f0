import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import { newAddressesOf } from '../../src/core/new-addresses.js';
import type { Target } from '../../src/core/target.js';
import { liveCluster, lost, ownNetworkCluster, withGateway, withRoute } from './cluster.js';
import { targets } from './rules/verdict.js';

const after = (facts: ClusterFacts, target: Target) => valueOf(newAddressesOf(facts, target));

describe('the addresses after a change', () => {
  it("are known of a gateway of the customer's and of addresses that were brought", () => {
    expect(after(withGateway(), targets.userNat)).toEqual({ kind: 'known', addresses: ['198.51.100.4'] });
    expect(after(withGateway(), { outboundType: 'loadBalancer', outboundIPIds: ['IP-NAT'] })).toEqual({
      kind: 'known',
      addresses: ['198.51.100.4'],
    });
  });

  it('are drawn by AKS for its own gateway and its own load balancer', () => {
    expect(after(liveCluster(), targets.managedNat)).toEqual({ kind: 'drawnByAzure' });
    expect(
      after(withGateway({ cluster: { outboundType: 'userAssignedNATGateway' } }), targets.loadBalancer),
    ).toEqual({ kind: 'drawnByAzure' });
    expect(after(liveCluster(), { outboundType: 'loadBalancer', managedOutboundIPCount: 2 })).toEqual({
      kind: 'drawnByAzure',
    });
  });

  it('stay while only ports or the timeout change', () => {
    expect(after(liveCluster(), { outboundType: 'loadBalancer', idleTimeoutInMinutes: 10 })).toEqual({
      kind: 'known',
      addresses: ['203.0.113.17'],
    });
  });

  it('stay where options of a load balancer change that a gateway takes the traffic from', () => {
    expect(after(withGateway(), { outboundType: 'loadBalancer', managedOutboundIPCount: 2 })).toEqual({
      kind: 'known',
      addresses: ['198.51.100.4'],
    });
  });

  it('stay where the count is the one there is, whatever IPv6 addresses stand beside', () => {
    const dual = liveCluster({
      balancer: { managedOutboundIPCount: 1, effectiveOutboundIPIds: ['ip-1', 'ip-6'] },
      addresses: { 'ip-1': { address: '203.0.113.17' }, 'ip-6': { address: '2001:db8::1' } },
    });
    expect(after(dual, { outboundType: 'loadBalancer', managedOutboundIPCount: 1 })).toEqual({
      kind: 'known',
      addresses: ['203.0.113.17', '2001:db8::1'],
    });
  });

  it('are those of a firewall, of which only the private one is known', () => {
    expect(after(withRoute(), targets.udr)).toEqual({ kind: 'behindAppliance', appliances: ['10.0.1.4'] });
    expect(after(ownNetworkCluster(), targets.udr)).toEqual({ kind: 'behindAppliance', appliances: [] });
  });

  it('are none without a way out', () => {
    expect(after(liveCluster(), targets.none)).toEqual({ kind: 'known', addresses: [] });
  });

  it('are not known where a gateway or its address could not be read', () => {
    expect(newAddressesOf(withGateway({ gateways: { nat: lost } }), targets.userNat).kind).toBe('unknown');
    expect(
      newAddressesOf(withGateway({ addresses: { 'ip-nat': { address: lost } } }), targets.userNat).kind,
    ).toBe('unknown');
  });
});
