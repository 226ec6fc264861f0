import { describe, expect, it } from 'vitest';
import { lbPortsMultipleOf8 } from '../../../src/core/rules/lb-ports-multiple-of-8.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

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

  it('writes its numbers as they stand in a file, and tells 0 apart', () => {
    const said = (allocatedOutboundPorts: number) =>
      words(lbPortsMultipleOf8, liveCluster(), { outboundType: 'loadBalancer', allocatedOutboundPorts });
    expect(said(1001)).toContain('is 1001');
    expect(said(1001)).toContain('Take 1000 or 1008.');
    expect(said(5)).toContain('Take 8, or 0 to let Azure divide the ports.');
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
