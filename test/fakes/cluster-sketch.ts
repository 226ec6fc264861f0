import type { Json } from '../../src/core/json.js';

/** What a test cares about in a cluster; everything else is an ordinary healthy one. */
export interface ClusterSketch {
  readonly name?: string;
  readonly network?: 'managed' | 'own';
  /** Undefined leaves the property out of the body. */
  readonly outboundType?: string | undefined;
  readonly natGatewaySku?: string;
  /** Addresses that the cluster reports as its own way out. */
  readonly addresses?: readonly string[];
  /** True where those addresses were brought by the customer (`outboundIPs`). */
  readonly addressesAreOwn?: boolean;
  readonly idleTimeoutInMinutes?: number;
  readonly allocatedOutboundPorts?: number;
  readonly authorizedIPRanges?: readonly string[];
  readonly enablePrivateCluster?: boolean;
  readonly nodeProvisioningMode?: string;
  readonly skuName?: string;
  readonly provisioningState?: string;
  readonly powerState?: string;
  readonly loadBalancerSku?: string;
  readonly artifactSource?: string;
  readonly networkPlugin?: string;
  readonly kubernetesVersion?: string;
  readonly pools?: readonly PoolSketch[];
  readonly subnets?: Readonly<Record<string, SubnetSketch>>;
  readonly gateways?: Readonly<Record<string, GatewaySketch>>;
  readonly routeTables?: Readonly<Record<string, RouteTableSketch>>;
  readonly services?: readonly { readonly name: string; readonly address: string }[];
  /** Null leaves the eTag out, as older answers do. */
  readonly eTag?: string | null;
  readonly apiVersion?: string;
  readonly apiVersions?: readonly string[];
  readonly readAtInMs?: number;
}

export interface PoolSketch {
  readonly name: string;
  readonly count?: number;
  readonly autoscaler?: readonly [min: number, max: number];
  readonly maxSurge?: string;
  readonly subnet?: string;
  readonly type?: string;
  readonly osType?: string;
  readonly provisioningState?: string;
  readonly powerState?: string;
  readonly enableNodePublicIP?: boolean;
}

export interface SubnetSketch {
  readonly gateway?: string;
  readonly routeTable?: string;
}

export interface GatewaySketch {
  readonly sku?: string;
  readonly addresses?: readonly string[];
  readonly idleTimeoutInMinutes?: number;
}

export interface RouteTableSketch {
  /** Left out: a table without a default route. */
  readonly nextHopType?: string;
  readonly nextHopIpAddress?: string;
}

export const subscriptionId = '11111111-1111-4111-8111-111111111111';
export const tenantId = '22222222-2222-4222-8222-222222222222';

/** ARM ids of a sketch's resources, as Azure spells them. */
export const idOf = {
  cluster: (name: string) =>
    `/subscriptions/${subscriptionId}/resourceGroups/rg-${name}/providers/Microsoft.ContainerService/managedClusters/${name}`,
  nodeGroup: (name: string) => `MC_rg-${name}_${name}_westeurope`,
  inNodeGroup: (name: string, kind: string, resource: string) =>
    `/subscriptions/${subscriptionId}/resourceGroups/MC_rg-${name}_${name}_westeurope/providers/Microsoft.Network/${kind}/${resource}`,
  network: (kind: string, resource: string) =>
    `/subscriptions/${subscriptionId}/resourceGroups/rg-network/providers/Microsoft.Network/${kind}/${resource}`,
  subnet: (name: string) =>
    `/subscriptions/${subscriptionId}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-one/subnets/${name}`,
};

export const defaultPools: readonly PoolSketch[] = [
  { name: 'system', count: 3 },
  { name: 'apps', count: 5, autoscaler: [3, 20], maxSurge: '10%' },
];

/** Pools with the subnet that each one really has: none on a network made by AKS. */
export const poolsOf = (sketch: ClusterSketch): readonly PoolSketch[] =>
  (sketch.pools ?? defaultPools).map((pool) =>
    sketch.network === 'own' ? { subnet: `snet-${pool.name}`, ...pool } : pool,
  );

/** The id under which the cluster reports one of its addresses. */
export const addressIdOf = (sketch: ClusterSketch, address: string): string => {
  const kind = address.includes('/') ? 'publicIPPrefixes' : 'publicIPAddresses';
  const resource = `pip-${address.replaceAll(/[^0-9a-f]/gi, '-')}`;
  return sketch.addressesAreOwn === true
    ? idOf.network(kind, resource)
    : idOf.inNodeGroup(sketch.name ?? 'payments-prod', kind, resource);
};

/** The GET body of a sketched cluster, the parts that a plan can touch and some that it must not. */
export function bodyOf(sketch: ClusterSketch): Json {
  const name = sketch.name ?? 'payments-prod';
  return withoutUndefined({
    id: idOf.cluster(name),
    name,
    type: 'Microsoft.ContainerService/ManagedClusters',
    location: 'westeurope',
    eTag: sketch.eTag === null ? undefined : (sketch.eTag ?? '"e-1"'),
    sku: { name: sketch.skuName ?? 'Base', tier: 'Standard' },
    identity: { type: 'SystemAssigned' },
    tags: { owner: 'payments' },
    properties: {
      provisioningState: sketch.provisioningState ?? 'Succeeded',
      powerState: { code: sketch.powerState ?? 'Running' },
      kubernetesVersion: sketch.kubernetesVersion ?? '1.34.3',
      currentKubernetesVersion: sketch.kubernetesVersion ?? '1.34.3',
      nodeResourceGroup: idOf.nodeGroup(name),
      agentPoolProfiles: poolsOf(sketch).map(poolBody),
      networkProfile: networkProfileOf(sketch),
      apiServerAccessProfile: {
        enablePrivateCluster: sketch.enablePrivateCluster ?? false,
        authorizedIPRanges: sketch.authorizedIPRanges,
      },
      bootstrapProfile: { artifactSource: sketch.artifactSource ?? 'Direct' },
      nodeProvisioningProfile: { mode: sketch.nodeProvisioningMode ?? 'Manual' },
    },
  });
}

const poolBody = (pool: PoolSketch) => ({
  name: pool.name,
  mode: pool.name === 'system' ? 'System' : 'User',
  type: pool.type ?? 'VirtualMachineScaleSets',
  osType: pool.osType ?? 'Linux',
  count: pool.count ?? 3,
  enableAutoScaling: pool.autoscaler !== undefined,
  minCount: pool.autoscaler?.[0],
  maxCount: pool.autoscaler?.[1],
  upgradeSettings: pool.maxSurge === undefined ? undefined : { maxSurge: pool.maxSurge },
  provisioningState: pool.provisioningState ?? 'Succeeded',
  powerState: { code: pool.powerState ?? 'Running' },
  enableNodePublicIP: pool.enableNodePublicIP ?? false,
  vnetSubnetID: pool.subnet === undefined ? undefined : idOf.subnet(pool.subnet),
  eTag: `"pool-${pool.name}-1"`,
});

function networkProfileOf(sketch: ClusterSketch) {
  const type = 'outboundType' in sketch ? sketch.outboundType : 'loadBalancer';
  const ids = (sketch.addresses ?? []).map((address) => ({ id: addressIdOf(sketch, address) }));
  return {
    networkPlugin: sketch.networkPlugin ?? 'azure',
    loadBalancerSku: sketch.loadBalancerSku ?? 'standard',
    outboundType: type,
    ipFamilies: ['IPv4'],
    loadBalancerProfile:
      type === 'loadBalancer' || type === undefined
        ? {
            managedOutboundIPs: sketch.addressesAreOwn === true ? undefined : { count: ids.length },
            outboundIPs: sketch.addressesAreOwn === true ? { publicIPs: ids } : undefined,
            effectiveOutboundIPs: ids,
            allocatedOutboundPorts: sketch.allocatedOutboundPorts ?? 0,
            idleTimeoutInMinutes: sketch.idleTimeoutInMinutes ?? 30,
            backendPoolType: 'nodeIPConfiguration',
          }
        : undefined,
    natGatewayProfile:
      type === 'managedNATGateway'
        ? {
            sku: sketch.natGatewaySku ?? 'Standard',
            managedOutboundIPProfile: { count: ids.length },
            effectiveOutboundIPs: ids,
            idleTimeoutInMinutes: sketch.idleTimeoutInMinutes ?? 4,
          }
        : undefined,
  };
}

const withoutUndefined = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
