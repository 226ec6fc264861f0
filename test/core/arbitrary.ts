import fc from 'fast-check';
import { unknown, type Fact, type Origin, type Unknown } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import { say } from '../../src/core/message.js';
import type { Target, WantedGateway } from '../../src/core/target.js';
import { fileCluster, liveCluster, type ClusterSketch, type PoolSketch, type Said } from './cluster.js';

const origin: Origin = { kind: 'arm', resourceId: '/cluster', property: 'any' };
export const forgotten: Unknown = unknown('denied', say('You have no Reader role.'), origin);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Said<T>> =>
  fc.oneof(
    { weight: 8, arbitrary: value },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(forgotten) },
  );
const among = <T>(...values: readonly T[]): fc.Arbitrary<Said<T>> => maybe(fc.constantFrom(...values));
const odd = '__proto__';

const ids = maybe(fc.subarray(['ip-1', 'ip-2', 'ip-3', odd]));
const count = maybe(fc.oneof(fc.integer({ min: -1, max: 20 }), fc.constantFrom(100, 1500)));

const pool: fc.Arbitrary<PoolSketch> = fc.record({
  type: among('VirtualMachineScaleSets', 'AvailabilitySet', odd),
  osType: among('Linux', 'Windows'),
  provisioningState: among('Succeeded', 'Succeeded', 'Failed', 'Updating', ''),
  powerState: among('Running', 'Running', 'Stopped'),
  count,
  enableAutoScaling: among(true, false),
  maxCount: count,
  maxSurge: among('10%', '33%', '2', '0', 'many'),
  enableNodePublicIP: among(true, false),
  disableOutboundNat: among(true, false),
  subnetId: among('subnet-1', 'subnet-2', 'nowhere', '/subscriptions/s/resourceGroups/mc/x'),
  podSubnetId: fc.oneof(fc.constant(undefined), among('subnet-1', 'subnet-2')),
});

const subnet = fc.record({
  natGatewayId: among('nat-1', 'nat-2', 'nowhere'),
  routeTableId: among('table-1', 'nowhere'),
});
const gateway = fc.record({
  location: among('westeurope', 'northeurope'),
  idleTimeoutInMinutes: among(4, 30),
  addressIds: ids,
});
const route = fc.record({
  addressPrefix: among('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8'),
  nextHopType: among('VirtualAppliance', 'VirtualNetworkGateway', 'Internet', 'None', odd),
  nextHopIpAddress: among('10.0.1.4'),
});
const address = fc.record({
  address: among('203.0.113.17', '198.51.100.4', '192.0.2.0/30', 'odd'),
  owner: among<'AKS' | 'customer'>('AKS', 'customer'),
});

const node = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | Unknown> =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(forgotten) });

const cluster = fc.record({
  location: among('westeurope', 'swedensouth'),
  apiVersion: among('2026-06-01', '2026-05-01', '2020-01-01', 'odd'),
  eTag: among('e'),
  skuName: among('Base', 'Base', 'Automatic'),
  provisioningState: among('Succeeded', 'Succeeded', 'Failed', 'Updating'),
  powerState: among('Running', 'Running', 'Stopped'),
  kubernetesVersion: among('1.34.3', '1.29.0', 'odd'),
  nodeResourceGroup: among('mc', odd),
  outboundType: among(
    'loadBalancer',
    'managedNATGateway',
    'userAssignedNATGateway',
    'userDefinedRouting',
    'none',
    'block',
    'managedNATGatewayV2',
    odd,
  ),
  loadBalancerSku: among('Standard', 'Standard', 'basic'),
  networkPlugin: among('azure', 'kubenet'),
  ipFamilies: among<readonly string[]>(['IPv4'], ['IPv4', 'IPv6'], []),
  authorizedIPRanges: among<readonly string[]>(
    ['192.0.2.0/24'],
    ['0.0.0.0/32'],
    [],
    ['203.0.113.17/32', 'AzureCloud'],
  ),
  enablePrivateCluster: among(true, false, false),
  enableVnetIntegration: among(true, false, false),
  publicNetworkAccess: among('Enabled', 'Disabled'),
  nodeProvisioningMode: among('Manual', 'Manual', 'Auto'),
  artifactSource: among('Cache', 'Direct'),
  nodeOSUpgradeChannel: among('NodeImage', 'Unmanaged'),
  identityType: among('SystemAssigned', 'UserAssigned'),
});

const sketch: fc.Arbitrary<ClusterSketch> = fc.record({
  cluster,
  balancer: maybe(
    fc.record({
      managedOutboundIPCount: count,
      outboundIPIds: ids,
      outboundIPPrefixIds: ids,
      allocatedOutboundPorts: among(0, 8, 1024, 64_000, -8, 3),
      idleTimeoutInMinutes: among(4, 30, 121),
      backendPoolType: among('NodeIP', 'nodeIPConfiguration'),
      effectiveOutboundIPIds: ids,
    }),
  ),
  nat: maybe(
    fc.record({
      sku: among('Standard', 'StandardV2', odd),
      managedOutboundIPCount: count,
      idleTimeoutInMinutes: among(4, 30),
      effectiveOutboundIPIds: ids,
    }),
  ),
  pools: node(fc.array(pool, { maxLength: 3 })),
  subnets: fc.record({ 'subnet-1': node(subnet), 'subnet-2': node(subnet) }),
  gateways: fc.record({ 'nat-1': node(gateway), 'nat-2': node(gateway) }),
  tables: fc.record({ 'table-1': node(fc.array(route, { maxLength: 3 })) }),
  addresses: fc.record({ 'ip-1': node(address), 'ip-2': node(address), 'ip-3': node(address) }),
  services: among<readonly { name: string; address: string }[]>(
    [],
    [{ name: 'web', address: '203.0.113.5' }],
  ),
});

/** Any graph: living or declared, whole or full of holes, sane or odd. */
export const anyFacts: fc.Arbitrary<ClusterFacts> = fc
  .tuple(fc.boolean(), sketch)
  .map(([isLive, drawn]) => (isLive ? liveCluster(drawn) : fileCluster(drawn)));

export const anyLiveFacts: fc.Arbitrary<ClusterFacts> = sketch.map(liveCluster);

const wantedGateway: fc.Arbitrary<WantedGateway> = fc.oneof(
  fc.record({ kind: fc.constant('existing' as const), id: fc.constantFrom('nat-1', 'nat-2', 'nat-9') }),
  fc.record(
    {
      kind: fc.constant('created' as const),
      name: fc.constantFrom('ng-new', 'nat-1'),
      idleTimeoutInMinutes: fc.constantFrom(4, 30),
      zone: fc.constantFrom('1', '2'),
    },
    { requiredKeys: ['kind', 'name'] },
  ),
);

const wishingForGateway: fc.Arbitrary<Target> = fc.record(
  {
    outboundType: fc.constant('userAssignedNATGateway' as const),
    gateway: wantedGateway,
    clearsTheWay: fc.constant(true as const),
  },
  { requiredKeys: ['outboundType'] },
);

const wishingForRoute: fc.Arbitrary<Target> = fc.record(
  {
    outboundType: fc.constant('userDefinedRouting' as const),
    firewall: fc.constantFrom('10.0.1.4', '8.8.8.8'),
  },
  { requiredKeys: ['outboundType'] },
);

export const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record(
    {
      outboundType: fc.constant('loadBalancer' as const),
      managedOutboundIPCount: fc.integer({ min: 0, max: 101 }),
      outboundIPIds: fc.subarray(['ip-2', 'ip-3']),
      allocatedOutboundPorts: fc.constantFrom(0, 8, 1000, 64_001),
      idleTimeoutInMinutes: fc.constantFrom(4, 30, 121),
      clearsTheWay: fc.constant(true as const),
    },
    { requiredKeys: ['outboundType'] },
  ),
  fc.record(
    {
      outboundType: fc.constant('managedNATGateway' as const),
      sku: fc.constantFrom('Standard' as const, 'StandardV2' as const),
      managedOutboundIPCount: fc.integer({ min: 0, max: 17 }),
      idleTimeoutInMinutes: fc.constantFrom(4, 30),
    },
    { requiredKeys: ['outboundType', 'sku'] },
  ),
  wishingForGateway,
  wishingForRoute,
  fc.constantFrom<Target>({ outboundType: 'none' }, { outboundType: 'block' }),
);

/** The graph with one of its facts forgotten, wherever it stands; `which` picks it. */
export function withOneForgotten(facts: ClusterFacts, which: number): ClusterFacts {
  const all = countFacts(facts);
  let left = which % Math.max(1, all);
  const walk = (value: unknown): unknown => {
    if (isFact(value)) {
      if (left-- === 0) return forgotten;
      return value.kind === 'known' ? { ...value, value: walk(value.value) } : value;
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member)]));
  };
  return walk(facts) as ClusterFacts;
}

function countFacts(value: unknown): number {
  if (isFact(value)) return 1 + (value.kind === 'known' ? countFacts(value.value) : 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, member) => sum + countFacts(member), 0);
}

const isFact = (value: unknown): value is Fact<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  ['known', 'absent', 'unknown'].includes((value as { kind?: string }).kind ?? '') &&
  'origin' in value;
