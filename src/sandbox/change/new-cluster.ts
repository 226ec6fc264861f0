import { guidOf, hexOf } from '../chance.js';
import {
  at,
  objectOf,
  objectsOf,
  present,
  textAt,
  textOf,
  withAt,
  without,
  type JsonObject,
} from '../json.js';
import { parseId } from '../resource-id.js';
import { clusterBody } from '../scenarios/building/cluster-body.js';
import type { ClusterSpec } from '../scenarios/building/cluster-spec.js';
import { seenAt } from '../wire/versions.js';
import { onlyKnown } from './known-fields.js';
import { newPool } from './new-pool.js';
import { withDefaults } from './outbound-type.js';

export const defaultKubernetes = '1.34';

/** Names as clients send them, `Switzerland North`, to names as Azure answers them. */
export const plainLocation = (name: string): string => name.toLowerCase().replaceAll(' ', '');

/**
 * The body of a cluster that is being made: what was sent over what a new cluster has (recorded 2023 and 2026). It
 * has neither addresses, nor eTags, nor its kubelet's identity until it is there.
 */
export function newCluster(options: {
  readonly seed: number;
  readonly id: string;
  readonly tenantId: string;
  readonly sent: JsonObject;
  readonly apiVersion: string;
}): JsonObject {
  const { seed, id, tenantId, sent, apiVersion } = options;
  const known = seenAt(apiVersion, onlyKnown(sent));
  const properties = objectOf(known['properties']);
  const network = meant(objectOf(properties['networkProfile']));
  const isAutomatic = textAt(known, 'sku', 'name') === 'Automatic';
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseId(id) ?? {};
  const isKubenet = network['networkPlugin'] === 'kubenet';
  const isPrivate = at(properties, 'apiServerAccessProfile', 'enablePrivateCluster') === true;
  const spec: ClusterSpec = {
    name,
    subscriptionId,
    tenantId,
    resourceGroup,
    location: plainLocation(textAt(known, 'location')),
    outboundType: textOf(network['outboundType']) ?? (isAutomatic ? 'managedNATGateway' : 'loadBalancer'),
    kubernetesVersion: versionOf(properties).wanted,
    pools: [],
    networkPlugin: isKubenet ? 'kubenet' : 'azure',
    nodeProvisioning: isAutomatic ? 'Auto' : 'Manual',
    ...(isPrivate ? { isPrivate } : {}),
  };
  const base = clusterBody(seed, spec);
  const old = objectOf(base['properties']);
  const nodeGroup = textOf(properties['nodeResourceGroup']) || textAt(old, 'nodeResourceGroup');
  const body = present({
    ...without(base, 'eTag'),
    kind: known['kind'] ?? base['kind'],
    tags: hasKeys(known['tags']) ? known['tags'] : undefined,
    identity: identityOf(seed, id, tenantId, objectOf(known['identity'])),
    sku: {
      name: isAutomatic ? 'Automatic' : 'Base',
      tier: isAutomatic ? 'Standard' : 'Free',
      ...objectOf(known['sku']),
    },
    properties: present({
      // Answered only where they were sent (recorded).
      ...without(old, 'identityProfile', 'disableLocalAccounts', 'publicNetworkAccess'),
      ...withoutEmptyObjects(meant(without(properties, ...worked))),
      ...names(seed, id, textAt(properties, 'dnsPrefix'), old),
      provisioningState: 'Creating',
      currentKubernetesVersion: versionOf(properties).current,
      nodeResourceGroup: nodeGroup,
      agentPoolProfiles: pools(properties, isKubenet),
      storageProfile: withAt(
        { ...objectOf(old['storageProfile']), ...objectOf(properties['storageProfile']) },
        ['diskCSIDriver', 'version'],
        'v1',
      ),
      networkProfile: networkOf(objectOf(old['networkProfile']), network),
    }),
  });
  return withDefaults(body, {}, apiVersion);
}

const hasKeys = (value: JsonObject[string]): boolean => Object.keys(objectOf(value)).length > 0;

/** Empty texts are placeholders of the Azure CLI. */
const meant = (sent: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(present(sent)).filter(([, value]) => value !== ''));

const withoutEmptyObjects = (sent: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(sent).filter(
      ([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0,
    ),
  );

/** What Azure works out itself, or what is put together below. */
const worked = [
  ...[
    'provisioningState',
    'powerState',
    'currentKubernetesVersion',
    'fqdn',
    'privateFQDN',
    'azurePortalFQDN',
  ],
  ...['maxAgentPools', 'identityProfile', 'resourceUID', 'status', 'privateLinkResources', 'dnsPrefix'],
  ...['agentPoolProfiles', 'storageProfile', 'networkProfile', 'nodeResourceGroup'],
];

interface Version {
  readonly wanted: string;
  readonly current: string;
}

/** `1.33` is answered as it is, and its newest patch beside it. */
function versionOf(properties: JsonObject): Version {
  const wanted = textOf(properties['kubernetesVersion']) || defaultKubernetes;
  return { wanted, current: wanted.split('.').length > 2 ? wanted : `${wanted}.4` };
}

function names(seed: number, id: string, sentPrefix: string, old: JsonObject): JsonObject {
  if (sentPrefix === '') return {};
  const { host } = { host: `${sentPrefix}-${hexOf(8, seed, id, 'host')}` };
  const swap = (key: string): JsonObject[string] => {
    const text = textOf(old[key]);
    return text === undefined ? undefined : `${host}${text.slice(text.indexOf('.'))}`;
  };
  return present({
    dnsPrefix: sentPrefix,
    fqdn: swap('fqdn'),
    privateFQDN: swap('privateFQDN'),
    azurePortalFQDN: swap('azurePortalFQDN'),
  });
}

function pools(properties: JsonObject, isKubenet: boolean): readonly JsonObject[] {
  const version = versionOf(properties);
  return objectsOf(properties['agentPoolProfiles']).map((sent) => {
    const own = versionOf({ kubernetesVersion: textOf(sent['orchestratorVersion']) || version.wanted });
    const made = newPool(sent, {
      name: textAt(sent, 'name'),
      version: own.wanted,
      currentVersion: own.current,
      isKubenet,
      eTag: '',
    });
    return without(made, 'eTag');
  });
}

/** With kubenet there is no data plane, and none of Azure's own settings. */
function networkOf(old: JsonObject, sent: JsonObject): JsonObject {
  const isKubenet = sent['networkPlugin'] === 'kubenet';
  const isPlainCni = sent['networkPlugin'] === 'azure' && sent['networkPluginMode'] === undefined;
  const own = ['loadBalancerProfile', 'natGatewayProfile'];
  const base = without(
    old,
    ...own,
    ...(isKubenet ? ['networkPolicy'] : []),
    ...(isPlainCni ? ['networkPluginMode', 'podCidr', 'podCidrs'] : []),
  );
  const settings = present({ ...base, ...without(sent, ...own) });
  const type = textOf(settings['outboundType']);
  const isBasic = textAt(settings, 'loadBalancerSku').toLowerCase() === 'basic';
  return present({
    ...settings,
    podCidrs: settings['podCidr'] === undefined ? undefined : [settings['podCidr']],
    serviceCidrs: [settings['serviceCidr'] ?? ''],
    loadBalancerProfile:
      type === 'userDefinedRouting' || isBasic
        ? undefined
        : type === 'loadBalancer'
          ? objectOf(sent['loadBalancerProfile'])
          : { backendPoolType: 'nodeIPConfiguration' },
    natGatewayProfile: type === 'managedNATGateway' ? objectOf(sent['natGatewayProfile']) : undefined,
    podLinkLocalAccess: isKubenet ? undefined : 'IMDS',
  });
}

function identityOf(seed: number, id: string, tenantId: string, sent: JsonObject): JsonObject | undefined {
  const type = textOf(sent['type']);
  if (type === undefined || type === 'None') return undefined;
  const given = Object.keys(objectOf(sent['userAssignedIdentities']));
  return present({
    type,
    principalId: type === 'SystemAssigned' ? guidOf(seed, id, 'principal') : undefined,
    tenantId: type === 'SystemAssigned' ? tenantId : undefined,
    userAssignedIdentities:
      given.length === 0
        ? undefined
        : Object.fromEntries(
            given.map((one) => [
              one,
              { clientId: guidOf(seed, one, 'client'), principalId: guidOf(seed, one, 'principal') },
            ]),
          ),
  });
}

/** The identity of the nodes, which is made with them. */
export function withKubelet(seed: number, body: JsonObject): JsonObject {
  const { subscriptionId = '', name = '' } = parseId(textAt(body, 'id')) ?? {};
  const group = textAt(body, 'properties', 'nodeResourceGroup');
  const resourceId = `/subscriptions/${subscriptionId}/resourcegroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}-agentpool`;
  return withAt(body, ['properties', 'identityProfile'], {
    kubeletidentity: {
      resourceId,
      clientId: guidOf(seed, resourceId, 'client'),
      objectId: guidOf(seed, resourceId, 'object'),
    },
  });
}
