import { at, isObject, objectOf, objectsOf, present, without, type JsonObject } from '../json.js';
import { seenAt } from '../wire/versions.js';
import { onlyKnown } from './known-fields.js';

/** Properties that a client may send back and that change nothing. */
const readOnly = [
  ...[
    'provisioningState',
    'powerState',
    'currentKubernetesVersion',
    'fqdn',
    'privateFQDN',
    'azurePortalFQDN',
  ],
  ...[
    'maxAgentPools',
    'nodeResourceGroup',
    'identityProfile',
    'resourceUID',
    'status',
    'privateLinkResources',
  ],
];

const readOnlyOfPool = [
  ...['provisioningState', 'powerState', 'currentOrchestratorVersion', 'nodeImageVersion', 'eTag', 'status'],
];

/**
 * The body that a PUT asks for: what was sent over what is there. The two outbound profiles are different: left
 * out they are given up (recorded: load balancer to managed NAT gateway leaves `loadBalancerProfile` out).
 */
export function desiredBody(before: JsonObject, sentAsIs: JsonObject, apiVersion: string): JsonObject {
  const sent = seenAt(apiVersion, onlyKnown(sentAsIs));
  const properties = objectOf(sent['properties']);
  const old = objectOf(before['properties']);
  return present({
    ...before,
    tags: isEmpty(sent['tags']) ? undefined : (sent['tags'] ?? before['tags']),
    sku: sent['sku'] ?? before['sku'],
    identity: before['identity'],
    properties: present({
      ...old,
      ...without(meant(properties, old), ...readOnly),
      agentPoolProfiles: pools(old, properties),
      networkProfile: networkProfile(
        objectOf(old['networkProfile']),
        properties['networkProfile'],
        apiVersion,
      ),
    }),
  });
}

function pools(old: JsonObject, sent: JsonObject): readonly JsonObject[] {
  const wanted = objectsOf(sent['agentPoolProfiles']);
  return objectsOf(old['agentPoolProfiles']).map((pool) => {
    const change = wanted.find(({ name }) => name === pool['name']);
    if (change === undefined) return pool;
    // Azure fills in what was left out, and answers no empty list (both recorded).
    return {
      enableAutoScaling: false,
      upgradeStrategy: 'Rolling',
      ...pool,
      ...without(withoutEmptyLists(change), ...readOnlyOfPool),
    };
  });
}

const isEmpty = (value: JsonObject[string]): boolean =>
  isObject(value) && Object.keys(present(value)).length === 0;

/** An empty profile changes nothing of the one that is there (recorded: `storageProfile: {}`). */
const meant = (sent: JsonObject, old: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(present(sent)).filter(([key, value]) => !(isEmpty(value) && isObject(old[key]))),
  );

const withoutEmptyLists = (sent: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(present(sent)).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );

const outboundProfiles = ['loadBalancerProfile', 'natGatewayProfile'];

function networkProfile(old: JsonObject, sent: JsonObject[string], apiVersion: string): JsonObject {
  if (!isObject(sent)) return settingsOnly(old);
  const isSameType = old['outboundType'] === (sent['outboundType'] ?? old['outboundType']);
  const settings = settingsOnly(old);
  const hidden = hiddenBelow(apiVersion, objectOf(settings['natGatewayProfile']));
  const wanted = settingsOnly(present(sent));
  const gateway = wanted['natGatewayProfile'];
  return present({
    ...without(settings, ...outboundProfiles),
    ...without(wanted, ...outboundProfiles),
    loadBalancerProfile:
      wanted['loadBalancerProfile'] ?? (isSameType ? settings['loadBalancerProfile'] : undefined),
    natGatewayProfile: isSameType
      ? // Below the version that brought them these fields cannot be meant to go.
        isObject(gateway)
        ? { ...hidden, ...gateway }
        : settings['natGatewayProfile']
      : gateway,
  });
}

/** The network profile without what only Azure writes into it. */
function settingsOnly(profile: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(profile).map(([key, value]) => [
      key,
      outboundProfiles.includes(key) && isObject(value)
        ? without(present(value), 'effectiveOutboundIPs')
        : value,
    ]),
  );
}

/** The fields of a gateway profile that a version cannot see. */
function hiddenBelow(apiVersion: string, gateway: JsonObject): JsonObject {
  const whole = { properties: { networkProfile: { natGatewayProfile: gateway } } };
  const seen = objectOf(at(seenAt(apiVersion, whole), 'properties', 'networkProfile', 'natGatewayProfile'));
  return Object.fromEntries(Object.entries(gateway).filter(([key]) => !(key in seen)));
}
