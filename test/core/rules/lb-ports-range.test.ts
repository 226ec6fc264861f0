import { describe, expect, it } from 'vitest';
import { lbPortsRange } from '../../../src/core/rules/lb-ports-range.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-ports-range', () => {
  it('blocks 64,001', () => {
    expect(
      verdict(lbPortsRange, liveCluster(), { outboundType: 'loadBalancer', allocatedOutboundPorts: 64001 }),
    ).toBe('block');
  });

  it('marks -1 in a file as an error', () => {
    expect(
      verdict(
        lbPortsRange,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, balancer: { allocatedOutboundPorts: -1 } }),
        targets.loadBalancer,
      ),
    ).toBe('error');
  });

  it('passes 0 and nothing', () => {
    expect(
      verdict(
        lbPortsRange,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, balancer: { allocatedOutboundPorts: 0 } }),
        targets.loadBalancer,
      ),
    ).toBe('pass');
  });

  it('passes 64,000', () => {
    expect(
      verdict(lbPortsRange, liveCluster(), { outboundType: 'loadBalancer', allocatedOutboundPorts: 64000 }),
    ).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(
      verdict(
        lbPortsRange,
        fileCluster({
          cluster: { outboundType: 'loadBalancer' },
          balancer: { allocatedOutboundPorts: lost },
        }),
        targets.loadBalancer,
      ),
    ).toBe('unknown');
  });

  it('has nothing to say of another type', () => {
    expect(verdict(lbPortsRange, liveCluster(), targets.none)).toBe('silent');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbPortsRange)).toBe(true);
  });
});
