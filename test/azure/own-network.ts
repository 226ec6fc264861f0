import type { Json } from '../../src/core/json.js';
import type { NetworkPut, Register, Step } from '../../src/core/plan.js';
import { toOwnNatGateway, type Change } from './orders.js';

/** Where the resources of a cluster with a network of its own stand in the sandbox's tour. */
export const staging = (subscriptionId: string) => {
  const network = `/subscriptions/${subscriptionId}/resourceGroups/rg-batch/providers/Microsoft.Network`;
  return {
    address: `${network}/publicIPAddresses/pip-new`,
    gateway: `${network}/natGateways/ng-new`,
    subnet: `${network}/virtualNetworks/vnet-batch/subnets/snet-aks`,
    table: `${network}/routeTables/rt-new`,
    route: `${network}/routeTables/rt-new/routes/default`,
  };
};

type Place = ReturnType<typeof staging>;
export type TestStep = Change['steps'][number];

const succeeded = {
  kind: 'equals',
  path: ['properties', 'provisioningState'],
  value: 'Succeeded',
} as const;

const put = (
  resourceId: string,
  more: Partial<Pick<NetworkPut, 'edits' | 'create' | 'etag'>>,
): NetworkPut => ({
  kind: 'network',
  method: 'PUT',
  resourceId,
  apiVersion: '2025-09-01',
  edits: [],
  ...more,
});

export const createAddress = (
  { address }: Place,
  location = 'switzerlandnorth',
): TestStep & { readonly send: NetworkPut } => ({
  id: 'create-address',
  verify: [succeeded, { kind: 'notEmpty', path: ['properties', 'ipAddress'] }],
  send: put(address, {
    create: {
      location,
      sku: { name: 'Standard', tier: 'Regional' },
      properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
    },
  }),
});

export const createGateway = ({ address, gateway }: Place): TestStep => ({
  id: 'create-gateway',
  verify: [
    succeeded,
    { kind: 'includesAll', path: ['properties', 'publicIpAddresses'], values: [{ id: address }] },
  ],
  send: put(gateway, {
    create: {
      location: 'switzerlandnorth',
      sku: { name: 'Standard' },
      properties: { idleTimeoutInMinutes: 10, publicIpAddresses: [{ id: address }] },
    },
  }),
});

export const attach = (
  { gateway, subnet }: Place,
  etag?: string,
): TestStep & { readonly send: NetworkPut } => ({
  id: 'attach-gateway',
  isCutOver: true,
  verify: [{ kind: 'equals', path: ['properties', 'natGateway', 'id'], value: gateway }],
  send: put(subnet, {
    edits: [{ op: 'set', path: ['properties', 'natGateway'], value: { id: gateway } }],
    ...(etag === undefined ? {} : { etag }),
  }),
});

export const detach = ({ subnet }: Place): TestStep => ({
  id: 'detach-gateway',
  isCutOver: true,
  verify: [{ kind: 'gone', path: ['properties', 'natGateway'] }],
  send: put(subnet, { edits: [{ op: 'remove', path: ['properties', 'natGateway'] }] }),
});

export const createTable = ({ table }: Place): TestStep => ({
  id: 'create-table',
  verify: [succeeded],
  send: put(table, {
    create: {
      location: 'switzerlandnorth',
      properties: {
        routes: [
          {
            name: 'default',
            properties: {
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress: '10.60.99.4',
            },
          },
        ],
      },
    },
  }),
});

export const removal = (resourceId: string, id: string): TestStep => ({
  id,
  verify: [{ kind: 'gone', path: [] }],
  send: { kind: 'network', method: 'DELETE', resourceId, apiVersion: '2025-09-01' },
});

const featureId = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Features/providers/Microsoft.ContainerService/features/SomethingPreview`;

export const registerFeature = (subscriptionId: string): TestStep & { readonly send: Register } => ({
  id: 'register-feature',
  verify: [{ kind: 'equals', path: ['properties', 'state'], value: 'Registered' }],
  send: {
    kind: 'register',
    method: 'POST',
    resourceId: featureId(subscriptionId),
    apiVersion: '2021-07-01',
  },
});

export const registerProvider = (subscriptionId: string): TestStep & { readonly send: Register } => ({
  id: 'register-provider',
  verify: [{ kind: 'equals', path: ['registrationState'], value: 'Registered' }],
  send: {
    kind: 'register',
    method: 'POST',
    resourceId: `/subscriptions/${subscriptionId}/providers/Microsoft.ContainerService`,
    apiVersion: '2021-04-01',
  },
});

const ranges = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];
/** The address that the first step makes, as a later one names it. */
export const newAddress: Json = { $from: { stepId: 'create-address', path: ['properties', 'ipAddress'] } };

export const letInNewAddress: TestStep = {
  id: 'ranges',
  verify: [{ kind: 'includesAll', path: ranges, values: ['192.0.2.0/24', newAddress] }],
};

/** A change of these steps for `batch-staging`; the last one may be the switch of the outbound type. */
export const besideTheCluster = (...steps: readonly TestStep[]): Change => ({
  target: { outboundType: 'userAssignedNATGateway' },
  steps,
  edits: {
    ranges: [{ op: 'set', path: ranges, value: ['192.0.2.0/24', newAddress] }],
    ...toOwnNatGateway.edits,
  },
});

/** Address, gateway, ranges, association, type: the whole way of a network of one's own. */
export const wholeWay = (place: Place, subscriptionId: string): Change =>
  besideTheCluster(
    registerFeature(subscriptionId),
    registerProvider(subscriptionId),
    createAddress(place),
    createGateway(place),
    letInNewAddress,
    attach(place),
    ...(toOwnNatGateway.steps as readonly Pick<Step, 'id' | 'verify'>[]),
  );

/** The subscription of the tour's staging clusters. */
export const stagingId = '5b000000-0000-4000-8000-000000000003';
