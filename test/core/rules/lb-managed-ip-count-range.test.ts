import { describe, expect, it } from 'vitest';
import { lbManagedIpCountRange } from '../../../src/core/rules/lb-managed-ip-count-range.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-managed-ip-count-range', () => {
  it('blocks 101', () => {
    expect(
      verdict(lbManagedIpCountRange, liveCluster(), {
        outboundType: 'loadBalancer',
        managedOutboundIPCount: 101,
      }),
    ).toBe('block');
  });

  it('marks 0 in a file as an error', () => {
    expect(
      verdict(
        lbManagedIpCountRange,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, balancer: { managedOutboundIPCount: 0 } }),
        targets.loadBalancer,
      ),
    ).toBe('error');
  });

  it('passes 1 and nothing', () => {
    expect(
      verdict(
        lbManagedIpCountRange,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, balancer: { managedOutboundIPCount: 1 } }),
        targets.loadBalancer,
      ),
    ).toBe('pass');
  });

  it('passes 100', () => {
    expect(
      verdict(lbManagedIpCountRange, liveCluster(), {
        outboundType: 'loadBalancer',
        managedOutboundIPCount: 100,
      }),
    ).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(
      verdict(
        lbManagedIpCountRange,
        fileCluster({
          cluster: { outboundType: 'loadBalancer' },
          balancer: { managedOutboundIPCount: lost },
        }),
        targets.loadBalancer,
      ),
    ).toBe('unknown');
  });

  it('has nothing to say of another type', () => {
    expect(verdict(lbManagedIpCountRange, liveCluster(), targets.none)).toBe('silent');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbManagedIpCountRange)).toBe(true);
  });
});
