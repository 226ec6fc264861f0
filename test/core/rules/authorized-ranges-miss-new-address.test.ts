import { describe, expect, it } from 'vitest';
import { authorizedRangesMissNewAddress } from '../../../src/core/rules/authorized-ranges-miss-new-address.js';
import { fileCluster, liveCluster, lost, withGateway, withRoute } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-authorized-ranges-miss-new-address', () => {
  it('warns of an address that the plan will let in', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withGateway({ cluster: { authorizedIPRanges: ['192.0.2.0/24'] } }),
        targets.userNat,
      ),
    ).toBe('warn');
  });

  it('passes a range that holds the address', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withGateway({ cluster: { authorizedIPRanges: ['198.51.100.0/24'] } }),
        targets.userNat,
      ),
    ).toBe('pass');
  });

  it('passes an open API server', () => {
    expect(verdict(authorizedRangesMissNewAddress, withGateway(), targets.userNat)).toBe('pass');
  });

  it('passes a private cluster', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withGateway({ cluster: { authorizedIPRanges: ['192.0.2.0/24'], enablePrivateCluster: true } }),
        targets.userNat,
      ),
    ).toBe('pass');
  });

  it('blocks where the list is full', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withGateway({
          cluster: { authorizedIPRanges: Array.from({ length: 200 }, (_, index) => `10.0.${index}.0/24`) },
        }),
        targets.userNat,
      ),
    ).toBe('block');
  });

  it('warns of an address that AKS draws', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        liveCluster({ cluster: { authorizedIPRanges: ['192.0.2.0/24'] } }),
        targets.managedNat,
      ),
    ).toBe('warn');
  });

  it('says how long nodes are cut off, that the plan ends it, and what nobody knows', () => {
    const said = words(
      authorizedRangesMissNewAddress,
      liveCluster({ cluster: { authorizedIPRanges: ['192.0.2.0/24'] } }),
      targets.managedNat,
    );
    expect(said).toContain('Nodes lose the API server for about 2 to 7 minutes');
    expect(said).toContain('No page says whether AKS finishes its work without them');
    expect(said).toContain('The plan lets the address in right after the change');
  });

  it('blocks where the list has no room for what AKS will choose', () => {
    const full = Array.from({ length: 199 }, (_, index) => `10.0.${index}.0/24`);
    const facts = liveCluster({ cluster: { authorizedIPRanges: full } });
    expect(verdict(authorizedRangesMissNewAddress, facts, targets.managedNat)).toBe('warn');
    expect(
      verdict(authorizedRangesMissNewAddress, facts, { ...targets.managedNat, managedOutboundIPCount: 2 }),
    ).toBe('block');
  });

  it('warns of further addresses of the same type, and not of fewer', () => {
    const two = liveCluster({
      cluster: { authorizedIPRanges: ['203.0.113.0/24'] },
      balancer: { managedOutboundIPCount: 2, effectiveOutboundIPIds: ['ip-1', 'ip-2'] },
      addresses: { 'ip-1': { address: '203.0.113.17' }, 'ip-2': { address: '203.0.113.18' } },
    });
    const counted = (managedOutboundIPCount: number) =>
      verdict(authorizedRangesMissNewAddress, two, { ...targets.loadBalancer, managedOutboundIPCount });
    expect(counted(3)).toBe('warn');
    expect(counted(1)).toBe('pass');
  });

  it('warns of an address behind a firewall', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withRoute({ cluster: { authorizedIPRanges: ['192.0.2.0/24'] } }),
        targets.udr,
      ),
    ).toBe('warn');
  });

  it('tells that AKS lets its own load balancer in', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withGateway({
          cluster: { outboundType: 'userAssignedNATGateway', authorizedIPRanges: ['192.0.2.0/24'] },
        }),
        targets.loadBalancer,
      ),
    ).toBe('info');
  });

  it('leaves a file alone whose address AKS draws', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        fileCluster({ cluster: { outboundType: 'managedNATGateway', authorizedIPRanges: ['192.0.2.0/24'] } }),
        targets.managedNat,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the ranges', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withGateway({ cluster: { authorizedIPRanges: lost } }),
        targets.userNat,
      ),
    ).toBe('unknown');
  });

  it('cannot tell without the address of the gateway', () => {
    expect(
      verdict(
        authorizedRangesMissNewAddress,
        withGateway({ cluster: { authorizedIPRanges: ['192.0.2.0/24'] }, addresses: { 'ip-nat': lost } }),
        targets.userNat,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(authorizedRangesMissNewAddress)).toBe(true);
  });
});
