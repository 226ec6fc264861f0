import { at, isObject, listOf, objectOf, withoutNulls, type Json, type JsonObject } from '../json.js';

type Kind = 'string' | 'number' | 'boolean' | 'object' | 'list';

const each = (kind: Kind, ...names: readonly string[]): Readonly<Record<string, Kind>> =>
  Object.fromEntries(names.map((name) => [name, kind]));

const properties = {
  ...each('string', 'kubernetesVersion', 'dnsPrefix', 'fqdnSubdomain', 'nodeResourceGroup', 'supportPlan'),
  ...each('string', 'diskEncryptionSetID', 'publicNetworkAccess', 'provisioningState', 'fqdn', 'privateFQDN'),
  ...each('string', 'currentKubernetesVersion', 'azurePortalFQDN', 'resourceUID'),
  ...each('boolean', 'enableRBAC', 'disableLocalAccounts'),
  ...each('number', 'maxAgentPools'),
  ...each('list', 'agentPoolProfiles', 'privateLinkResources'),
  ...each(
    'object',
    'powerState',
    'linuxProfile',
    'windowsProfile',
    'servicePrincipalProfile',
    'addonProfiles',
  ),
  ...each('object', 'podIdentityProfile', 'oidcIssuerProfile', 'nodeResourceGroupProfile', 'networkProfile'),
  ...each('object', 'aadProfile', 'autoUpgradeProfile', 'upgradeSettings', 'autoScalerProfile', 'status'),
  ...each('object', 'apiServerAccessProfile', 'identityProfile', 'httpProxyConfig', 'securityProfile'),
  ...each('object', 'storageProfile', 'ingressProfile', 'workloadAutoScalerProfile', 'azureMonitorProfile'),
  ...each('object', 'serviceMeshProfile', 'metricsProfile', 'nodeProvisioningProfile', 'bootstrapProfile'),
  ...each('object', 'aiToolchainOperatorProfile', 'schedulerProfile', 'hostedSystemProfile'),
};

const network = {
  ...each('string', 'networkPlugin', 'networkPluginMode', 'networkPolicy', 'networkMode', 'networkDataplane'),
  ...each('string', 'podCidr', 'serviceCidr', 'dnsServiceIP', 'outboundType', 'loadBalancerSku'),
  ...each(
    'object',
    'advancedNetworking',
    'loadBalancerProfile',
    'natGatewayProfile',
    'staticEgressGatewayProfile',
  ),
  ...each('list', 'podCidrs', 'serviceCidrs', 'ipFamilies'),
};

const balancer = {
  ...each('object', 'managedOutboundIPs', 'outboundIPPrefixes', 'outboundIPs'),
  ...each('list', 'effectiveOutboundIPs'),
  ...each('number', 'allocatedOutboundPorts', 'idleTimeoutInMinutes'),
  ...each('boolean', 'enableMultipleStandardLoadBalancers'),
  ...each('string', 'backendPoolType'),
};

const gateway = {
  ...each('object', 'managedOutboundIPProfile', 'outboundIPs', 'outboundIPPrefixes'),
  ...each('list', 'effectiveOutboundIPs'),
  ...each('number', 'idleTimeoutInMinutes'),
  ...each('string', 'sku'),
};

const apiServer = {
  ...each('list', 'authorizedIPRanges'),
  ...each('boolean', 'enablePrivateCluster', 'enablePrivateClusterPublicFQDN', 'disableRunCommand'),
  ...each('boolean', 'enableVnetIntegration'),
  ...each('string', 'privateDNSZone', 'subnetId'),
};

const pool = {
  ...each(
    'string',
    'name',
    'eTag',
    'vmSize',
    'osDiskType',
    'kubeletDiskType',
    'workloadRuntime',
    'messageOfTheDay',
    'upgradeStrategy',
  ),
  ...each(
    'string',
    'vnetSubnetID',
    'podSubnetID',
    'podIPAllocationMode',
    'osType',
    'osSKU',
    'scaleDownMode',
    'type',
  ),
  ...each('string', 'mode', 'orchestratorVersion', 'currentOrchestratorVersion', 'nodeImageVersion'),
  ...each(
    'string',
    'provisioningState',
    'nodePublicIPPrefixID',
    'scaleSetPriority',
    'scaleSetEvictionPolicy',
  ),
  ...each(
    'string',
    'proximityPlacementGroupID',
    'gpuInstanceProfile',
    'capacityReservationGroupID',
    'hostGroupID',
  ),
  ...each('number', 'count', 'osDiskSizeGB', 'maxPods', 'maxCount', 'minCount', 'spotMaxPrice'),
  ...each(
    'boolean',
    'enableAutoScaling',
    'enableNodePublicIP',
    'enableEncryptionAtHost',
    'enableUltraSSD',
    'enableFIPS',
  ),
  ...each('object', 'upgradeSettings', 'powerState', 'tags', 'nodeLabels', 'kubeletConfig', 'linuxOSConfig'),
  ...each(
    'object',
    'creationData',
    'networkProfile',
    'windowsProfile',
    'securityProfile',
    'gpuProfile',
    'status',
  ),
  ...each(
    'object',
    'gatewayProfile',
    'artifactStreamingProfile',
    'virtualMachinesProfile',
    'localDNSProfile',
  ),
  ...each('list', 'availabilityZones', 'nodeTaints', 'virtualMachineNodesStatus'),
};

const whole = {
  ...each('string', 'id', 'name', 'type', 'location', 'eTag', 'kind'),
  ...each('object', 'properties', 'tags', 'sku', 'identity', 'extendedLocation', 'systemData'),
  ...each('list', 'zones'),
};

/** Where the fields of a managed cluster are, as far as anything is decided by them (published resource types, read 2026-11-23). */
const places: readonly (readonly [path: readonly string[], fields: Readonly<Record<string, Kind>>])[] = [
  [[], whole],
  [['properties'], properties],
  [['properties', 'networkProfile'], network],
  [['properties', 'networkProfile', 'loadBalancerProfile'], balancer],
  [['properties', 'networkProfile', 'natGatewayProfile'], gateway],
  [['properties', 'apiServerAccessProfile'], apiServer],
];

const kindOf = (value: Json): Kind =>
  Array.isArray(value) ? 'list' : (typeof value as Exclude<Kind, 'list'>);

export interface Misfit {
  readonly path: string;
  readonly value: Json;
}

/** The first value of another kind than its field has, or that the cluster has there now. */
export function misfitIn(sent: JsonObject, before: JsonObject): Misfit | undefined {
  for (const [path, fields] of places) {
    const found = misfitAmong(objectOf(at(sent, ...path)), fields, path.join('.'));
    if (found !== undefined) return found;
  }
  for (const one of listOf(at(sent, 'properties', 'agentPoolProfiles'))) {
    const path = 'properties.agentPoolProfiles';
    if (!isObject(one)) return { path, value: one };
    const found = misfitAmong(one, pool, path);
    if (found !== undefined) return found;
  }
  return unlike(sent, before, '');
}

function misfitAmong(
  body: JsonObject,
  fields: Readonly<Record<string, Kind>>,
  place: string,
): Misfit | undefined {
  for (const [key, value] of Object.entries(body)) {
    const kind = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (kind !== undefined && value !== undefined && value !== null && kindOf(value) !== kind)
      return { path: place === '' ? key : `${place}.${key}`, value };
  }
  return undefined;
}

/** What no table knows is measured by what is there. */
function unlike(sent: Json | undefined, before: Json | undefined, path: string): Misfit | undefined {
  if (sent === undefined || sent === null || before === undefined) return undefined;
  if (before === null || kindOf(sent) !== kindOf(before)) return { path, value: sent };
  if (Array.isArray(sent)) {
    const [first] = listOf(before);
    for (const item of listOf(sent)) {
      const found = unlike(item, first, path);
      if (found !== undefined) return found;
      if (item === null) return { path, value: item };
    }
    return undefined;
  }
  if (!isObject(sent)) return undefined;
  for (const [key, value] of Object.entries(sent)) {
    const found = unlike(value, at(before, key), path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Fields that nobody knows are ignored, and null is as good as absent. */
export function onlyKnown(sent: JsonObject): JsonObject {
  return keep(objectOf(withoutNulls(sent)), [], places);
}

function keep(body: JsonObject, path: readonly string[], known: typeof places): JsonObject {
  const fields = known.find(([place]) => place.join('.') === path.join('.'))?.[1];
  if (fields === undefined) return body;
  const kept = Object.entries(body)
    .filter(([key]) => Object.hasOwn(fields, key))
    .map(([key, value]) => [key, isObject(value) ? keep(value, [...path, key], known) : value] as const);
  const result: JsonObject = Object.fromEntries(kept);
  if (path.join('.') !== 'properties' || !Array.isArray(result['agentPoolProfiles'])) return result;
  const pools = listOf(result['agentPoolProfiles']).map((one) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).filter(([key]) => Object.hasOwn(pool, key))) : one,
  );
  return { ...result, agentPoolProfiles: pools };
}
