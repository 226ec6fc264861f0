import { describe, expect, it } from 'vitest';
import { egressAddressChanges } from '../../../src/core/rules/egress-address-changes.js';
import { liveCluster, lost, ownNetworkCluster, withGateway } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-egress-address-changes', () => {
  it('warns of addresses that AKS draws', () => {
    expect(verdict(egressAddressChanges, liveCluster(), targets.managedNat)).toBe('warn');
  });

  it("warns of the firewall's address", () => {
    expect(verdict(egressAddressChanges, ownNetworkCluster(), targets.udr)).toBe('warn');
  });

  it('informs where traffic has moved already and an address is given back', () => {
    expect(verdict(egressAddressChanges, withGateway(), targets.userNat)).toBe('info');
  });

  it('passes where the addresses stay', () => {
    expect(
      verdict(egressAddressChanges, liveCluster(), {
        outboundType: 'loadBalancer',
        allocatedOutboundPorts: 1024,
      }),
    ).toBe('pass');
  });

  it('does not speak of firewalls that would refuse a cluster from which nothing leaves any more', () => {
    expect(verdict(egressAddressChanges, liveCluster(), targets.none)).toBe('warn');
    const said = words(egressAddressChanges, liveCluster(), targets.none);
    expect(said).toMatch(/^The cluster will leave from no address any more \|/);
    expect(said).not.toContain('refuse');
  });

  it("cannot tell without today's addresses", () => {
    expect(
      verdict(egressAddressChanges, liveCluster({ addresses: { 'ip-1': lost } }), targets.managedNat),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(egressAddressChanges)).toBe(true);
  });
});
