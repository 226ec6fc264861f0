import type { ClusterSpec } from '../building/cluster-spec.js';
import type { NetworkSpec } from '../building/network-spec.js';
import { networkIdOf } from '../../resource-id.js';
import { hub, finance, legacy, place, staging } from '../contoso.js';

/** The plainest cluster there is. */
export const shopStaging: ClusterSpec = {
  ...place(staging, 'rg-shop-staging'),
  name: 'shop-staging',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.80'],
};

/** Windows nodes without their own NAT: they must not go back to a load balancer. */
export const windows: ClusterSpec = {
  ...place(staging, 'rg-windows'),
  name: 'windows-staging',
  outboundType: 'managedNATGateway',
  addresses: ['203.0.113.81'],
  pools: [
    { name: 'system' },
    { name: 'win', mode: 'User', osType: 'Windows', count: 2, disableOutboundNat: true },
  ],
};

const kubenetNetwork: NetworkSpec = {
  ...place(staging, 'rg-kubenet-network'),
  name: 'vnet-kubenet',
  addressPrefix: '10.50.0.0/16',
  hub,
  subnets: [{ name: 'snet-aks', addressPrefix: '10.50.0.0/24', routeTable: 'rt-kubenet' }],
  routeTables: [
    {
      name: 'rt-kubenet',
      routes: [
        { name: 'node-0', prefix: '10.244.0.0/24', hop: 'VirtualAppliance', to: '10.50.0.4' },
        { name: 'node-1', prefix: '10.244.1.0/24', hop: 'VirtualAppliance', to: '10.50.0.5' },
      ],
    },
  ],
};

/** kubenet, whose route table carries the pods' routes and must stay. */
export const kubenet: ClusterSpec = {
  ...place(staging, 'rg-kubenet'),
  name: 'kubenet-staging',
  outboundType: 'loadBalancer',
  networkPlugin: 'kubenet',
  network: kubenetNetwork,
  addresses: ['203.0.113.82'],
  userIdentity: 'id-kubenet',
  pools: [{ name: 'system', count: 2 }],
};

/** `0.0.0.0/32` lets in the load balancer's own address only. */
export const placeholder: ClusterSpec = {
  ...place(staging, 'rg-placeholder'),
  name: 'ranges-staging',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.83'],
  authorizedIPRanges: ['0.0.0.0/32'],
};

const batchNetwork: NetworkSpec = {
  ...place(staging, 'rg-batch'),
  name: 'vnet-batch',
  addressPrefix: '10.60.0.0/16',
  hub,
  subnets: [{ name: 'snet-aks', addressPrefix: '10.60.0.0/20' }],
  addresses: [
    { name: 'pip-batch-1', address: '203.0.113.84' },
    { name: 'pip-batch-2', address: '203.0.113.85' },
  ],
};

const batchAddress = (name: string): string =>
  networkIdOf(staging.id, 'rg-batch', `publicIPAddresses/${name}`);

/** Own outbound addresses and many nodes: SNAT ports are short. Its subnet is not prepared for another way. */
export const batch: ClusterSpec = {
  ...place(staging, 'rg-batch'),
  name: 'batch-staging',
  outboundType: 'loadBalancer',
  network: batchNetwork,
  ownAddressIds: [batchAddress('pip-batch-1'), batchAddress('pip-batch-2')],
  allocatedOutboundPorts: 1024,
  idleTimeoutInMinutes: 15,
  pools: [{ name: 'system' }, { name: 'workers', mode: 'User', autoscale: { from: 20, to: 110 } }],
};

/** A Basic load balancer, retired and stuck. */
export const basic: ClusterSpec = {
  ...place(legacy, 'rg-legacy'),
  name: 'basic-legacy',
  outboundType: 'loadBalancer',
  loadBalancerSku: 'basic',
  kubernetesVersion: '1.29',
  services: [{ name: 'intranet/portal', address: '203.0.113.90' }],
};

/** An availability set, which cannot change its outbound type. */
export const availabilitySet: ClusterSpec = {
  ...place(legacy, 'rg-legacy'),
  name: 'vmas-legacy',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.91'],
  kubernetesVersion: '1.29',
  pools: [{ name: 'nodepool1', type: 'AvailabilitySet' }],
};

export const stopped: ClusterSpec = {
  ...place(legacy, 'rg-dev'),
  name: 'stopped-dev',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.92'],
  powerState: 'Stopped',
};

export const failed: ClusterSpec = {
  ...place(legacy, 'rg-dev'),
  name: 'failed-dev',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.93'],
  provisioningState: 'Failed',
  provisioningError: {
    code: 'VMExtensionError_OutboundConnFail',
    message:
      'Unable to establish outbound connection from agents, please see https://aka.ms/aks/vmextensionerror_outboundconnfail for more information.',
  },
};

/** Somebody's operation that does not end. */
export const updating: ClusterSpec = {
  ...place(legacy, 'rg-dev'),
  name: 'updating-dev',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.94'],
  provisioningState: 'Updating',
};

/** Nobody but finance may see it. */
export const secret: ClusterSpec = {
  ...place(finance, 'rg-finance'),
  name: 'finance-prod',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.95'],
};

export const stagingClusters: readonly ClusterSpec[] = [
  shopStaging,
  windows,
  kubenet,
  placeholder,
  batch,
  basic,
  availabilitySet,
  stopped,
  failed,
  updating,
  secret,
];
