import type { ClusterSpec } from '../building/cluster-spec.js';
import type { NetworkSpec } from '../building/network-spec.js';
import { hub, place, production } from '../contoso.js';

const catalogNetwork: NetworkSpec = {
  ...place(production, 'rg-catalog-network'),
  name: 'vnet-catalog',
  addressPrefix: '10.70.0.0/16',
  hub,
  subnets: [
    { name: 'snet-system', addressPrefix: '10.70.0.0/24' },
    { name: 'snet-apps', addressPrefix: '10.70.4.0/22' },
  ],
};

/** Own network with nothing on its subnets, and an API server that takes calls from a list only: a plan has to make all of it. */
export const catalog: ClusterSpec = {
  ...place(production, 'rg-catalog'),
  name: 'catalog-prod',
  outboundType: 'loadBalancer',
  network: catalogNetwork,
  addresses: ['203.0.113.100'],
  idleTimeoutInMinutes: 30,
  pools: [
    { name: 'system', count: 3, subnet: 'snet-system', zones: ['1', '2', '3'] },
    {
      name: 'apps',
      mode: 'User',
      autoscale: { from: 2, to: 6 },
      subnet: 'snet-apps',
      zones: ['1', '2', '3'],
    },
  ],
  authorizedIPRanges: ['192.0.2.0/26', '203.0.113.100/32'],
  services: [{ name: 'catalog/storefront', address: '203.0.113.101', ports: [443] }],
  userIdentity: 'id-catalog',
  tags: { environment: 'production', team: 'catalog' },
};

const returnsNetwork: NetworkSpec = {
  ...place(production, 'rg-returns-network'),
  name: 'vnet-returns',
  addressPrefix: '10.80.0.0/16',
  hub,
  subnets: [{ name: 'snet-aks', addressPrefix: '10.80.0.0/22', routeTable: 'rt-returns' }],
  routeTables: [
    {
      name: 'rt-returns',
      routes: [{ name: 'to-hub', prefix: '10.0.0.0/8', hop: 'VirtualAppliance', to: '10.0.0.4' }],
    },
  ],
};

/** A route table that lacks the default route, and public Services whose answers would leave by it. */
export const returns: ClusterSpec = {
  ...place(production, 'rg-returns'),
  name: 'returns-prod',
  outboundType: 'loadBalancer',
  network: returnsNetwork,
  addresses: ['203.0.113.105'],
  pools: [{ name: 'system', count: 3 }],
  services: [
    { name: 'returns/portal', address: '203.0.113.106', ports: [443] },
    { name: 'returns/labels', address: '203.0.113.107', ports: [443] },
  ],
  userIdentity: 'id-returns',
  tags: { environment: 'production', team: 'returns' },
};

export const networkClusters: readonly ClusterSpec[] = [catalog, returns];
