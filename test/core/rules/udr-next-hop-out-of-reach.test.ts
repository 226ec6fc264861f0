import { describe, expect, it } from 'vitest';
import { udrNextHopOutOfReach } from '../../../src/core/rules/udr-next-hop-out-of-reach.js';
import type { NetworkFacts } from '../../../src/core/surroundings.js';
import { around, said } from '../around.js';
import { lost, ownNetworkCluster, type RouteSketch } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const subnet =
  '/subscriptions/s/resourcegroups/rg/providers/microsoft.network/virtualnetworks/vnet/subnets/nodes';
const vnet = subnet.replace('/subnets/nodes', '');
const table: readonly RouteSketch[] = [
  { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.9.0.4' },
];
const cluster = ownNetworkCluster({
  pools: [{ subnetId: subnet }],
  subnets: { [subnet]: { routeTableId: 'table' } },
  tables: { table },
});
const peering = (state: string) => ({
  name: 'to-hub',
  remoteNetworkId: said('hub'),
  state: said(state),
  allowForwardedTraffic: said(true),
});
const network = (prefix: string, ...peerings: readonly ReturnType<typeof peering>[]) => ({
  networks: {
    [vnet]: said<NetworkFacts>({
      name: 'vnet',
      location: said('westeurope'),
      addressPrefixes: said([prefix]),
      dnsServers: said([]),
      privateEndpointIds: said([]),
      peerings: said(peerings),
    }),
  },
});

describe('aks-udr-next-hop-out-of-reach', () => {
  it('warns where the next hop is outside and no peering is connected', () => {
    for (const near of [network('10.1.0.0/16'), network('10.1.0.0/16', peering('Disconnected'))])
      expect(verdict(udrNextHopOutOfReach, around(cluster, near), targets.udr)).toBe('warn');
  });

  it('passes where it is inside, or a peering may carry packets there', () => {
    for (const near of [network('10.9.0.0/16'), network('10.1.0.0/16', peering('Connected'))])
      expect(verdict(udrNextHopOutOfReach, around(cluster, near), targets.udr)).toBe('pass');
  });

  it('cannot tell where the network may not be read', () => {
    expect(verdict(udrNextHopOutOfReach, around(cluster, { networks: { [vnet]: lost } }), targets.udr)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(udrNextHopOutOfReach)).toBe(true);
  });
});
