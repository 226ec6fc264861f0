import { describe, expect, it } from 'vitest';
import { authorizedRangesPlaceholder } from '../../../src/core/rules/authorized-ranges-placeholder.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-authorized-ranges-placeholder', () => {
  const placeholder = (more: Parameters<typeof liveCluster>[0] = {}) =>
    liveCluster({ ...more, cluster: { authorizedIPRanges: ['0.0.0.0/32'] } });
  const readable = placeholder({ addresses: { 'ip-1': { address: '203.0.113.17' } } });

  it('blocks the placeholder when the load balancer goes and its address could not be read', () => {
    expect(
      verdict(authorizedRangesPlaceholder, placeholder({ addresses: { 'ip-1': lost } }), targets.managedNat),
    ).toBe('block');
  });

  it('tells that the plan puts the real address in its place first', () => {
    expect(verdict(authorizedRangesPlaceholder, readable, targets.managedNat)).toBe('warn');
    expect(words(authorizedRangesPlaceholder, readable, targets.managedNat)).toContain(
      'The plan puts 203.0.113.17 in its place first',
    );
  });

  it('asks nobody for an address that only AKS can know, and for the firewall’s where only they know it', () => {
    const firewall = words(authorizedRangesPlaceholder, readable, targets.udr);
    expect(verdict(authorizedRangesPlaceholder, readable, targets.udr)).toBe('block');
    expect(firewall).toContain('203.0.113.17 and the public addresses of your firewall');
    for (const target of [targets.none, targets.block])
      expect(words(authorizedRangesPlaceholder, readable, target)).not.toContain('egress address');
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
