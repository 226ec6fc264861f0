import { hashOf } from '../chance.js';
import type { ClusterSpec } from './building/cluster-spec.js';
import type { NetworkSpec } from './building/network-spec.js';
import { plotOf } from './building/plot.js';
import { contoso, contosoAccount } from './contoso.js';
import type { Plot, Scenario, SubscriptionSeed } from './scenario.js';

const subscriptionCount = 1_000;
const clusterCount = 10_000;

/** Ten clusters in each subscription, but 25 in the first, so that a list of it has pages, and five in the next three. */
const subscriptionOf = (cluster: number): number => {
  if (cluster < 25) return 0;
  return cluster < 40 ? 1 + Math.floor((cluster - 25) / 5) : Math.floor(cluster / 10);
};

const lines = [
  'shop',
  'orders',
  'payments',
  'search',
  'media',
  'billing',
  'fleet',
  'claims',
  'sensors',
  'reports',
];
const stages = ['dev', 'test', 'staging', 'prod'];
const regions = ['switzerlandnorth', 'westeurope', 'northeurope', 'eastus', 'westus3', 'canadaeast'];

/** One of a list, by nothing but the parts. */
const pick = <T>(list: readonly [T, ...T[]] | readonly T[], ...parts: readonly (string | number)[]): T =>
  list[hashOf(parts.join(' ')) % list.length] as T;

const subscriptionAt = (number: number): SubscriptionSeed => ({
  id: `1a46e000-0000-4000-8000-${String(number + 1).padStart(12, '0')}`,
  displayName: `Contoso ${pick(lines, 'line', number)} ${String(number + 1).padStart(4, '0')}`,
  tenantId: contoso.id,
});

const kinds = [
  ...['loadBalancer', 'loadBalancer', 'loadBalancer', 'managedNATGateway', 'ownLoadBalancer'],
  ...['userAssignedNATGateway', 'userDefinedRouting', 'none'],
] as const;

/** Documentation addresses (RFC 5737) are 254 each: in a tenant of this size they repeat. */
const addressAt = (seed: number, number: number): string =>
  `203.0.113.${(hashOf(`${seed} ${number}`) % 254) + 1}`;

function specAt(seed: number, number: number): ClusterSpec {
  const subscription = subscriptionAt(subscriptionOf(number));
  const name = `${pick(lines, seed, 'name', number)}-${pick(stages, seed, 'stage', number)}-${String(number + 1).padStart(5, '0')}`;
  const kind = pick(kinds, seed, 'kind', number);
  const base = {
    subscriptionId: subscription.id,
    tenantId: subscription.tenantId,
    resourceGroup: `rg-${name}`,
    location: pick(regions, seed, 'region', number),
    name,
  };
  const address = addressAt(seed, number);
  switch (kind) {
    case 'loadBalancer':
      return { ...base, outboundType: kind, addresses: [address] };
    case 'managedNATGateway':
      return {
        ...base,
        outboundType: kind,
        addresses: [address],
        natGatewaySku: number % 2 === 0 || base.location === 'canadaeast' ? 'Standard' : 'StandardV2',
      };
    case 'ownLoadBalancer':
      return { ...base, outboundType: 'loadBalancer', network: networkOf(base, {}), addresses: [address] };
    case 'userAssignedNATGateway':
      return { ...base, outboundType: kind, network: networkOf(base, { gateway: address }) };
    case 'userDefinedRouting':
      return {
        ...base,
        outboundType: kind,
        network: networkOf(base, { hop: '10.0.0.4' }),
        userIdentity: `id-${name}`,
      };
    case 'none':
      return { ...base, outboundType: kind, artifactSource: 'Cache', isPrivate: true };
  }
}

function networkOf(
  base: Pick<ClusterSpec, 'subscriptionId' | 'resourceGroup' | 'location' | 'name'>,
  way: { readonly gateway?: string; readonly hop?: string },
): NetworkSpec {
  const { subscriptionId, resourceGroup, location, name } = base;
  return {
    subscriptionId,
    resourceGroup,
    location,
    name: `vnet-${name}`,
    addressPrefix: '10.1.0.0/16',
    subnets: [
      {
        name: 'snet-aks',
        addressPrefix: '10.1.0.0/22',
        ...(way.gateway === undefined ? {} : { natGateway: `ng-${name}` }),
        ...(way.hop === undefined ? {} : { routeTable: `rt-${name}` }),
      },
    ],
    natGateways:
      way.gateway === undefined
        ? []
        : [{ name: `ng-${name}`, addresses: [{ name: `pip-${name}`, address: way.gateway }] }],
    routeTables:
      way.hop === undefined
        ? []
        : [
            {
              name: `rt-${name}`,
              routes: [{ name: 'default', prefix: '0.0.0.0/0', hop: 'VirtualAppliance', to: way.hop }],
            },
          ],
  };
}

export const large: Scenario = {
  name: 'large',
  title: 'Ten thousand clusters',
  description: 'One tenant with 1,000 subscriptions and 10,000 clusters, made up from a seed.',
  data: (seed) => ({
    accounts: [contosoAccount()],
    tenants: [contoso],
    subscriptions: Array.from({ length: subscriptionCount }, (_, number) => subscriptionAt(number)),
    plots: Array.from({ length: clusterCount }, (_, number): Plot => plotOf(seed, specAt(seed, number))),
    faults: [],
  }),
};
