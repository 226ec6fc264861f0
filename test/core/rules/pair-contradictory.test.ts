import { describe, expect, it } from 'vitest';
import { pairContradictory } from '../../../src/core/rules/pair-contradictory.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-pair-contradictory', () => {
  it('warns where table and text of the page disagree', () => {
    expect(
      verdict(
        pairContradictory,
        liveCluster({ cluster: { outboundType: 'managedNATGateway' } }),
        targets.loadBalancer,
      ),
    ).toBe('warn');
  });

  it('passes any other pair', () => {
    expect(verdict(pairContradictory, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without the outbound type', () => {
    expect(
      verdict(pairContradictory, liveCluster({ cluster: { outboundType: lost } }), targets.loadBalancer),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(pairContradictory)).toBe(true);
  });
});
