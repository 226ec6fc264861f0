import type { Json } from '../../../src/core/json.js';

// Written by hand after the shapes that Azure really sends: a small stand-in for recorded traffic.

export const subscription = '/subscriptions/00000000-0000-4000-8000-000000000001';
export const clusterId = `${subscription}/resourcegroups/rg-one/providers/Microsoft.ContainerService/managedClusters/one`;
const node = `${subscription}/resourceGroups/MC_rg-one_one_westeurope/providers/Microsoft.Network`;
export const addressId = `${node}/publicIPAddresses/0f0e0d0c-1111-4222-8333-444455556666`;
export const subnetId = `${subscription}/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/v/subnets/s`;
export const gatewayId = `${subscription}/resourceGroups/rg-net/providers/Microsoft.Network/natGateways/g`;
export const tableId = `${subscription}/resourceGroups/rg-net/providers/Microsoft.Network/routeTables/r`;

/** A cluster in today's usual shape, with the quirks that recordings show. */
export const usual: Json = {
  id: clusterId,
  location: 'westeurope',
  name: 'one',
  type: 'Microsoft.ContainerService/ManagedClusters',
  eTag: '1d2c3b4a-0000-4000-8000-000000000000',
  sku: { name: 'Base', tier: 'Free' },
  identity: { type: 'SystemAssigned', principalId: '00000000-0000-4000-8000-000000000009' },
  properties: {
    provisioningState: 'Succeeded',
    powerState: { code: 'Running' },
    kubernetesVersion: '1.34',
    currentKubernetesVersion: '1.34.3',
    nodeResourceGroup: 'MC_rg-one_one_westeurope',
    agentPoolProfiles: [
      {
        name: 'nodepool1',
        count: 3,
        type: 'VirtualMachineScaleSets',
        mode: 'System',
        osType: 'Linux',
        enableAutoScaling: false,
        upgradeSettings: { maxSurge: '10%' },
        networkProfile: {},
        powerState: { code: 'Running' },
        provisioningState: 'Succeeded',
        eTag: 'p-1',
      },
    ],
    networkProfile: {
      networkPlugin: 'kubenet',
      loadBalancerSku: 'Standard',
      outboundType: 'loadBalancer',
      loadBalancerProfile: {
        managedOutboundIPs: { count: 1 },
        effectiveOutboundIPs: [{ id: addressId }],
        backendPoolType: 'nodeIPConfiguration',
      },
      ipFamilies: ['IPv4'],
    },
    addonProfiles: { azurepolicy: { enabled: true, config: null } },
    securityProfile: {},
  },
};

/** As an answer of 2020 came: no eTag, no sku, no outbound type, no power state. */
export const ancient: Json = {
  id: clusterId,
  name: 'one',
  location: 'westeurope',
  properties: {
    provisioningState: 'Succeeded',
    kubernetesVersion: '1.15.7',
    nodeResourceGroup: 'MC_rg-one_one_westeurope',
    agentPoolProfiles: [{ name: 'default', count: 1, type: 'AvailabilitySet', osType: 'Linux' }],
    networkProfile: { networkPlugin: 'kubenet', loadBalancerSku: 'Basic' },
  },
};

/** Every value of the wrong kind. */
export const wrong: Json = {
  id: 7,
  name: ['one'],
  location: { in: 'westeurope' },
  eTag: false,
  sku: 'Base',
  properties: {
    provisioningState: 1,
    powerState: 'Running',
    nodeResourceGroup: null,
    agentPoolProfiles: [
      null,
      'pool',
      { name: 9, count: 'many', vnetSubnetID: 'not an id', availabilityZones: [1] },
    ],
    networkProfile: {
      outboundType: ['loadBalancer'],
      ipFamilies: 'IPv4',
      loadBalancerProfile: { effectiveOutboundIPs: [{ id: 3 }, null], managedOutboundIPs: [] },
      natGatewayProfile: 'yes',
    },
    apiServerAccessProfile: { authorizedIPRanges: { 0: '1.2.3.4' }, enablePrivateCluster: 'perhaps' },
  },
};
