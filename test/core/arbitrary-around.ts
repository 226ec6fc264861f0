import fc from 'fast-check';
import type { Fact } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import type {
  FirewallFacts,
  LoadBalancerFacts,
  LockFacts,
  NetworkFacts,
  PermissionFacts,
  PolicyFacts,
  RegistryFacts,
  RoleFacts,
  Surroundings,
  UsageFacts,
} from '../../src/core/surroundings.js';
import { anyLiveFacts, forgotten } from './arbitrary.js';
import { said } from './around.js';

const fact = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 6, arbitrary: value.map(said) },
    { weight: 1, arbitrary: fc.constant<Fact<T>>(forgotten) },
  );
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(value, { maxLength: 3 });
const among = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const cluster =
  '/subscriptions/s/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/test';
const nodeGroup = '/subscriptions/s/resourcegroups/mc';
const network = ['subnet-1', 'subnet-2', 'table-1', 'nat-1', 'nat-2'];

const lock: fc.Arbitrary<LockFacts> = fc.record({
  name: among('freeze', 'keep'),
  level: among('ReadOnly', 'CanNotDelete', '__proto__'),
  scope: among(
    '/subscriptions/s',
    '/subscriptions/s/resourcegroups/rg',
    nodeGroup,
    `${nodeGroup}/x`,
    'table-1',
  ),
});
const permission: fc.Arbitrary<PermissionFacts> = fc.record({
  actions: fc.subarray(['*', '*/read', 'Microsoft.ContainerService/*', 'Microsoft.Network/*']),
  notActions: fc.subarray(['Microsoft.Network/*/join/action']),
});
const role: fc.Arbitrary<RoleFacts> = fc.record({
  roleName: among('Owner', 'Reader', 'AcrPull'),
  principalId: among('p-1'),
  scope: among('/subscriptions/s'),
  permissions: fact(some(permission)),
});
const denial: fc.Arbitrary<PolicyFacts> = fc.record({
  effect: among('Deny', 'Audit'),
  policyDefinitionId: among('/definition'),
  policyAssignmentId: among('/assignments/deny', ''),
});
const usage: fc.Arbitrary<UsageFacts> = fc.record({
  name: among('PublicIPAddresses', 'StandardSkuPublicIpAddresses', 'NatGateways', 'cores', 'virtualMachines'),
  current: among(0, 5, 10),
  limit: among(0, 10, 1000),
});
const balancer: fc.Arbitrary<LoadBalancerFacts> = fc.record({
  id: among(`${nodeGroup}/kubernetes`, `${nodeGroup}/second`),
  name: among('kubernetes', 'second', 'kubernetes-internal'),
  sku: fact(among('Standard', 'Basic')),
  frontends: some(
    fc.record({ name: among('a', 'b'), addressId: among('ip-1', 'ip-2'), hasRules: fc.boolean() }),
  ),
  outboundRuleCount: among(0, 1),
});
const peering = fc.record({
  name: among('to-hub'),
  remoteNetworkId: fact(among('hub')),
  state: fact(among('Connected', 'Disconnected')),
  allowForwardedTraffic: fact(fc.boolean()),
});
const virtualNetwork: fc.Arbitrary<NetworkFacts> = fc.record({
  name: among('vnet'),
  location: fact(among('westeurope')),
  addressPrefixes: fact(among(['10.0.0.0/16'], ['10.9.0.0/16'])),
  dnsServers: fact(among<readonly string[]>([], ['10.0.1.4'])),
  privateEndpointIds: fact(among<readonly string[]>([], ['pe-1'])),
  peerings: fact(some(peering)),
});
const firewall: fc.Arbitrary<FirewallFacts> = fc.record({
  id: among('fw'),
  name: among('fw-1'),
  provisioningState: fact(among('Succeeded', 'Failed')),
  privateAddresses: among(['10.0.1.4'], ['10.0.9.9']),
  addressIds: among(['ip-1']),
  policyId: fact(among('policy')),
  allows: fact(
    fc.record({
      fqdns: fc.subarray(['mcr.microsoft.com', '*.microsoft.com', '*']),
      fqdnTags: fc.subarray(['AzureKubernetesService']),
      destinations: fc.subarray(['*', 'AzureCloud.WestEurope']),
    }),
  ),
});
const registry: fc.Arbitrary<RegistryFacts> = fc.record({
  name: among('acr'),
  sku: fact(among('Premium', 'Basic')),
  publicNetworkAccess: fact(among('Enabled', 'Disabled')),
  privateEndpoints: fact(
    some(
      fc.record({
        id: among('pe'),
        status: fact(among('Approved', 'Pending')),
        dnsZoneIds: fact(among<readonly string[]>([], ['/privatednszones/privatelink.azurecr.io'])),
      }),
    ),
  ),
  cacheRules: fact(
    some(
      fc.record({
        name: among('aks-managed-mcr', 'other'),
        sourceRepository: among('mcr.microsoft.com/*'),
        targetRepository: among('aks-managed-repository/*'),
      }),
    ),
  ),
  kubeletRoles: fact(some(role)),
});

const each = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, Fact<T>>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, fact(value)])), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, Fact<T>>
  >;

const anyAround: fc.Arbitrary<Surroundings> = fc.record(
  {
    locks: each(['/subscriptions/s'], some(lock)),
    permissions: each([cluster, ...network], some(permission)),
    identityRoles: each(network, some(role)),
    policies: each(['microsoft.network/publicipaddresses', 'microsoft.network/natgateways'], some(denial)),
    networkUsages: fact(some(usage)),
    computeUsages: fact(some(usage)),
    providers: each(
      ['Microsoft.ContainerService', 'Microsoft.Network'],
      among('Registered', 'NotRegistered', 'Registering'),
    ),
    features: fact(among<Record<string, string>>({}, { OutboundTypeBlockPreview: 'NotRegistered' })),
    maintenance: fact(some(fc.record({ name: among('default'), notAllowed: fc.constant([]) }))),
    loadBalancers: fact(some(balancer)),
    networks: each(['subnet-1', 'vnet'], virtualNetwork),
    firewalls: fact(some(firewall)),
    dependencies: fact(
      some(
        fc.record({
          category: among('images'),
          domainName: among('mcr.microsoft.com', 'management.azure.com'),
          ports: among([443]),
        }),
      ),
    ),
    extensions: fact(
      some(
        fc.record({
          name: among('flux'),
          type: fact(among('microsoft.flux', 'other')),
          provisioningState: fact(among('Succeeded')),
        }),
      ),
    ),
    registry: fact(registry),
  },
  { requiredKeys: [] },
);

/** A living cluster in any surroundings; parts that nobody asked for are left out. */
export const anySurrounded: fc.Arbitrary<ClusterFacts> = fc
  .tuple(anyLiveFacts, anyAround)
  .map(([facts, around]) => ({ ...facts, around }));

/** The same with one part of what stands around left out altogether; `which` picks it. */
export function withoutOnePart(facts: ClusterFacts, which: number): ClusterFacts {
  const parts = Object.keys(facts.around ?? {});
  const left = parts.filter((_part, index) => index !== which % Math.max(1, parts.length));
  const around = Object.fromEntries(left.map((part) => [part, facts.around?.[part as keyof Surroundings]]));
  return { ...facts, around: around };
}
