import { guidOf } from '../chance.js';
import { at, listOf, numberOf, objectOf, objectsOf, textOf, withAt, type JsonObject } from '../json.js';
import { sameId } from '../resource-id.js';
import type { Azure } from '../state/azure.js';
import { resourceAt } from '../state/azure.js';
import type { OutboundAddress } from './node-group.js';
import { natGatewaySkuOf, networkProfileOf, outboundTypeOf } from './outbound-type.js';
import { placeOf } from './place.js';

export interface Addresses {
  /** For `effectiveOutboundIPs`. */
  readonly effectiveIds: readonly string[];
  /** Those that AKS owns; they stand in the node resource group. */
  readonly owned: readonly OutboundAddress[];
}

/**
 * The addresses by which a cluster leaves once an operation has ended. A growing count keeps the first and appends
 * (recorded); another type, sku or owner draws new ones, and what is released does not come back.
 */
export function addressesAfter(options: {
  readonly azure: Azure;
  readonly before: JsonObject;
  readonly body: JsonObject;
  readonly owned: readonly OutboundAddress[];
  readonly number: number;
}): Addresses {
  const { azure, before, body, owned, number } = options;
  const type = outboundTypeOf(body);
  const network = networkProfileOf(body);
  const sku =
    type === 'managedNATGateway' && natGatewaySkuOf(body) === 'StandardV2' ? 'StandardV2' : 'Standard';
  const profile =
    type === 'loadBalancer'
      ? network['loadBalancerProfile']
      : type === 'managedNATGateway'
        ? network['natGatewayProfile']
        : undefined;
  const own = ownIds(profile);
  if (own.length > 0) return { effectiveIds: own, owned: [] };
  const wanted =
    numberOf(at(profile, 'managedOutboundIPs', 'count')) ??
    numberOf(at(profile, 'managedOutboundIPProfile', 'count')) ??
    0;
  const isSame = outboundTypeOf(before) === type && natGatewaySkuOf(before) === natGatewaySkuOf(body);
  const kept = isSame ? owned.slice(0, wanted) : [];
  const fresh = Array.from({ length: Math.max(0, wanted - kept.length) }, (_, index): OutboundAddress => ({
    id: placeOf(body).idOf(`publicIPAddresses/${guidOf(azure.head.seed, 'address', number, index)}`),
    address: nextAddress(azure),
    sku,
  }));
  const all = [...kept, ...fresh];
  return { effectiveIds: all.map(({ id }) => id), owned: all };
}

/** The customer's own addresses; the load balancer names objects, the NAT gateway plain ids. */
function ownIds(profile: JsonObject[string]): readonly string[] {
  const lists = [
    at(profile, 'outboundIPs', 'publicIPs'),
    at(profile, 'outboundIPPrefixes', 'publicIPPrefixes'),
  ];
  return lists.flatMap((list) => [
    ...objectsOf(list).flatMap(({ id }) => textOf(id) ?? []),
    ...listOf(list).flatMap((item) => textOf(item) ?? []),
  ]);
}

/** New addresses come from TEST-NET-2 (RFC 5737), which no scenario uses for anything else. */
export function nextAddress(azure: Azure): string {
  azure.addressesGiven += 1;
  return `198.51.100.${((azure.addressesGiven - 1) % 254) + 1}`;
}

/** An address, or a prefix, with the numbers that it is given when it is there. One of a prefix comes out of it. */
export function withNumbers(azure: Azure, type: string, body: JsonObject): JsonObject {
  const properties = objectOf(body['properties']);
  if (type === 'publicIPPrefixes' && textOf(properties['ipPrefix']) === undefined)
    return withAt(
      body,
      ['properties', 'ipPrefix'],
      nextPrefix(azure, numberOf(properties['prefixLength']) ?? 28),
    );
  if (type !== 'publicIPAddresses' || textOf(properties['ipAddress']) !== undefined) return body;
  const prefixId = textOf(at(properties, 'publicIPPrefix', 'id'));
  const address = prefixId === undefined ? undefined : addressIn(azure, prefixId);
  return withAt(body, ['properties', 'ipAddress'], address ?? nextAddress(azure));
}

/** Blocks from the upper end of TEST-NET-2, so that they meet single addresses last. */
function nextPrefix(azure: Azure, length: number): string {
  const size = 2 ** (32 - Math.min(31, Math.max(28, length)));
  azure.prefixAddressesGiven = Math.ceil(azure.prefixAddressesGiven / size) * size + size;
  const first = (((256 - azure.prefixAddressesGiven) % 256) + 256) % 256;
  return `198.51.100.${first}/${length}`;
}

function addressIn(azure: Azure, prefixId: string): string | undefined {
  const prefix = textOf(at(resourceAt(azure, prefixId), 'properties', 'ipPrefix'));
  const parts = /^(\d+\.\d+\.\d+)\.(\d+)\/\d+$/.exec(prefix ?? '');
  if (parts === null) return undefined;
  const used = [...azure.resources.values()]
    .filter((one) => sameId(textOf(at(one, 'properties', 'publicIPPrefix', 'id')), prefixId))
    .flatMap((one) => textOf(at(one, 'properties', 'ipAddress')) ?? []);
  for (let next = Number(parts[2]); next < 256; next += 1)
    if (!used.includes(`${parts[1] ?? ''}.${next}`)) return `${parts[1] ?? ''}.${next}`;
  return undefined;
}

/**
 * The outbound addresses of the body's own type that AKS owns now: those in effect that stand in the node resource
 * group. What is left of another type's, while an update runs or where one failed, goes when it ends.
 */
export function ownedNow(azure: Azure, body: JsonObject): readonly OutboundAddress[] {
  const network = networkProfileOf(body);
  const prefix = placeOf(body).idOf('publicIPAddresses/').toLowerCase();
  const profile = outboundTypeOf(body) === 'managedNATGateway' ? 'natGatewayProfile' : 'loadBalancerProfile';
  const ids = objectsOf(at(network, profile, 'effectiveOutboundIPs')).flatMap(({ id }) => textOf(id) ?? []);
  return ids.flatMap((id): readonly OutboundAddress[] => {
    const found = id.toLowerCase().startsWith(prefix) ? resourceAt(azure, id) : undefined;
    const address = textOf(at(found, 'properties', 'ipAddress'));
    if (address === undefined) return [];
    return [
      { id, address, sku: textOf(at(found, 'sku', 'name')) === 'StandardV2' ? 'StandardV2' : 'Standard' },
    ];
  });
}
