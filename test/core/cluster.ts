import { absent, known, unknown, type Fact, type Origin, type Unknown } from '../../src/core/fact.js';
import type {
  AddressFacts,
  ClusterFacts,
  ClusterProperties,
  LoadBalancerProfile,
  NatGatewayFacts,
  NatGatewayProfile,
  PoolFacts,
  Route,
  RouteTableFacts,
  ServiceFacts,
  SubnetFacts,
} from '../../src/core/facts.js';
import { say } from '../../src/core/message.js';

/** A value, `undefined` for known to be absent, or a whole fact: `lost` for one that nobody could read. */
export type Said<T> = T | undefined | Unknown;
type Sketch<T> = { readonly [K in keyof T]?: T[K] extends Fact<infer V> ? Said<V> : T[K] };

const arm: Origin = { kind: 'arm', resourceId: '/cluster', property: 'test' };
const text: Origin = { kind: 'literal', uri: 'file:///main.bicep', start: 10, end: 20 };

export const lost = unknown('denied', say('You have no Reader role.'), arm);

export interface ClusterSketch {
  readonly cluster?: Omit<Sketch<ClusterProperties>, 'loadBalancerProfile' | 'natGatewayProfile'>;
  readonly balancer?: Said<Sketch<LoadBalancerProfile>>;
  readonly nat?: Said<Sketch<NatGatewayProfile>>;
  readonly pools?: readonly PoolSketch[] | Unknown;
  readonly subnets?: Readonly<Record<string, Sketch<SubnetFacts> | Unknown>>;
  readonly gateways?: Readonly<Record<string, Sketch<NatGatewayFacts> | Unknown>>;
  readonly tables?: Readonly<Record<string, readonly RouteSketch[] | Unknown>>;
  readonly addresses?: Readonly<Record<string, Sketch<AddressFacts> | Unknown>>;
  readonly services?: Said<readonly ServiceFacts[]>;
}

export type PoolSketch = Sketch<Omit<PoolFacts, 'name'>> & { readonly name?: string };
export type RouteSketch = Sketch<Omit<Route, 'name'>>;

/** A running cluster with a load balancer on a network made by AKS, unless said otherwise. */
export function liveCluster(sketch: ClusterSketch = {}): ClusterFacts {
  const running: ClusterSketch['cluster'] = {
    location: 'westeurope',
    apiVersion: '2026-06-01',
    eTag: 'e-1',
    skuName: 'Base',
    provisioningState: 'Succeeded',
    powerState: 'Running',
    kubernetesVersion: '1.34.3',
    nodeResourceGroup: 'MC_rg_test_westeurope',
    outboundType: 'loadBalancer',
    loadBalancerSku: 'Standard',
    networkPlugin: 'azure',
    ipFamilies: ['IPv4'],
    nodeProvisioningMode: 'Manual',
    identityType: 'UserAssigned',
  };
  const type =
    sketch.cluster && 'outboundType' in sketch.cluster ? sketch.cluster.outboundType : 'loadBalancer';
  return build('live', arm, {
    ...(type === 'loadBalancer' || type === undefined
      ? { balancer: { managedOutboundIPCount: 1, effectiveOutboundIPIds: ['ip-1'] } }
      : {}),
    ...(type === 'managedNATGateway'
      ? { nat: { sku: 'Standard', managedOutboundIPCount: 1, effectiveOutboundIPIds: ['ip-1'] } }
      : {}),
    addresses: { 'ip-1': { address: '203.0.113.17', owner: 'AKS' } },
    ...sketch,
    cluster: { ...running, ...sketch.cluster },
  });
}

/** The same with its nodes in a subnet of the customer's. */
export const ownNetworkCluster = (sketch: ClusterSketch = {}): ClusterFacts =>
  liveCluster({ pools: [{ subnetId: 'nodes' }], ...sketch });

/** A cluster that a file declares; nothing is there but what is said. */
export const fileCluster = (sketch: ClusterSketch = {}): ClusterFacts =>
  build('file', text, { ...sketch, cluster: { apiVersion: '2026-05-01', ...sketch.cluster } });

function build(subject: 'live' | 'file', origin: Origin, sketch: ClusterSketch): ClusterFacts {
  const fact = <T>(value: Said<T>): Fact<T> => {
    if (value === undefined) return absent(origin);
    return isUnknown(value) ? value : known(value, origin);
  };
  const fill = <T>(names: readonly (keyof T & string)[], said: object): T =>
    Object.fromEntries(names.map((name) => [name, fact((said as Record<string, unknown>)[name])])) as T;
  const node = <T>(value: object | Unknown, make: (said: object) => T): Fact<T> =>
    isUnknown(value) ? value : known(make(value), origin);
  const nodes = <T>(sketches: Readonly<Record<string, object>>, make: (name: string, said: object) => T) =>
    Object.fromEntries(
      Object.entries(sketches).map(([id, said]) => [id, node(said, (each) => make(id, each))]),
    );
  const profile = <T>(said: Said<object>, names: readonly (keyof T & string)[]): Fact<T> =>
    said === undefined ? absent(origin) : node(said, (each) => fill<T>(names, each));
  const pools = sketch.pools ?? [{}];
  const mentioned = isUnknown(pools)
    ? []
    : pools
        .flatMap(({ subnetId, podSubnetId }) => [subnetId, podSubnetId])
        .filter((id) => typeof id === 'string');
  const named = Object.fromEntries(mentioned.map((id) => [id, {}]));
  return {
    subject,
    id: '/subscriptions/s/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/test',
    name: 'test',
    cluster: {
      ...fill<ClusterProperties>(clusterNames, sketch.cluster ?? {}),
      loadBalancerProfile: profile(sketch.balancer, balancerNames),
      natGatewayProfile: profile(sketch.nat, natNames),
    },
    pools: isUnknown(pools)
      ? pools
      : known(
          pools.map((pool, index) => ({
            ...fill<PoolFacts>(poolNames, { ...ordinaryPool(subject), ...pool }),
            name: pool.name ?? `pool${index + 1}`,
          })),
          origin,
        ),
    subnets: nodes<SubnetFacts>({ ...named, ...sketch.subnets }, (name, said) => ({
      ...fill<SubnetFacts>(['natGatewayId', 'routeTableId'], said),
      name,
    })),
    natGateways: nodes<NatGatewayFacts>(sketch.gateways ?? {}, (name, said) => ({
      ...fill<NatGatewayFacts>(gatewayNames, said),
      name,
    })),
    routeTables: nodes<RouteTableFacts>(sketch.tables ?? {}, (name, said) => ({
      name,
      routes: known(
        (said as readonly RouteSketch[]).map((route, index) => ({
          ...fill<Route>(['addressPrefix', 'nextHopType', 'nextHopIpAddress'], route),
          name: `route${index + 1}`,
        })),
        origin,
      ),
    })),
    addresses: nodes<AddressFacts>(sketch.addresses ?? {}, (name, said) => ({
      ...fill<AddressFacts>(['address', 'sku', 'owner'], said),
      name,
    })),
    services: fact(sketch.services === undefined && subject === 'live' ? [] : sketch.services),
  };
}

const ordinaryPool = (subject: 'live' | 'file'): PoolSketch =>
  subject === 'file'
    ? {}
    : {
        mode: 'System',
        type: 'VirtualMachineScaleSets',
        osType: 'Linux',
        provisioningState: 'Succeeded',
        powerState: 'Running',
        count: 3,
        enableAutoScaling: false,
      };

const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'unknown';

const clusterNames = [
  ...(['location', 'apiVersion', 'eTag', 'skuName', 'provisioningState', 'powerState'] as const),
  ...(['kubernetesVersion', 'nodeResourceGroup', 'outboundType', 'loadBalancerSku'] as const),
  ...(['networkPlugin', 'ipFamilies', 'authorizedIPRanges', 'enablePrivateCluster'] as const),
  ...(['enableVnetIntegration', 'publicNetworkAccess', 'nodeProvisioningMode'] as const),
  ...(['artifactSource', 'nodeOSUpgradeChannel', 'identityType'] as const),
] satisfies readonly (keyof ClusterProperties)[];

const balancerNames = [
  ...([
    'managedOutboundIPCount',
    'managedOutboundIPv6Count',
    'outboundIPIds',
    'outboundIPPrefixIds',
  ] as const),
  ...([
    'allocatedOutboundPorts',
    'idleTimeoutInMinutes',
    'backendPoolType',
    'effectiveOutboundIPIds',
  ] as const),
] satisfies readonly (keyof LoadBalancerProfile)[];

const natNames = ['sku', 'managedOutboundIPCount', 'idleTimeoutInMinutes', 'effectiveOutboundIPIds'] as const;

const gatewayNames = [
  ...(['sku', 'location', 'zones', 'provisioningState', 'idleTimeoutInMinutes', 'addressIds'] as const),
] satisfies readonly (keyof NatGatewayFacts)[];

const poolNames = [
  ...(['mode', 'type', 'osType', 'provisioningState', 'powerState', 'count', 'enableAutoScaling'] as const),
  ...(['minCount', 'maxCount', 'maxSurge', 'enableNodePublicIP', 'disableOutboundNat'] as const),
  ...(['availabilityZones', 'subnetId', 'podSubnetId', 'eTag'] as const),
] satisfies readonly (keyof PoolFacts)[];

/** Own network whose node subnet has a NAT gateway with one address. */
export const withGateway = (sketch: ClusterSketch = {}): ClusterFacts =>
  ownNetworkCluster({
    subnets: { nodes: { natGatewayId: 'nat' } },
    gateways: { nat: { location: 'westeurope', idleTimeoutInMinutes: 30, addressIds: ['ip-nat'] } },
    addresses: {
      'ip-1': { address: '203.0.113.17', owner: 'AKS' },
      'ip-nat': { address: '198.51.100.4', owner: 'customer' },
    },
    ...sketch,
  });

/** Own network whose node subnet has a route table with a default route to a firewall. */
export const withRoute = (sketch: ClusterSketch = {}): ClusterFacts =>
  ownNetworkCluster({
    subnets: { nodes: { routeTableId: 'table' } },
    tables: {
      table: [{ addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.1.4' }],
    },
    ...sketch,
  });
