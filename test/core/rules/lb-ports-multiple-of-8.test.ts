import { describe, expect, it } from 'vitest';
import { lbPortsMultipleOf8 } from '../../../src/core/rules/lb-ports-multiple-of-8.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-ports-multiple-of-8', () => {
  it('blocks 1,001', () => {
    expect(
      verdict(lbPortsMultipleOf8, liveCluster(), {
        outboundType: 'loadBalancer',
        allocatedOutboundPorts: 1001,
      }),
    ).toBe('block');
  });

  it('marks it in a file as an error', () => {
    expect(
      verdict(
        lbPortsMultipleOf8,
        fileCluster({ balancer: { allocatedOutboundPorts: 12 } }),
        targets.loadBalancer,
      ),
    ).toBe('error');
  });

  it('passes 0 and 1,000', () => {
    expect(
      verdict(lbPortsMultipleOf8, liveCluster(), {
        outboundType: 'loadBalancer',
        allocatedOutboundPorts: 1000,
      }),
    ).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(
      verdict(
        lbPortsMultipleOf8,
        fileCluster({ balancer: { allocatedOutboundPorts: lost } }),
        targets.loadBalancer,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbPortsMultipleOf8)).toBe(true);
  });
});
