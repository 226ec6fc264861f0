import { describe, expect, it } from 'vitest';
import { lbSnatCapacity } from '../../../src/core/rules/lb-snat-capacity.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-lb-snat-capacity', () => {
  it("blocks ports that do not fit the autoscaler's maximum", () => {
    expect(
      verdict(
        lbSnatCapacity,
        liveCluster({
          balancer: { managedOutboundIPCount: 1, allocatedOutboundPorts: 1024 },
          pools: [{ enableAutoScaling: true, count: 3, maxCount: 63 }],
        }),
        { outboundType: 'loadBalancer', idleTimeoutInMinutes: 20 },
      ),
    ).toBe('block');
  });

  it('warns of an upgrade that does not fit', () => {
    expect(
      verdict(lbSnatCapacity, liveCluster({ pools: [{ count: 15, maxSurge: '20%' }] }), {
        outboundType: 'loadBalancer',
        allocatedOutboundPorts: 4000,
      }),
    ).toBe('warn');
  });

  it('passes the worked example of the AKS page', () => {
    expect(
      verdict(lbSnatCapacity, liveCluster({ pools: [{ count: 100, maxSurge: '2' }] }), {
        outboundType: 'loadBalancer',
        managedOutboundIPCount: 7,
        allocatedOutboundPorts: 4000,
      }),
    ).toBe('pass');
  });

  it('passes ports that Azure divides, whatever else is not known', () => {
    expect(verdict(lbSnatCapacity, liveCluster({ pools: lost }), targets.loadBalancer)).toBe('pass');
  });

  it('counts the addresses of a prefix', () => {
    expect(
      verdict(
        lbSnatCapacity,
        fileCluster({
          balancer: { outboundIPPrefixIds: ['prefix'], allocatedOutboundPorts: 16000 },
          addresses: { prefix: { address: '192.0.2.0/31' } },
          pools: [{ count: 8, maxSurge: '0' }],
        }),
        targets.loadBalancer,
      ),
    ).toBe('pass');
  });

  it('marks it in a file as an error', () => {
    expect(
      verdict(
        lbSnatCapacity,
        fileCluster({ balancer: { allocatedOutboundPorts: 32000 }, pools: [{ count: 3 }] }),
        targets.loadBalancer,
      ),
    ).toBe('error');
  });

  it("cannot tell without a pool's size", () => {
    expect(
      verdict(
        lbSnatCapacity,
        fileCluster({ balancer: { allocatedOutboundPorts: 32000 }, pools: [{ count: lost }] }),
        targets.loadBalancer,
      ),
    ).toBe('unknown');
  });

  it('cannot tell where nodes have no upper bound', () => {
    expect(
      verdict(lbSnatCapacity, liveCluster({ cluster: { nodeProvisioningMode: 'Auto' } }), {
        outboundType: 'loadBalancer',
        allocatedOutboundPorts: 4000,
      }),
    ).toBe('unknown');
  });

  it('advises fewer ports, and more addresses only where a load balancer takes so many', () => {
    const said = (count: number) =>
      words(
        lbSnatCapacity,
        fileCluster({ balancer: { allocatedOutboundPorts: 32000 }, pools: [{ count, maxSurge: '0' }] }),
        targets.loadBalancer,
      );
    expect(said(4)).toContain('Take at most 16000 ports for each node, or 2 addresses.');
    expect(said(400)).toContain('Take at most 160 ports for each node.');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbSnatCapacity)).toBe(true);
  });
});
