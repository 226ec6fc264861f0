import { describe, expect, it } from 'vitest';
import { egressAddressesOf } from '../../src/core/egress-addresses.js';
import { actualPathOf } from '../../src/core/actual-path.js';
import { valueOf } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import { liveCluster, lost, ownNetworkCluster, withGateway, withRoute } from './cluster.js';

/** How the first pool leaves: kind, by what, and from where. */
const path = (facts: ClusterFacts) => {
  const [pool] = valueOf(facts.pools) ?? [];
  const fact = actualPathOf(facts, pool!);
  if (fact.kind !== 'known') return fact.kind;
  const { kind, via, addresses } = fact.value;
  return [kind, via, addresses.kind === 'known' ? addresses.value.join(' ') : addresses.kind].join(' | ');
};
const both = {
  subnets: { nodes: { routeTableId: 'table', natGatewayId: 'nat' } },
  gateways: { nat: { addressIds: ['ip-1'] } },
};

describe('the actual path of a pool', () => {
  it('is a route to an appliance before anything else; its public address is not known', () => {
    expect(path(withRoute(both))).toBe('appliance | 10.0.1.4 | unknown');
  });

  it('is a NAT gateway before the load balancer that is declared', () => {
    expect(path(withGateway())).toBe('natGateway | nat | 198.51.100.4');
  });

  it("is a NAT gateway before a node's own address", () => {
    expect(path(withGateway({ pools: [{ subnetId: 'nodes', enableNodePublicIP: true }] }))).toContain(
      'natGateway',
    );
    const managed = { cluster: { outboundType: 'managedNATGateway' }, pools: [{ enableNodePublicIP: true }] };
    expect(path(liveCluster(managed))).toBe('natGateway |  | 203.0.113.17');
  });

  it("is a node's own address before the load balancer", () => {
    expect(path(liveCluster({ pools: [{ enableNodePublicIP: true }] }))).toBe('nodePublicIP |  | unknown');
  });

  it("is the load balancer's rule at last", () => {
    expect(path(liveCluster())).toBe('loadBalancer |  | 203.0.113.17');
    const prefix = { outboundIPPrefixIds: ['prefix'], effectiveOutboundIPIds: [] };
    expect(
      path(liveCluster({ balancer: prefix, addresses: { prefix: { address: '192.0.2.0/30' } } })),
    ).toContain('192.0.2.0/30');
  });

  it('is not changed by a route to the internet or a table without default route', () => {
    const table = (nextHopType: string) => ({ table: [{ addressPrefix: '0.0.0.0/0', nextHopType }] });
    expect(path(withRoute({ ...both, tables: table('Internet') }))).toContain('natGateway');
    expect(path(withRoute({ ...both, tables: { table: [] } }))).toContain('natGateway');
    expect(path(withRoute({ ...both, tables: table('None') }))).toContain('none');
  });

  it('is none where the declared gateway is not attached, and where outbound is blocked', () => {
    expect(path(ownNetworkCluster({ cluster: { outboundType: 'userAssignedNATGateway' } }))).toContain(
      'none',
    );
    expect(
      path(liveCluster({ cluster: { outboundType: 'block' }, pools: [{ enableNodePublicIP: true }] })),
    ).toContain('none');
  });

  it('is not known where the subnet could not be read, or was never read', () => {
    expect(path(ownNetworkCluster({ subnets: { nodes: lost } }))).toBe('unknown');
    expect(path(ownNetworkCluster({ subnets: { nodes: { natGatewayId: 'never read' } } }))).toBe('unknown');
  });

  it('is not known behind a route whose prefix could not be read, although another one is', () => {
    const tables = {
      table: [
        { addressPrefix: lost, nextHopType: 'Internet' },
        { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' },
      ],
    };
    expect(path(withRoute({ tables }))).toBe('unknown');
  });

  it('is not known where the two halves of the default route lead to two places', () => {
    const halves = (one: string, other: string) => ({
      table: [
        { addressPrefix: '0.0.0.0/1', nextHopType: 'VirtualAppliance', nextHopIpAddress: one },
        { addressPrefix: '128.0.0.0/1', nextHopType: 'VirtualAppliance', nextHopIpAddress: other },
      ],
    });
    expect(path(withRoute({ tables: halves('10.0.1.4', '10.0.1.4') }))).toContain('appliance | 10.0.1.4');
    expect(path(withRoute({ tables: halves('10.0.1.4', '10.0.1.5') }))).toBe('unknown');
    const [low] = halves('10.0.1.4', '10.0.1.4').table;
    const high = { addressPrefix: '128.0.0.0/1', nextHopType: 'Internet' };
    expect(path(withRoute({ tables: { table: [low!, high] } }))).toBe('unknown');
  });

  it('has addresses that are not known, not none, where Azure reports none: during an update, or of a Basic balancer', () => {
    for (const facts of [
      liveCluster({ balancer: { managedOutboundIPCount: 1, effectiveOutboundIPIds: [] } }),
      liveCluster({ cluster: { loadBalancerSku: 'Basic' }, balancer: undefined }),
      liveCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { sku: 'Standard' } }),
    ])
      expect(egressAddressesOf(facts).kind).toBe('unknown');
    expect(egressAddressesOf(liveCluster({ cluster: { outboundType: 'none' } }))).toMatchObject({
      value: [],
    });
  });
});
