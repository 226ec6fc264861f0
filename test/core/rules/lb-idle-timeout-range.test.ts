import { describe, expect, it } from 'vitest';
import { lbIdleTimeoutRange } from '../../../src/core/rules/lb-idle-timeout-range.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-idle-timeout-range', () => {
  it('blocks 121', () => {
    expect(
      verdict(lbIdleTimeoutRange, liveCluster(), { outboundType: 'loadBalancer', idleTimeoutInMinutes: 121 }),
    ).toBe('block');
  });

  it('marks 3 in a file as an error', () => {
    expect(
      verdict(
        lbIdleTimeoutRange,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, balancer: { idleTimeoutInMinutes: 3 } }),
        targets.loadBalancer,
      ),
    ).toBe('error');
  });

  it('passes 4 and nothing', () => {
    expect(
      verdict(
        lbIdleTimeoutRange,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, balancer: { idleTimeoutInMinutes: 4 } }),
        targets.loadBalancer,
      ),
    ).toBe('pass');
  });

  it('passes 120', () => {
    expect(
      verdict(lbIdleTimeoutRange, liveCluster(), { outboundType: 'loadBalancer', idleTimeoutInMinutes: 120 }),
    ).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(
      verdict(
        lbIdleTimeoutRange,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, balancer: { idleTimeoutInMinutes: lost } }),
        targets.loadBalancer,
      ),
    ).toBe('unknown');
  });

  it('has nothing to say of another type', () => {
    expect(verdict(lbIdleTimeoutRange, liveCluster(), targets.none)).toBe('silent');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbIdleTimeoutRange)).toBe(true);
  });
});
