import { describe, expect, it } from 'vitest';
import { authorizedRangesPlaceholder } from '../../../src/core/rules/authorized-ranges-placeholder.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-authorized-ranges-placeholder', () => {
  it('blocks the placeholder when the load balancer goes', () => {
    expect(
      verdict(
        authorizedRangesPlaceholder,
        liveCluster({ cluster: { authorizedIPRanges: ['0.0.0.0/32'] } }),
        targets.managedNat,
      ),
    ).toBe('block');
  });

  it('marks it in a file as an error', () => {
    expect(
      verdict(
        authorizedRangesPlaceholder,
        fileCluster({ cluster: { outboundType: 'userDefinedRouting', authorizedIPRanges: ['0.0.0.0/32'] } }),
      ),
    ).toBe('error');
  });

  it('has nothing to say while the load balancer stays', () => {
    expect(
      verdict(
        authorizedRangesPlaceholder,
        liveCluster({ cluster: { authorizedIPRanges: ['0.0.0.0/32'] } }),
        targets.loadBalancer,
      ),
    ).toBe('silent');
  });

  it('passes real ranges', () => {
    expect(
      verdict(
        authorizedRangesPlaceholder,
        liveCluster({ cluster: { authorizedIPRanges: ['192.0.2.0/24'] } }),
        targets.managedNat,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the ranges', () => {
    expect(
      verdict(
        authorizedRangesPlaceholder,
        liveCluster({ cluster: { authorizedIPRanges: lost } }),
        targets.managedNat,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(authorizedRangesPlaceholder)).toBe(true);
  });
});
