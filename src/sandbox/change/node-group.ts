import { at, numberOf, objectsOf, present, textOf, type JsonObject, textAt } from '../json.js';
import { parseId } from '../resource-id.js';
import { networkResource, publicAddress } from '../scenarios/building/network-spec.js';
import type { ServiceSeed } from '../scenarios/scenario.js';
import { frontendOf, loadBalancers } from './load-balancers.js';
import { placeOf, type Place } from './place.js';

export interface OutboundAddress {
  readonly id: string;
  readonly address: string;
  readonly sku: 'Standard' | 'StandardV2';
}

/**
 * What AKS keeps in a cluster's node resource group for its network: addresses, the load balancer `kubernetes`
 * with the outbound rule and one frontend per public Service, the managed NAT gateway, the managed network.
 */
export function nodeGroupResources(options: {
  readonly seed: number;
  readonly cluster: JsonObject;
  /** Outbound addresses that AKS owns. */
  readonly outbound: readonly OutboundAddress[];
  readonly services: readonly ServiceSeed[];
}): readonly JsonObject[] {
  const { seed, cluster, outbound, services } = options;
  const place = placeOf(cluster);
  const publics = services.filter(({ isInternal }) => isInternal !== true);
  return [
    ...outbound.map(({ id, address, sku }) =>
      publicAddress(seed, {
        id,
        address,
        sku,
        location: place.location,
        tags: tagsOf(cluster, place.outboundType),
      }),
    ),
    ...publics.map((service) =>
      publicAddress(seed, {
        id: place.idOf(`publicIPAddresses/kubernetes-${frontendOf(seed, place.id, service)}`),
        address: service.address,
        location: place.location,
        tags: { 'k8s-azure-cluster-name': 'kubernetes', 'k8s-azure-service': service.name },
      }),
    ),
    ...loadBalancers({ ...options, place, publics }),
    ...managedNetwork({ ...options, place }),
  ];
}

const tagsOf = (cluster: JsonObject, outboundType: string): JsonObject => ({
  'aks-managed-cluster-name': textAt(cluster, 'name'),
  'aks-managed-cluster-rg': parseId(textAt(cluster, 'id'))?.resourceGroup ?? '',
  'aks-managed-type':
    outboundType === 'managedNATGateway' ? 'aks-nat-managed-outbound-ip' : 'aks-slb-managed-outbound-ip',
});

function managedNetwork(options: {
  readonly seed: number;
  readonly cluster: JsonObject;
  readonly outbound: readonly OutboundAddress[];
  readonly place: Place;
}): readonly JsonObject[] {
  const { seed, cluster, place } = options;
  const hasOwn = objectsOf(at(cluster, 'properties', 'agentPoolProfiles')).some(
    (pool) => 'vnetSubnetID' in pool,
  );
  if (hasOwn) return [];
  const profile = at(cluster, 'properties', 'networkProfile', 'natGatewayProfile');
  const gatewayId = place.idOf(`natGateways/aks-natgateway-${place.hash}`);
  const hasGateway = place.outboundType === 'managedNATGateway';
  const network = place.idOf(`virtualNetworks/aks-vnet-${place.hash}`);
  return [
    networkResource({
      seed,
      id: network,
      type: 'virtualNetworks',
      location: place.location,
      properties: {
        addressSpace: { addressPrefixes: ['10.224.0.0/12'] },
        privateEndpointVNetPolicies: 'Disabled',
        virtualNetworkPeerings: [],
        enableDdosProtection: false,
      },
    }),
    networkResource({
      seed,
      id: `${network}/subnets/aks-subnet`,
      type: 'virtualNetworks/subnets',
      withoutGuid: true,
      properties: present({
        addressPrefix: '10.224.0.0/16',
        natGateway: hasGateway ? { id: gatewayId } : undefined,
        delegations: [],
        privateEndpointNetworkPolicies: 'Disabled',
        privateLinkServiceNetworkPolicies: 'Enabled',
      }),
    }),
    ...(hasGateway
      ? [
          networkResource({
            seed,
            id: gatewayId,
            type: 'natGateways',
            location: place.location,
            properties: {
              idleTimeoutInMinutes: numberOf(at(profile, 'idleTimeoutInMinutes')) ?? 4,
              publicIpAddresses: objectsOf(at(profile, 'effectiveOutboundIPs'))
                .filter(({ id }) => textOf(id)?.toLowerCase().includes('/publicipaddresses/'))
                .map(({ id }) => ({ id })),
            },
            sku: { name: textOf(at(profile, 'sku')) ?? 'Standard' },
          }),
        ]
      : []),
  ];
}
