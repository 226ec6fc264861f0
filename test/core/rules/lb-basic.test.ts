import { describe, expect, it } from 'vitest';
import { lbBasic } from '../../../src/core/rules/lb-basic.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-lb-basic', () => {
  it('blocks a Basic load balancer in any case of letters', () => {
    expect(verdict(lbBasic, liveCluster({ cluster: { loadBalancerSku: 'Basic' } }), targets.managedNat)).toBe(
      'block',
    );
  });

  it('marks it in a file as an error', () => {
    expect(verdict(lbBasic, fileCluster({ cluster: { loadBalancerSku: 'basic' } }))).toBe('error');
  });

  it("advises a living cluster's upgrade, and in a file what to write there", () => {
    const living = words(lbBasic, liveCluster({ cluster: { loadBalancerSku: 'Basic' } }), targets.managedNat);
    expect(living).toContain('az aks update --load-balancer-sku Standard');
    const written = words(lbBasic, fileCluster({ cluster: { loadBalancerSku: 'basic' } }));
    expect(written).toContain('loadBalancerSku is basic.');
    expect(written).toContain("Write loadBalancerSku: 'standard'.");
    expect(written).not.toContain('az aks');
  });

  it('passes a Standard one', () => {
    expect(verdict(lbBasic, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without the sku', () => {
    expect(verdict(lbBasic, liveCluster({ cluster: { loadBalancerSku: lost } }), targets.managedNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(lbBasic)).toBe(true);
  });
});
