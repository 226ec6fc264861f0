import { describe, expect, it } from 'vitest';
import { natSkuRegion } from '../../../src/core/rules/nat-sku-region.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nat-sku-region', () => {
  it('blocks StandardV2 where the region has none', () => {
    expect(
      verdict(natSkuRegion, liveCluster({ cluster: { location: 'Sweden South' } }), targets.managedNatV2),
    ).toBe('block');
  });

  it('passes where it has', () => {
    expect(verdict(natSkuRegion, liveCluster(), targets.managedNatV2)).toBe('pass');
  });

  it('passes Standard everywhere', () => {
    expect(
      verdict(natSkuRegion, liveCluster({ cluster: { location: 'swedensouth' } }), targets.managedNat),
    ).toBe('pass');
  });

  it('cannot tell without the location', () => {
    expect(verdict(natSkuRegion, liveCluster({ cluster: { location: lost } }), targets.managedNatV2)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(natSkuRegion)).toBe(true);
  });
});
