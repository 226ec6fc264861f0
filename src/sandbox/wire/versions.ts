import { at, isObject, objectOf, objectsOf, type Json, type JsonObject } from '../json.js';

/** Api-versions of one kind of resource, newest first. */
export interface VersionedType {
  readonly namespace: string;
  readonly type: string;
  readonly versions: readonly string[];
}

const stableAks = [
  ...['2026-06-01', '2026-05-01', '2026-04-01', '2026-03-01', '2026-02-01', '2026-01-01'],
  ...['2025-10-01', '2025-09-01', '2025-08-01', '2025-07-01', '2025-05-01', '2025-04-01', '2025-03-01'],
  ...['2025-02-01', '2025-01-01', '2024-10-01', '2024-09-01', '2024-08-01', '2024-07-01', '2024-06-01'],
  ...['2024-05-01', '2024-03-02-preview', '2024-02-01', '2024-01-01', '2023-11-01', '2023-10-01'],
  ...['2023-09-01', '2023-08-01', '2023-07-01', '2023-06-01', '2023-05-01', '2023-04-01', '2023-03-01'],
  ...['2023-02-01', '2023-01-01', '2022-11-01', '2022-09-01', '2022-07-01', '2021-07-01', '2021-05-01'],
];

const previewsOfAks = [
  ...['2026-06-02-preview', '2026-05-02-preview', '2026-04-02-preview', '2026-03-02-preview'],
  ...['2026-02-02-preview', '2026-01-02-preview', '2025-10-02-preview', '2025-09-02-preview'],
  ...['2025-08-02-preview', '2025-07-02-preview', '2025-06-02-preview', '2025-05-02-preview'],
];

const aksVersions = [...stableAks, ...previewsOfAks].sort().reverse();

const networkVersions = [
  ...['2026-01-01', '2025-09-01', '2025-07-01', '2025-05-01', '2025-03-01', '2025-01-01'],
  ...['2024-10-01', '2024-07-01', '2024-05-01', '2024-03-01', '2024-01-01', '2023-11-01', '2023-09-01'],
  ...['2023-06-01', '2023-05-01', '2023-04-01', '2023-02-01', '2022-11-01', '2022-09-01', '2022-07-01'],
  ...['2022-05-01', '2022-01-01', '2021-08-01', '2021-05-01', '2020-11-01', '2020-05-01'],
];

const resourcesVersions = [
  ...['2024-11-01', '2024-07-01', '2024-03-01', '2023-07-01', '2022-12-01', '2022-09-01', '2022-01-01'],
  ...['2021-04-01', '2021-01-01', '2020-10-01', '2020-06-01', '2020-01-01', '2019-11-01', '2019-06-01'],
];

const of = (namespace: string, type: string, versions: readonly string[]): VersionedType => ({
  namespace,
  type,
  versions,
});

export const aksType = (type: string): VersionedType => of('Microsoft.ContainerService', type, aksVersions);
export const networkType = (type: string): VersionedType => of('Microsoft.Network', type, networkVersions);
export const resourcesType = (type: string): VersionedType =>
  of('Microsoft.Resources', type, resourcesVersions);
export const featuresType = of('Microsoft.Features', 'features', ['2021-07-01', '2015-12-01']);
export const graphType = of('Microsoft.ResourceGraph', 'resources', [
  ...['2024-04-01', '2022-10-01', '2021-03-01', '2020-04-01-preview', '2019-04-01'],
]);
export const permissionsType = of('Microsoft.Authorization', 'permissions', [
  ...['2022-04-01', '2022-05-01-preview', '2018-07-01', '2015-07-01'],
]);
export const policyAssignmentsType = of('Microsoft.Authorization', 'policyAssignments', [
  ...['2025-11-01', '2025-03-01', '2024-05-01', '2023-04-01', '2022-06-01', '2021-06-01', '2020-09-01'],
]);
export const roleAssignmentsType = of('Microsoft.Authorization', 'roleAssignments', [
  ...['2022-04-01', '2020-10-01-preview', '2020-04-01-preview', '2018-07-01', '2015-07-01'],
]);
export const roleDefinitionsType = of('Microsoft.Authorization', 'roleDefinitions', [
  ...['2022-05-01-preview', '2022-04-01', '2018-07-01', '2015-07-01'],
]);
export const computeUsagesType = of('Microsoft.Compute', 'locations/usages', [
  ...['2025-04-01', '2024-11-01', '2024-07-01', '2024-03-01', '2023-09-01', '2023-07-01', '2022-11-01'],
  ...['2022-08-01', '2022-03-01', '2021-11-01', '2021-07-01', '2021-03-01', '2020-12-01', '2019-07-01'],
]);
export const policyRestrictionsType = of('Microsoft.PolicyInsights', 'checkPolicyRestrictions', [
  ...['2024-10-01', '2023-03-01', '2022-03-01', '2020-07-01'],
]);
export const registryType = of('Microsoft.ContainerRegistry', 'registries', [
  ...['2025-11-01', '2025-04-01', '2023-07-01', '2022-12-01', '2021-09-01', '2019-05-01'],
]);
export const extensionsType = of('Microsoft.KubernetesConfiguration', 'extensions', [
  ...['2024-11-01', '2023-05-01', '2022-11-01', '2022-07-01', '2022-03-01'],
]);
export const locksType = of('Microsoft.Authorization', 'locks', ['2020-05-01', '2016-09-01']);

/**
 * Since which api-version a field of a managed cluster is answered; below it the field is hidden. A `*` stands for
 * each pool (published resource types of Microsoft.ContainerService, read 2026-11-23).
 */
const fieldsSince: readonly (readonly [since: string, path: readonly string[]])[] = [
  ['2026-06-01', ['properties', 'networkProfile', 'natGatewayProfile', 'sku']],
  ['2026-06-01', ['properties', 'networkProfile', 'natGatewayProfile', 'outboundIPs']],
  ['2026-06-01', ['properties', 'networkProfile', 'natGatewayProfile', 'outboundIPPrefixes']],
  [
    '2026-06-01',
    ['properties', 'networkProfile', 'natGatewayProfile', 'managedOutboundIPProfile', 'countIPv6'],
  ],
  ['2025-10-02', ['properties', 'hostedSystemProfile']],
  ['2025-07-01', ['kind']],
  ['2025-05-01', ['properties', 'nodeProvisioningProfile']],
  ['2025-04-01', ['properties', 'status']],
  ['2025-04-01', ['properties', 'networkProfile', 'staticEgressGatewayProfile']],
  ['2025-03-01', ['properties', 'apiServerAccessProfile', 'enableVnetIntegration']],
  ['2025-03-01', ['properties', 'apiServerAccessProfile', 'subnetId']],
  ['2025-03-01', ['properties', 'agentPoolProfiles', '*', 'upgradeSettings', 'maxUnavailable']],
  ['2025-01-01', ['properties', 'bootstrapProfile']],
  ['2024-09-01', ['eTag']],
  ['2024-09-01', ['properties', 'agentPoolProfiles', '*', 'eTag']],
  ['2024-09-01', ['properties', 'nodeResourceGroupProfile']],
  ['2024-02-01', ['properties', 'agentPoolProfiles', '*', 'windowsProfile']],
  ['2023-10-01', ['properties', 'networkProfile', 'loadBalancerProfile', 'backendPoolType']],
];

/** Fields that only previews have. */
const previewFields: readonly (readonly string[])[] = [
  ['properties', 'networkProfile', 'podLinkLocalAccess'],
  ['properties', 'networkProfile', 'kubeProxyConfig'],
  ['properties', 'storageProfile', 'diskCSIDriver', 'version'],
  ['properties', 'agentPoolProfiles', '*', 'upgradeStrategy'],
];

/** The body as an api-version shows it (or as a client of it can have meant it). */
export function seenAt(apiVersion: string, body: JsonObject): JsonObject {
  const day = dayOf(apiVersion);
  const cut = fieldsSince.reduce<JsonObject>(
    (seen, [since, path]) => (day < since ? (hide(seen, path) as JsonObject) : seen),
    body,
  );
  if (apiVersion.endsWith('-preview')) return cut;
  return previewFields.reduce<JsonObject>((seen, path) => hide(seen, path) as JsonObject, cut);
}

/** Pools stand alone under the same rules. */
export const poolSeenAt = (apiVersion: string, pool: JsonObject): JsonObject => {
  const whole = { properties: { agentPoolProfiles: [pool] } };
  return objectOf(objectsOf(at(seenAt(apiVersion, whole), 'properties', 'agentPoolProfiles'))[0]);
};

export const dayOf = (apiVersion: string): string => apiVersion.slice(0, 10);

function hide(value: Json | undefined, [key, ...rest]: readonly string[]): Json | undefined {
  if (key === '*' && Array.isArray(value))
    return (value as readonly Json[]).map((item) => hide(item, rest) ?? null);
  if (key === undefined || !isObject(value) || value[key] === undefined) return value;
  if (rest.length > 0) return { ...value, [key]: hide(value[key], rest) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
