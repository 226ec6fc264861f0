import type { ClusterSpec } from '../building/cluster-spec.js';
import type { NetworkSpec } from '../building/network-spec.js';
import { hub, place, production } from '../contoso.js';

/** A load balancer on a network that AKS made: the way from here to a managed NAT gateway is open. */
export const shop: ClusterSpec = {
  ...place(production, 'rg-shop'),
  name: 'shop-prod',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.10'],
  idleTimeoutInMinutes: 30,
  pools: [
    { name: 'system', count: 3, zones: ['1', '2', '3'] },
    { name: 'web', mode: 'User', autoscale: { from: 3, to: 12 } },
  ],
  authorizedIPRanges: ['192.0.2.0/26', '203.0.113.10/32'],
  services: [
    { name: 'ingress-nginx/ingress-nginx-controller', address: '203.0.113.11', ports: [80, 443] },
    { name: 'shop/mqtt', address: '203.0.113.12', ports: [8883] },
    { name: 'shop/metrics', address: '10.224.0.60', isInternal: true },
  ],
  tags: { environment: 'production', team: 'shop' },
};

const ordersNetwork: NetworkSpec = {
  ...place(production, 'rg-orders-network'),
  name: 'vnet-orders',
  addressPrefix: '10.10.0.0/16',
  hub,
  subnets: [{ name: 'snet-aks', addressPrefix: '10.10.0.0/22', natGateway: 'ng-orders' }],
  natGateways: [{ name: 'ng-orders', addresses: [{ name: 'pip-ng-orders', address: '203.0.113.21' }] }],
};

/** Declared as load balancer, while a NAT gateway on its subnet already carries the traffic. */
export const orders: ClusterSpec = {
  ...place(production, 'rg-orders'),
  name: 'orders-prod',
  outboundType: 'loadBalancer',
  network: ordersNetwork,
  addresses: ['203.0.113.20'],
  pools: [
    { name: 'system', count: 3 },
    { name: 'orders', mode: 'User', autoscale: { from: 2, to: 8 } },
  ],
  authorizedIPRanges: ['192.0.2.0/26', '203.0.113.20/32', '203.0.113.21/32'],
  services: [{ name: 'ingress/gateway', address: '203.0.113.22' }],
  tags: { environment: 'production', team: 'orders' },
};

const paymentsNetwork: NetworkSpec = {
  ...place(production, 'rg-payments-network'),
  name: 'vnet-payments',
  addressPrefix: '10.20.0.0/16',
  hub,
  subnets: [{ name: 'snet-aks', addressPrefix: '10.20.4.0/22', routeTable: 'rt-payments' }],
  routeTables: [
    {
      name: 'rt-payments',
      routes: [
        { name: 'to-firewall', prefix: '0.0.0.0/0', hop: 'VirtualAppliance', to: '10.20.0.4' },
        { name: 'to-datacenter', prefix: '172.16.0.0/12', hop: 'VirtualNetworkGateway' },
      ],
    },
  ],
  firewall: {
    name: 'fw-payments',
    privateAddress: '10.20.0.4',
    address: '203.0.113.99',
    fqdns: ['*.payments.example'],
    fqdnTags: ['AzureKubernetesService'],
    destinations: ['AzureCloud.WestEurope'],
  },
};

/** Its subnet already sends everything through a firewall: ready for user-defined routing. */
export const payments: ClusterSpec = {
  ...place(production, 'rg-payments'),
  name: 'payments-prod',
  outboundType: 'loadBalancer',
  network: paymentsNetwork,
  addresses: ['203.0.113.30'],
  pools: [{ name: 'system', count: 3, zones: ['1', '2', '3'] }],
  services: [{ name: 'payments/internal-api', address: '10.20.4.200', isInternal: true }],
  userIdentity: 'id-payments',
  tags: { environment: 'production', team: 'payments' },
};

/** Managed NAT gateway, sku Standard. */
export const edge: ClusterSpec = {
  ...place(production, 'rg-edge', 'westeurope'),
  name: 'edge-prod',
  outboundType: 'managedNATGateway',
  natGatewaySku: 'Standard',
  addresses: ['203.0.113.40', '203.0.113.41'],
  idleTimeoutInMinutes: 10,
  services: [{ name: 'edge/router', address: '203.0.113.42' }],
};

/** Managed NAT gateway, sku StandardV2: no way back from here. */
export const search: ClusterSpec = {
  ...place(production, 'rg-search', 'westeurope'),
  name: 'search-prod',
  outboundType: 'managedNATGateway',
  natGatewaySku: 'StandardV2',
  addresses: ['203.0.113.45'],
};

const ledgerNetwork: NetworkSpec = {
  ...place(production, 'rg-ledger-network'),
  name: 'vnet-ledger',
  addressPrefix: '10.30.0.0/16',
  hub,
  subnets: [
    { name: 'snet-system', addressPrefix: '10.30.0.0/24', natGateway: 'ng-ledger' },
    { name: 'snet-apps', addressPrefix: '10.30.4.0/22', natGateway: 'ng-ledger' },
  ],
  natGateways: [
    {
      name: 'ng-ledger',
      addresses: [{ name: 'pip-ng-ledger', address: '203.0.113.50' }],
      prefixes: [{ name: 'ippre-ng-ledger', prefix: '203.0.113.52/31' }],
      idleTimeoutInMinutes: 10,
    },
  ],
};

/** The customer's NAT gateway on two subnets. */
export const ledger: ClusterSpec = {
  ...place(production, 'rg-ledger'),
  name: 'ledger-prod',
  outboundType: 'userAssignedNATGateway',
  network: ledgerNetwork,
  pools: [
    { name: 'system', count: 3, subnet: 'snet-system' },
    { name: 'apps', mode: 'User', count: 4, subnet: 'snet-apps' },
  ],
};

const vaultNetwork: NetworkSpec = {
  ...place(production, 'rg-vault-network'),
  name: 'vnet-vault',
  addressPrefix: '10.40.0.0/16',
  hub,
  subnets: [{ name: 'snet-aks', addressPrefix: '10.40.0.0/22', routeTable: 'rt-vault' }],
  routeTables: [
    {
      name: 'rt-vault',
      routes: [{ name: 'default', prefix: '0.0.0.0/0', hop: 'VirtualAppliance', to: '10.0.0.4' }],
    },
  ],
};

/** Private, and already behind a firewall. */
export const vault: ClusterSpec = {
  ...place(production, 'rg-vault'),
  name: 'vault-prod',
  outboundType: 'userDefinedRouting',
  network: vaultNetwork,
  isPrivate: true,
  userIdentity: 'id-vault',
};

export const productionClusters: readonly ClusterSpec[] = [
  shop,
  orders,
  payments,
  edge,
  search,
  ledger,
  vault,
];
