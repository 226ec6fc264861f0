import { guidOf } from '../chance.js';
import { objectOf, objectsOf, present, textAt, without, type JsonObject } from '../json.js';
import { networkResource } from '../scenarios/building/network-spec.js';

/** What Azure works out itself; sent back it changes nothing. */
const readOnly = [
  ...['provisioningState', 'resourceGuid', 'ipConfiguration', 'ipConfigurations', 'ipAddress'],
  ...['publicIPAddresses', 'subnets', 'purpose', 'serviceAssociationLinks', 'privateEndpoints'],
];

/** What Azure fills in (recorded 2026). */
const defaults: Readonly<Record<string, JsonObject>> = {
  publicIPAddresses: {
    publicIPAddressVersion: 'IPv4',
    publicIPAllocationMethod: 'Static',
    idleTimeoutInMinutes: 4,
    ipTags: [],
    ddosSettings: { protectionMode: 'VirtualNetworkInherited' },
  },
  publicIPPrefixes: { publicIPAddressVersion: 'IPv4', prefixLength: 28, ipTags: [] },
  natGateways: { idleTimeoutInMinutes: 4 },
  routeTables: { disableBgpRoutePropagation: false, routes: [] },
  virtualNetworks: {
    privateEndpointVNetPolicies: 'Disabled',
    virtualNetworkPeerings: [],
    enableDdosProtection: false,
  },
  'virtualNetworks/subnets': {
    delegations: [],
    privateEndpointNetworkPolicies: 'Disabled',
    privateLinkServiceNetworkPolicies: 'Enabled',
  },
  'routeTables/routes': { hasBgpOverride: false },
};

const skus: Readonly<Record<string, JsonObject>> = {
  publicIPAddresses: { name: 'Standard', tier: 'Regional' },
  publicIPPrefixes: { name: 'Standard', tier: 'Regional' },
  natGateways: { name: 'Standard' },
};

/** The body of a network resource after a PUT: what was sent, Azure's defaults, and what it gave out before. */
export function networkBody(options: {
  readonly seed: number;
  readonly number: number;
  readonly id: string;
  readonly type: string;
  readonly before: JsonObject | undefined;
  readonly sent: JsonObject;
}): JsonObject {
  const { seed, number, id, type, before, sent } = options;
  const old = objectOf(before?.['properties']);
  const kept = Object.fromEntries(
    ['ipAddress', 'ipPrefix', 'resourceGuid'].flatMap((key) =>
      old[key] === undefined ? [] : [[key, old[key]]],
    ),
  );
  const properties = {
    ...defaults[type],
    ...without(present(objectOf(sent['properties'])), ...readOnly, ...ofOthers(type)),
    ...kept,
  };
  const isChild = type.includes('/');
  const body = networkResource({
    seed,
    id,
    type,
    withoutGuid: isChild,
    ...(isChild ? {} : { location: textAt(before, 'location') || textAt(sent, 'location') }),
    properties:
      type === 'routeTables' ? { ...properties, routes: routesOf(seed, id, properties) } : properties,
  });
  return present({
    ...body,
    etag: `W/"${guidOf(seed, 'etag', id, number)}"`,
    sku:
      skus[type] === undefined
        ? undefined
        : { ...skus[type], ...objectOf(before?.['sku']), ...objectOf(sent['sku']) },
    tags: sent['tags'],
    zones: sent['zones'] ?? before?.['zones'],
  });
}

/** A public address does not say whose gateway it serves; the gateway does. */
const ofOthers = (type: string): readonly string[] => (type === 'publicIPAddresses' ? ['natGateway'] : []);

const routesOf = (seed: number, table: string, properties: JsonObject): readonly JsonObject[] =>
  objectsOf(properties['routes']).map((route) =>
    routeBody(seed, `${table}/routes/${textAt(route, 'name')}`, route),
  );

export const routeBody = (seed: number, id: string, sent: JsonObject): JsonObject =>
  networkResource({
    seed,
    id,
    type: 'routeTables/routes',
    withoutGuid: true,
    properties: {
      ...defaults['routeTables/routes'],
      ...without(present(objectOf(sent['properties'])), 'provisioningState'),
    },
  });
