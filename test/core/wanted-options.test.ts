import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/core/fact.js';
import { loadBalancerOptions, natGatewayOptions } from '../../src/core/wanted-options.js';
import { fileCluster, liveCluster, lost } from './cluster.js';
import { targets } from './rules/verdict.js';

const balancer = { managedOutboundIPCount: 3, allocatedOutboundPorts: 1024, idleTimeoutInMinutes: 45 };

describe('the options that a cluster will have', () => {
  it('are what was chosen, else what it has already', () => {
    const options = loadBalancerOptions(liveCluster({ balancer }), {
      outboundType: 'loadBalancer',
      idleTimeoutInMinutes: 10,
    });
    expect(valueOf(options!.idleTimeoutInMinutes)).toBe(10);
    expect(valueOf(options!.allocatedOutboundPorts)).toBe(1024);
    expect(valueOf(options!.managedOutboundIPCount)).toBe(3);
  });

  it('have one way to give addresses: a chosen one leaves no other standing', () => {
    const target = { outboundType: 'loadBalancer', outboundIPIds: ['/ip'] } as const;
    const options = loadBalancerOptions(liveCluster({ balancer }), target);
    expect(options!.managedOutboundIPCount.kind).toBe('absent');
    expect(valueOf(options!.outboundIPIds)).toEqual(['/ip']);
  });

  it('are left to Azure where the type is new, and not known where the type is not', () => {
    const coming = liveCluster({ cluster: { outboundType: 'managedNATGateway' }, balancer });
    expect(loadBalancerOptions(coming, targets.loadBalancer)!.allocatedOutboundPorts.kind).toBe('absent');
    const unclear = liveCluster({ cluster: { outboundType: lost }, balancer });
    expect(loadBalancerOptions(unclear, targets.loadBalancer)!.allocatedOutboundPorts.kind).toBe('unknown');
  });

  it('are none of another type', () => {
    expect(loadBalancerOptions(liveCluster(), targets.managedNat)).toBeUndefined();
    expect(natGatewayOptions(liveCluster(), targets.userNat)).toBeUndefined();
    expect(loadBalancerOptions(liveCluster(), undefined)).toBeUndefined();
  });

  it('are what stands in a file', () => {
    const file = fileCluster({ nat: { managedOutboundIPCount: 4 } });
    expect(valueOf(natGatewayOptions(file, undefined)!.managedOutboundIPCount)).toBe(4);
  });
});
