import type { Fact } from '../../src/core/fact.js';
import { absent, known, unknown } from '../../src/core/fact.js';
import type {
  AddressFacts,
  ClusterFacts,
  ClusterProperties,
  NatGatewayFacts,
  Nodes,
  PoolFacts,
  RouteTableFacts,
  SubnetFacts,
} from '../../src/core/facts.js';
import { say } from '../../src/core/message.js';
import type { ClusterReading } from '../../src/core/reading.js';
import type { ClusterSketch, PoolSketch, SubnetSketch } from './cluster-sketch.js';
import { networkBodiesOf } from './network-bodies.js';
import { addressIdOf, bodyOf, idOf, poolsOf, subscriptionId, tenantId } from './cluster-sketch.js';

/** A fresh look at a sketched cluster: the facts and the body tell the same story. */
export function readingOf(sketch: ClusterSketch = {}): ClusterReading {
  const eTag = sketch.eTag === null ? undefined : (sketch.eTag ?? '"e-1"');
  return {
    facts: factsOf(sketch),
    basis: {
      apiVersion: sketch.apiVersion ?? '2026-05-01',
      ...(eTag === undefined ? {} : { eTag }),
      body: bodyOf(sketch),
      poolETags: Object.fromEntries(poolsOf(sketch).map(({ name }) => [name, `"pool-${name}-1"`])),
    },
    tenantId,
    subscriptionId,
    readAtInMs: sketch.readAtInMs ?? Date.UTC(2026, 10, 23, 14, 2),
    apiVersions: sketch.apiVersions ?? ['2026-06-01', '2026-05-01', '2026-04-01'],
    network: networkBodiesOf(sketch),
  };
}

/** A reading with some facts replaced; the body stays. */
export const withFacts = (
  reading: ClusterReading,
  change: (facts: ClusterFacts) => ClusterFacts,
): ClusterReading => ({ ...reading, facts: change(reading.facts) });

/** A reading in which one property of the cluster could not be read. */
export const withUnknownProperty = (
  reading: ClusterReading,
  property: keyof ClusterProperties,
): ClusterReading =>
  withFacts(reading, (facts) => ({
    ...facts,
    cluster: { ...facts.cluster, [property]: denied(facts.id, property) },
  }));

/** A reading in which a person may not read one subnet. */
export const withDeniedSubnet = (reading: ClusterReading, subnet: string): ClusterReading =>
  withFacts(reading, (facts) => {
    const key = idOf.subnet(subnet).toLowerCase();
    return { ...facts, subnets: { ...facts.subnets, [key]: denied(key, 'subnet') } };
  });

const denied = (resourceId: string, property: string) =>
  unknown('denied', say('You have no Reader role on {resource}.', { resource: resourceId }), {
    kind: 'arm',
    resourceId,
    property,
  });

/** The facts of a sketched cluster, as they would be read from Azure. */
export function factsOf(sketch: ClusterSketch = {}): ClusterFacts {
  const id = idOf.cluster(sketch.name ?? 'payments-prod').toLowerCase();
  const fact = factIn(id);
  return {
    subject: 'live',
    id,
    name: sketch.name ?? 'payments-prod',
    cluster: propertiesOf(sketch, fact),
    pools: fact(
      'agentPoolProfiles',
      poolsOf(sketch).map((pool) => poolFacts(pool, fact)),
    ),
    subnets: subnetsOf(sketch),
    natGateways: gatewaysOf(sketch),
    routeTables: routeTablesOf(sketch),
    addresses: addressesOf(sketch),
    services: fact('services', sketch.services ?? []),
  };
}

/** Known when there is a value, known to be absent when there is none. */
const factIn =
  (resourceId: string) =>
  <T>(property: string, value?: T): Fact<T> => {
    const origin = { kind: 'arm' as const, resourceId, property };
    return value === undefined ? absent(origin) : known(value, origin);
  };

type FactOf = ReturnType<typeof factIn>;

function propertiesOf(sketch: ClusterSketch, fact: FactOf): ClusterProperties {
  const type = 'outboundType' in sketch ? sketch.outboundType : 'loadBalancer';
  return {
    location: fact('location', 'westeurope'),
    apiVersion: fact('apiVersion', sketch.apiVersion ?? '2026-06-01'),
    eTag: fact('eTag', sketch.eTag === null ? undefined : (sketch.eTag ?? '"e-1"')),
    skuName: fact('sku.name', sketch.skuName ?? 'Base'),
    provisioningState: fact('provisioningState', sketch.provisioningState ?? 'Succeeded'),
    powerState: fact('powerState.code', sketch.powerState ?? 'Running'),
    kubernetesVersion: fact('currentKubernetesVersion', sketch.kubernetesVersion ?? '1.34.3'),
    nodeResourceGroup: fact('nodeResourceGroup', idOf.nodeGroup(sketch.name ?? 'payments-prod')),
    outboundType: fact('networkProfile.outboundType', type),
    loadBalancerSku: fact('networkProfile.loadBalancerSku', sketch.loadBalancerSku ?? 'standard'),
    networkPlugin: fact('networkProfile.networkPlugin', sketch.networkPlugin ?? 'azure'),
    ipFamilies: fact('networkProfile.ipFamilies', ['IPv4']),
    authorizedIPRanges: fact('apiServerAccessProfile.authorizedIPRanges', sketch.authorizedIPRanges),
    enablePrivateCluster: fact(
      'apiServerAccessProfile.enablePrivateCluster',
      sketch.enablePrivateCluster ?? false,
    ),
    enableVnetIntegration: fact('apiServerAccessProfile.enableVnetIntegration'),
    publicNetworkAccess: fact('publicNetworkAccess'),
    nodeProvisioningMode: fact('nodeProvisioningProfile.mode', sketch.nodeProvisioningMode ?? 'Manual'),
    artifactSource: fact('bootstrapProfile.artifactSource', sketch.artifactSource ?? 'Direct'),
    nodeOSUpgradeChannel: fact('autoUpgradeProfile.nodeOSUpgradeChannel', 'NodeImage'),
    identityType: fact('identity.type', 'SystemAssigned'),
    loadBalancerProfile: loadBalancerProfileOf(sketch, type, fact),
    natGatewayProfile: natGatewayProfileOf(sketch, type, fact),
  };
}

function loadBalancerProfileOf(
  sketch: ClusterSketch,
  type: string | undefined,
  fact: FactOf,
): ClusterProperties['loadBalancerProfile'] {
  if (type !== undefined && type !== 'loadBalancer') return fact('networkProfile.loadBalancerProfile');
  const ids = (sketch.addresses ?? []).map((address) => addressIdOf(sketch, address).toLowerCase());
  const at = (property: string) => `networkProfile.loadBalancerProfile.${property}`;
  return fact('networkProfile.loadBalancerProfile', {
    managedOutboundIPCount: fact(
      at('managedOutboundIPs.count'),
      sketch.addressesAreOwn ? undefined : ids.length,
    ),
    managedOutboundIPv6Count: fact(at('managedOutboundIPs.countIPv6')),
    outboundIPIds: fact(at('outboundIPs'), sketch.addressesAreOwn ? ids : undefined),
    outboundIPPrefixIds: fact(at('outboundIPPrefixes')),
    allocatedOutboundPorts: fact(at('allocatedOutboundPorts'), sketch.allocatedOutboundPorts ?? 0),
    idleTimeoutInMinutes: fact(at('idleTimeoutInMinutes'), sketch.idleTimeoutInMinutes ?? 30),
    backendPoolType: fact(at('backendPoolType'), 'nodeIPConfiguration'),
    effectiveOutboundIPIds: fact(at('effectiveOutboundIPs'), ids),
  });
}

function natGatewayProfileOf(
  sketch: ClusterSketch,
  type: string | undefined,
  fact: FactOf,
): ClusterProperties['natGatewayProfile'] {
  if (type !== 'managedNATGateway') return fact('networkProfile.natGatewayProfile');
  const ids = (sketch.addresses ?? []).map((address) => addressIdOf(sketch, address).toLowerCase());
  const at = (property: string) => `networkProfile.natGatewayProfile.${property}`;
  return fact('networkProfile.natGatewayProfile', {
    sku: fact(at('sku'), sketch.natGatewaySku ?? 'Standard'),
    managedOutboundIPCount: fact(at('managedOutboundIPProfile.count'), ids.length),
    idleTimeoutInMinutes: fact(at('idleTimeoutInMinutes'), sketch.idleTimeoutInMinutes ?? 4),
    effectiveOutboundIPIds: fact(at('effectiveOutboundIPs'), ids),
  });
}

function poolFacts(pool: PoolSketch, fact: FactOf): PoolFacts {
  const at = (property: string) => `agentPoolProfiles.${pool.name}.${property}`;
  return {
    name: pool.name,
    mode: fact(at('mode'), pool.name === 'system' ? 'System' : 'User'),
    type: fact(at('type'), pool.type ?? 'VirtualMachineScaleSets'),
    osType: fact(at('osType'), pool.osType ?? 'Linux'),
    provisioningState: fact(at('provisioningState'), pool.provisioningState ?? 'Succeeded'),
    powerState: fact(at('powerState.code'), pool.powerState ?? 'Running'),
    count: fact(at('count'), pool.count ?? 3),
    enableAutoScaling: fact(at('enableAutoScaling'), pool.autoscaler !== undefined),
    minCount: fact(at('minCount'), pool.autoscaler?.[0]),
    maxCount: fact(at('maxCount'), pool.autoscaler?.[1]),
    maxSurge: fact(at('upgradeSettings.maxSurge'), pool.maxSurge),
    enableNodePublicIP: fact(at('enableNodePublicIP'), pool.enableNodePublicIP ?? false),
    disableOutboundNat: fact(at('windowsProfile.disableOutboundNat')),
    availabilityZones: fact(at('availabilityZones')),
    subnetId: fact(
      at('vnetSubnetID'),
      pool.subnet === undefined ? undefined : idOf.subnet(pool.subnet).toLowerCase(),
    ),
    podSubnetId: fact(at('podSubnetID')),
    eTag: fact(at('eTag'), `"pool-${pool.name}-1"`),
  };
}

const nodesOf = <S, T>(
  named: Readonly<Record<string, S>>,
  node: (name: string, sketch: S, fact: FactOf) => T,
  id: (name: string) => string,
): Nodes<T> =>
  Object.fromEntries(
    Object.entries(named).map(([name, sketch]) => {
      const key = id(name).toLowerCase();
      const fact = factIn(key);
      return [key, fact('properties', node(name, sketch, fact))];
    }),
  );

function subnetsOf(sketch: ClusterSketch): Nodes<SubnetFacts> {
  const used = poolsOf(sketch).flatMap(({ subnet }) => (subnet === undefined ? [] : [[subnet, {}] as const]));
  return nodesOf<SubnetSketch, SubnetFacts>(
    { ...Object.fromEntries(used), ...sketch.subnets },
    (name, subnet, fact) => ({
      name,
      natGatewayId: fact(
        'natGateway.id',
        subnet.gateway === undefined ? undefined : idOf.network('natGateways', subnet.gateway).toLowerCase(),
      ),
      routeTableId: fact(
        'routeTable.id',
        subnet.routeTable === undefined
          ? undefined
          : idOf.network('routeTables', subnet.routeTable).toLowerCase(),
      ),
    }),
    idOf.subnet,
  );
}

const gatewayAddressId = (address: string) => addressIdOf({ addressesAreOwn: true }, address);

const gatewaysOf = (sketch: ClusterSketch): Nodes<NatGatewayFacts> =>
  nodesOf(
    sketch.gateways ?? {},
    (name, gateway, fact) => ({
      name,
      sku: fact('sku.name', gateway.sku ?? 'Standard'),
      location: fact('location', 'westeurope'),
      zones: fact('zones', ['1']),
      provisioningState: fact('provisioningState', 'Succeeded'),
      idleTimeoutInMinutes: fact('idleTimeoutInMinutes', gateway.idleTimeoutInMinutes ?? 4),
      addressIds: fact(
        'publicIpAddresses',
        (gateway.addresses ?? []).map((address) => gatewayAddressId(address).toLowerCase()),
      ),
    }),
    (name) => idOf.network('natGateways', name),
  );

const routeTablesOf = (sketch: ClusterSketch): Nodes<RouteTableFacts> =>
  nodesOf(
    sketch.routeTables ?? {},
    (name, table, fact) => ({
      name,
      routes: fact(
        'routes',
        table.nextHopType === undefined
          ? []
          : [
              {
                name: 'default',
                addressPrefix: fact('routes.default.addressPrefix', '0.0.0.0/0'),
                nextHopType: fact('routes.default.nextHopType', table.nextHopType),
                nextHopIpAddress: fact('routes.default.nextHopIpAddress', table.nextHopIpAddress),
              },
            ],
      ),
    }),
    (name) => idOf.network('routeTables', name),
  );

function addressesOf(sketch: ClusterSketch): Nodes<AddressFacts> {
  const own: 'AKS' | 'customer' = sketch.addressesAreOwn === true ? 'customer' : 'AKS';
  const reported = (sketch.addresses ?? []).map(
    (address) => [addressIdOf(sketch, address), { address, owner: own }] as const,
  );
  const ofGateways = Object.values(sketch.gateways ?? {}).flatMap((gateway) =>
    (gateway.addresses ?? []).map(
      (address) => [gatewayAddressId(address), { address, owner: 'customer' }] as const,
    ),
  );
  return nodesOf(
    Object.fromEntries([...reported, ...ofGateways]),
    (id, { address, owner }, fact) => ({
      name: id.slice(id.lastIndexOf('/') + 1),
      address: fact('ipAddress', address),
      sku: fact('sku.name', 'Standard'),
      owner: fact('tags', owner),
    }),
    (id) => id,
  );
}
