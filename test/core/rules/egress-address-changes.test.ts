import { describe, expect, it } from 'vitest';
import { egressAddressChanges } from '../../../src/core/rules/egress-address-changes.js';
import { ownWithRouteTable } from '../../fakes/clusters.js';
import { readingOf } from '../../fakes/readings.js';
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

  it("cannot tell without today's addresses whether they are the ones that come", () => {
    const addresses = { 'ip-1': lost, 'ip-nat': { address: '198.51.100.4' } } as const;
    const cluster = ownNetworkCluster({
      pools: [{ subnetId: 'nodes' }, { subnetId: 'more' }],
      subnets: { nodes: { natGatewayId: 'nat' }, more: {} },
      gateways: { nat: { addressIds: ['ip-nat'] } },
      addresses,
    });
    expect(verdict(egressAddressChanges, cluster, targets.userNat)).toBe('unknown');
  });

  it('warns of an address that does not exist yet, whatever partners see today', () => {
    const cluster = liveCluster({ addresses: { 'ip-1': lost } });
    expect(verdict(egressAddressChanges, cluster, targets.managedNat)).toBe('warn');
    expect(words(egressAddressChanges, cluster, targets.managedNat)).toContain(
      'Which they see today is not known: You have no Reader role.',
    );
    const { facts } = readingOf({ ...ownWithRouteTable, outboundType: 'userDefinedRouting' });
    const created = {
      outboundType: 'userAssignedNATGateway',
      gateway: { kind: 'created', name: 'ng-vault' },
    } as const;
    expect(words(egressAddressChanges, facts, created)).toMatch(
      /^Partners will see another address \| They will see that of pip-ng-vault, which the plan creates\. /,
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(egressAddressChanges)).toBe(true);
  });
});
