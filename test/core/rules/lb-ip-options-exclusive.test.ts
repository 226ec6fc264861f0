import { describe, expect, it } from 'vitest';
import { lbIpOptionsExclusive } from '../../../src/core/rules/lb-ip-options-exclusive.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-ip-options-exclusive', () => {
  it('blocks two ways at once', () => {
    expect(
      verdict(lbIpOptionsExclusive, liveCluster(), {
        outboundType: 'loadBalancer',
        managedOutboundIPCount: 1,
        outboundIPIds: ['a'],
      }),
    ).toBe('block');
  });

  it('marks them in a file as an error', () => {
    expect(
      verdict(
        lbIpOptionsExclusive,
        fileCluster({ balancer: { managedOutboundIPCount: 1, outboundIPPrefixIds: ['a'] } }),
        targets.loadBalancer,
      ),
    ).toBe('error');
  });

  it('passes one way', () => {
    expect(
      verdict(
        lbIpOptionsExclusive,
        fileCluster({ balancer: { managedOutboundIPCount: 1 } }),
        targets.loadBalancer,
      ),
    ).toBe('pass');
  });

  it('passes one way that is computed', () => {
    expect(
      verdict(lbIpOptionsExclusive, fileCluster({ balancer: { outboundIPIds: lost } }), targets.loadBalancer),
    ).toBe('pass');
  });

  it('cannot tell whether a second way is empty', () => {
    expect(
      verdict(
        lbIpOptionsExclusive,
        fileCluster({ balancer: { managedOutboundIPCount: 1, outboundIPIds: lost } }),
        targets.loadBalancer,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbIpOptionsExclusive)).toBe(true);
  });
});
