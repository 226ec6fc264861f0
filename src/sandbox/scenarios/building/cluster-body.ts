import { guidOf, hexOf } from '../../chance.js';
import { present, type JsonObject } from '../../json.js';
import { clusterIdOf, networkIdOf } from '../../resource-id.js';
import type { ClusterSpec, PoolSpec } from './cluster-spec.js';
import { subnetIdOf } from './network-spec.js';

/** AKS names it so when nobody chose a name. */
export const nodeGroupOf = (spec: Pick<ClusterSpec, 'name' | 'resourceGroup' | 'location'>): string =>
  `MC_${spec.resourceGroup}_${spec.name}_${spec.location}`.slice(0, 80);

/** Ids of the outbound addresses that AKS owns: named by a GUID, in the node resource group. */
export const managedAddressIds = (seed: number, spec: ClusterSpec): readonly string[] =>
  (spec.addresses ?? []).map((_, index) =>
    networkIdOf(
      spec.subscriptionId,
      nodeGroupOf(spec),
      `publicIPAddresses/${guidOf(seed, 'address', spec.subscriptionId, spec.resourceGroup, spec.name, index)}`,
    ),
  );

/** A managed cluster's body at the newest api-version, with the keys that recorded ones have. */
export function clusterBody(seed: number, spec: ClusterSpec): JsonObject {
  const id = clusterIdOf(spec.subscriptionId, spec.resourceGroup, spec.name);
  const dnsPrefix = `${spec.name}-dns`.slice(0, 54);
  const host = `${dnsPrefix}-${hexOf(8, seed, id, 'host')}`;
  const version = spec.kubernetesVersion ?? '1.34';
  const state = spec.provisioningState ?? 'Succeeded';
  const power = { code: spec.powerState ?? 'Running' };
  const pools = spec.pools ?? [{ name: 'nodepool1', count: 3 }];
  return present({
    id,
    location: spec.location,
    name: spec.name,
    type: 'Microsoft.ContainerService/ManagedClusters',
    kind: 'Base',
    tags: spec.tags,
    properties: present({
      provisioningState: state,
      powerState: power,
      kubernetesVersion: version,
      currentKubernetesVersion: `${version}.4`,
      dnsPrefix,
      fqdn: spec.isPrivate === true ? undefined : `${host}.hcp.${spec.location}.azmk8s.io`,
      privateFQDN:
        spec.isPrivate === true
          ? `${host}.${guidOf(seed, id, 'zone')}.privatelink.${spec.location}.azmk8s.io`
          : undefined,
      azurePortalFQDN: `${host}.portal.hcp.${spec.location}.azmk8s.io`,
      agentPoolProfiles: pools.map((pool) => poolBody(seed, spec, pool)),
      windowsProfile: pools.some(({ osType }) => osType === 'Windows')
        ? { adminUsername: 'azureuser', enableCSIProxy: true }
        : undefined,
      servicePrincipalProfile: { clientId: 'msi' },
      nodeResourceGroup: nodeGroupOf(spec),
      enableRBAC: true,
      supportPlan: 'KubernetesOfficial',
      networkProfile: networkProfile(seed, spec),
      maxAgentPools: 100,
      apiServerAccessProfile: apiServerAccess(spec),
      identityProfile: { kubeletidentity: kubeletIdentity(seed, spec) },
      autoUpgradeProfile: { nodeOSUpgradeChannel: 'NodeImage' },
      disableLocalAccounts: false,
      publicNetworkAccess: spec.isPrivate === true ? 'Disabled' : 'Enabled',
      securityProfile: {},
      storageProfile: {
        diskCSIDriver: { enabled: true },
        fileCSIDriver: { enabled: true },
        snapshotController: { enabled: true },
      },
      oidcIssuerProfile: { enabled: false },
      workloadAutoScalerProfile: {},
      metricsProfile: { costAnalysis: { enabled: false } },
      resourceUID: hexOf(24, seed, id, 'uid'),
      nodeProvisioningProfile: { mode: spec.nodeProvisioning ?? 'Manual', defaultNodePools: 'Auto' },
      bootstrapProfile: { artifactSource: spec.artifactSource ?? 'Direct' },
      hostedSystemProfile: { enabled: false },
      status:
        spec.provisioningError === undefined ? undefined : { provisioningError: spec.provisioningError },
    }),
    identity: identity(seed, spec),
    sku: { name: spec.skuName ?? 'Base', tier: 'Standard' },
    eTag: guidOf(seed, id, 'eTag'),
  });
}

function poolBody(seed: number, spec: ClusterSpec, pool: PoolSpec): JsonObject {
  const version = spec.kubernetesVersion ?? '1.34';
  const isWindows = pool.osType === 'Windows';
  const subnet = spec.network === undefined ? undefined : (pool.subnet ?? spec.network.subnets[0]?.name);
  return present({
    name: pool.name,
    count: pool.count ?? pool.autoscale?.from ?? 3,
    vmSize: pool.vmSize ?? 'Standard_D4s_v5',
    osDiskSizeGB: 128,
    osDiskType: 'Managed',
    kubeletDiskType: 'OS',
    vnetSubnetID:
      spec.network === undefined || subnet === undefined ? undefined : subnetIdOf(spec.network, subnet),
    maxPods: spec.networkPlugin === 'kubenet' ? 110 : 250,
    type: pool.type ?? 'VirtualMachineScaleSets',
    availabilityZones: pool.zones,
    maxCount: pool.autoscale?.to,
    minCount: pool.autoscale?.from,
    enableAutoScaling: pool.autoscale !== undefined,
    scaleDownMode: 'Delete',
    provisioningState: spec.provisioningState ?? 'Succeeded',
    powerState: { code: spec.powerState ?? 'Running' },
    orchestratorVersion: version,
    currentOrchestratorVersion: `${version}.4`,
    enableNodePublicIP: pool.enableNodePublicIP ?? false,
    mode: pool.mode ?? 'System',
    osType: pool.osType ?? 'Linux',
    osSKU: isWindows ? 'Windows2022' : 'Ubuntu',
    nodeImageVersion: isWindows
      ? 'AKSWindows-2022-containerd-20348.4171.260812'
      : 'AKSUbuntu-2204gen2containerd-202608.12.0',
    upgradeSettings: { maxSurge: '10%', maxUnavailable: '0' },
    enableFIPS: false,
    windowsProfile: isWindows ? { disableOutboundNat: pool.disableOutboundNat ?? false } : undefined,
    securityProfile: { sshAccess: 'LocalUser', enableVTPM: false, enableSecureBoot: false },
    eTag: guidOf(seed, clusterIdOf(spec.subscriptionId, spec.resourceGroup, spec.name), 'pool', pool.name),
  });
}

function networkProfile(seed: number, spec: ClusterSpec): JsonObject {
  const isKubenet = spec.networkPlugin === 'kubenet';
  const services = serviceRange(spec);
  return present({
    networkPlugin: spec.networkPlugin ?? 'azure',
    networkPluginMode: isKubenet ? undefined : 'overlay',
    networkPolicy: 'none',
    networkDataplane: isKubenet ? undefined : 'azure',
    loadBalancerSku: spec.loadBalancerSku ?? 'standard',
    loadBalancerProfile: loadBalancerProfile(seed, spec),
    natGatewayProfile: natGatewayProfile(seed, spec),
    podCidr: '10.244.0.0/16',
    serviceCidr: `${services}.0.0/16`,
    dnsServiceIP: `${services}.0.10`,
    outboundType: spec.outboundType,
    podCidrs: ['10.244.0.0/16'],
    serviceCidrs: [`${services}.0.0/16`],
    ipFamilies: ['IPv4'],
  });
}

/**
 * The first two numbers of the addresses of Services. AKS takes 10.0 where nobody says otherwise; whoever has a network
 * of their own has a hub there, with its firewall at 10.0.0.4, and said otherwise.
 */
const serviceRange = ({ network }: ClusterSpec): string => (network === undefined ? '10.0' : '10.250');

function loadBalancerProfile(seed: number, spec: ClusterSpec): JsonObject | undefined {
  if (spec.outboundType === 'userDefinedRouting' || spec.loadBalancerSku === 'basic') return undefined;
  if (spec.outboundType !== 'loadBalancer') return { backendPoolType: 'nodeIPConfiguration' };
  const own = spec.ownAddressIds;
  const ids = own ?? managedAddressIds(seed, spec);
  return present({
    managedOutboundIPs: own === undefined ? { count: ids.length } : undefined,
    outboundIPs: own === undefined ? undefined : { publicIPs: own.map((id) => ({ id })) },
    effectiveOutboundIPs: ids.map((id) => ({ id })),
    allocatedOutboundPorts: spec.allocatedOutboundPorts,
    idleTimeoutInMinutes: spec.idleTimeoutInMinutes,
    backendPoolType: 'nodeIPConfiguration',
  });
}

function natGatewayProfile(seed: number, spec: ClusterSpec): JsonObject | undefined {
  if (spec.outboundType !== 'managedNATGateway') return undefined;
  const ids = managedAddressIds(seed, spec);
  return {
    sku: spec.natGatewaySku ?? 'Standard',
    managedOutboundIPProfile: { count: ids.length },
    effectiveOutboundIPs: ids.map((id) => ({ id })),
    idleTimeoutInMinutes: spec.idleTimeoutInMinutes ?? 4,
  };
}

function apiServerAccess(spec: ClusterSpec): JsonObject | undefined {
  const profile = present({
    authorizedIPRanges: spec.authorizedIPRanges,
    enablePrivateCluster: spec.isPrivate,
    privateDNSZone: spec.isPrivate === true ? 'system' : undefined,
    enablePrivateClusterPublicFQDN: spec.isPrivate === true ? false : undefined,
    enableVnetIntegration: spec.hasVnetIntegration,
  });
  return Object.keys(profile).length === 0 ? undefined : profile;
}

const identityIdOf = (spec: ClusterSpec, group: string, name: string): string =>
  `/subscriptions/${spec.subscriptionId}/resourcegroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;

function kubeletIdentity(seed: number, spec: ClusterSpec): JsonObject {
  const resourceId = identityIdOf(spec, nodeGroupOf(spec), `${spec.name}-agentpool`);
  return {
    resourceId,
    clientId: guidOf(seed, resourceId, 'client'),
    objectId: guidOf(seed, resourceId, 'object'),
  };
}

function identity(seed: number, spec: ClusterSpec): JsonObject {
  const owner = clusterIdOf(spec.subscriptionId, spec.resourceGroup, spec.name);
  if (spec.userIdentity === undefined)
    return { type: 'SystemAssigned', principalId: guidOf(seed, owner, 'principal'), tenantId: spec.tenantId };
  const id = identityIdOf(spec, spec.resourceGroup, spec.userIdentity);
  return {
    type: 'UserAssigned',
    userAssignedIdentities: {
      [id]: { clientId: guidOf(seed, id, 'client'), principalId: guidOf(seed, id, 'principal') },
    },
  };
}
