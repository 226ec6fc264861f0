import { at, objectOf, objectsOf, present, textOf, withAt, without, type JsonObject } from '../json.js';
import { dayOf } from '../wire/versions.js';

export const networkProfileOf = (body: JsonObject): JsonObject =>
  objectOf(at(body, 'properties', 'networkProfile'));

/** Absent means `loadBalancer`, as in old api-versions. */
export const outboundTypeOf = (body: JsonObject): string =>
  textOf(networkProfileOf(body)['outboundType']) ?? 'loadBalancer';

export const natGatewaySkuOf = (body: JsonObject): string | undefined =>
  textOf(at(networkProfileOf(body), 'natGatewayProfile', 'sku'));

/**
 * Regions without StandardV2 NAT gateways (Azure docs, Choose the right NAT gateway SKU, 2026-07-27, read
 * 2026-11-23).
 */
export const regionsWithoutV2 = [
  ...['canadaeast', 'indonesiacentral', 'israelnorthwest', 'qatarcentral', 'swedensouth', 'westindia'],
];

/** What AKS fills in for an outbound type. */
export function withDefaults(body: JsonObject, before: JsonObject, apiVersion: string): JsonObject {
  const network = networkProfileOf(body);
  const type = outboundTypeOf(body);
  if (type === 'loadBalancer') {
    const profile = objectOf(network['loadBalancerProfile']);
    const isChosen = ['managedOutboundIPs', 'outboundIPs', 'outboundIPPrefixes'].some(
      (key) => key in profile,
    );
    return withNetwork(body, {
      loadBalancerProfile: {
        ...(isChosen ? {} : { managedOutboundIPs: { count: 1 } }),
        ...profile,
        backendPoolType: asAnswered(profile['backendPoolType']),
      },
    });
  }
  if (type !== 'managedNATGateway') return body;
  const gateway = objectOf(network['natGatewayProfile']);
  const isOwn = 'outboundIPs' in gateway || 'outboundIPPrefixes' in gateway;
  return withNetwork(body, {
    natGatewayProfile: {
      sku: skuFor(body, before, apiVersion),
      ...(isOwn ? {} : { managedOutboundIPProfile: { count: 1 } }),
      idleTimeoutInMinutes: 4,
      ...gateway,
    },
  });
}

/** `NodeIPConfiguration` comes back as `nodeIPConfiguration` (recorded). */
const asAnswered = (type: JsonObject[string]): string => {
  const text = textOf(type) ?? 'nodeIPConfiguration';
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
};

/** From 2026-06-01 the sku "defaults to StandardV2 where available in the region"; earlier versions keep Standard. */
function skuFor(body: JsonObject, before: JsonObject, apiVersion: string): string {
  const old = natGatewaySkuOf(before);
  if (old !== undefined && outboundTypeOf(before) === 'managedNATGateway') return old;
  const location = (textOf(body['location']) ?? '').toLowerCase().replaceAll(' ', '');
  return dayOf(apiVersion) >= '2026-06-01' && !regionsWithoutV2.includes(location)
    ? 'StandardV2'
    : 'Standard';
}

const withNetwork = (body: JsonObject, patch: JsonObject): JsonObject =>
  withAt(body, ['properties', 'networkProfile'], { ...networkProfileOf(body), ...patch });

/**
 * The first phase (recorded): the new type and the new profile's settings without addresses, and still the old
 * profile with its addresses, until the operation ends.
 */
export function firstPhase(before: JsonObject, desired: JsonObject): JsonObject {
  const type = outboundTypeOf(desired);
  const old = networkProfileOf(before);
  const wanted = networkProfileOf(desired);
  const isSame = outboundTypeOf(before) === type;
  const keep = (name: string, owner: string): JsonObject[string] => {
    const profile = objectOf(old[name]);
    if (type !== owner) return old[name];
    const effective = isSame ? profile['effectiveOutboundIPs'] : undefined;
    return present({ ...objectOf(wanted[name]), effectiveOutboundIPs: effective });
  };
  return withAt(
    desired,
    ['properties', 'networkProfile'],
    present({
      ...without(wanted, 'loadBalancerProfile', 'natGatewayProfile'),
      loadBalancerProfile: keep('loadBalancerProfile', 'loadBalancer'),
      natGatewayProfile: keep('natGatewayProfile', 'managedNATGateway'),
    }),
  );
}

/** What is left of a load balancer profile once the cluster leaves by another way (recorded). */
const rest = (profile: JsonObject): JsonObject =>
  without(profile, 'managedOutboundIPs', 'outboundIPs', 'outboundIPPrefixes', 'effectiveOutboundIPs');

/** The second phase: only the new type's profile has addresses. */
export function lastPhase(body: JsonObject, effectiveIds: readonly string[]): JsonObject {
  const type = outboundTypeOf(body);
  const network = networkProfileOf(body);
  const balancer = objectOf(network['loadBalancerProfile']);
  const effectiveOutboundIPs = effectiveIds.map((id) => ({ id }));
  const profiles: Record<string, JsonObject | undefined> = {
    loadBalancerProfile:
      type === 'loadBalancer'
        ? { ...balancer, effectiveOutboundIPs }
        : type === 'userDefinedRouting'
          ? undefined
          : { backendPoolType: 'nodeIPConfiguration', ...rest(balancer) },
    natGatewayProfile:
      type === 'managedNATGateway'
        ? { ...objectOf(network['natGatewayProfile']), effectiveOutboundIPs }
        : undefined,
  };
  return withAt(body, ['properties', 'networkProfile'], present({ ...network, ...profiles }));
}

/** The distinct subnets of a cluster's nodes; empty on a network that AKS made. */
export const nodeSubnetsOf = (body: JsonObject): readonly string[] => [
  ...new Map(
    objectsOf(at(body, 'properties', 'agentPoolProfiles')).flatMap((pool) => {
      const id = textOf(pool['vnetSubnetID']);
      return id === undefined ? [] : [[id.toLowerCase(), id] as const];
    }),
  ).values(),
];
