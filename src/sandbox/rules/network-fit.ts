import { at, listOf, numberOf, objectsOf, textAt, textOf, type JsonObject } from '../json.js';
import { keyOf, parseId, sameId } from '../resource-id.js';
import { resourceAt, type Azure } from '../state/azure.js';
import { networkError, type Answer } from '../wire/answer.js';
import type { NetworkChange } from './network.js';
import { servedBy } from './network-use.js';
import { isWithin, overlap, rangeOf, type Range } from './ranges.js';

const no = (code: string, message: string): Answer => networkError(400, code, message);

const typeOf = (id: string): string => parseId(id)?.type.toLowerCase() ?? '';

const prefixesOf = (subnet: JsonObject | undefined): readonly string[] =>
  [
    textOf(at(subnet, 'properties', 'addressPrefix')),
    ...listOf(at(subnet, 'properties', 'addressPrefixes')),
  ].flatMap((one) => textOf(one) ?? []);

/** The code and words of subnets that do not fit are from public issues (terraform 5932 and 22364). */
export function subnetFits({ azure, id, sent, before }: NetworkChange): Answer | undefined {
  if (sent === undefined || typeOf(id) !== 'virtualnetworks/subnets') return undefined;
  const networkId = id.split('/').slice(0, -2).join('/');
  const network = resourceAt(azure, networkId);
  const [name, where] = [parseId(id)?.name ?? '', parseId(networkId)?.name ?? ''];
  const wanted = prefixesOf(sent);
  if (wanted.length === 0)
    return no(
      'InvalidRequestFormat',
      `Subnet '${name}' in virtual network '${where}' has neither an address prefix nor an IPAM pool.`,
    );
  const space = listOf(at(network, 'properties', 'addressSpace', 'addressPrefixes')).flatMap(
    (one) => rangeOf(textOf(one) ?? '') ?? [],
  );
  for (const prefix of wanted) {
    // IPv6 is not looked into.
    if (prefix.includes(':')) continue;
    const range = rangeOf(prefix);
    if (range === undefined)
      return no(
        'InvalidAddressPrefixFormat',
        `Address prefix ${prefix} of resource ${id} is not formatted correctly. It should follow CIDR notation, for example 10.0.0.0/24.`,
      );
    if (space.length > 0 && !space.some((outer) => isWithin(range, outer)))
      return no(
        'NetcfgInvalidSubnet',
        `Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network '${where}'.`,
      );
    if (othersOf(azure, networkId, id).some((other) => overlap(range, other)))
      return no(
        'NetcfgSubnetRangesOverlap',
        `Subnet '${name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${where}'.`,
      );
  }
  return gatewayFits(azure, { id, networkId, network, sent, before });
}

const othersOf = (azure: Azure, networkId: string, id: string): readonly Range[] =>
  [...azure.resources]
    .filter(([key]) => key.startsWith(`${keyOf(networkId)}/subnets/`) && key !== keyOf(id))
    .flatMap(([, body]) => prefixesOf(body).flatMap((prefix) => rangeOf(prefix) ?? []));

/** A NAT gateway serves subnets of one network, in its own region (Azure docs, NAT gateway, read 2026-11-23); our words. */
function gatewayFits(
  azure: Azure,
  change: {
    readonly id: string;
    readonly networkId: string;
    readonly network: JsonObject | undefined;
    readonly sent: JsonObject;
    readonly before: JsonObject | undefined;
  },
): Answer | undefined {
  const gatewayId = textOf(at(change.sent, 'properties', 'natGateway', 'id'));
  if (gatewayId === undefined) return undefined;
  // The gateway that is on the subnet already is no new one.
  if (sameId(textOf(at(change.before, 'properties', 'natGateway', 'id')), gatewayId)) return undefined;
  if (parseId(change.id)?.name.toLowerCase() === 'gatewaysubnet')
    return no(
      'NatGatewayNotAllowedOnSubnet',
      `NAT gateway ${gatewayId} cannot be associated with subnet ${change.id}.`,
    );
  const gateway = resourceAt(azure, gatewayId);
  const place = (body: JsonObject | undefined): string =>
    textAt(body, 'location').toLowerCase().replaceAll(' ', '');
  if (place(gateway) !== place(change.network))
    return no(
      'InvalidResourceReference',
      `Resource ${gatewayId} referenced by resource ${change.id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
    );
  const elsewhere = [...azure.resources.values()].find(
    (body) =>
      typeOf(textAt(body, 'id')) === 'virtualnetworks/subnets' &&
      sameId(textAt(body, 'properties', 'natGateway', 'id'), gatewayId) &&
      !keyOf(textAt(body, 'id')).startsWith(`${keyOf(change.networkId)}/`),
  );
  return elsewhere === undefined
    ? undefined
    : no(
        'NatGatewayCannotBeUsedBySubnetsOfDifferentVirtualNetworks',
        `NAT gateway ${gatewayId} cannot be associated with subnet ${change.id}, because it is associated with ${textAt(elsewhere, 'id')} of another virtual network.`,
      );
}

/** Limits of a gateway: Azure docs, NAT gateway resource, read 2026-11-23; the words are ours. */
export function gatewayIsRight({ azure, id, sent }: NetworkChange): Answer | undefined {
  if (sent === undefined || typeOf(id) !== 'natgateways') return undefined;
  const idle = at(sent, 'properties', 'idleTimeoutInMinutes');
  if (idle !== undefined && !((numberOf(idle) ?? 0) >= 4 && (numberOf(idle) ?? 121) <= 120))
    return no(
      'InvalidIdleTimeout',
      `NAT gateway ${id} has idle timeout ${JSON.stringify(idle)}. It must be between 4 and 120 minutes.`,
    );
  const sku = textOf(at(sent, 'sku', 'name')) ?? 'Standard';
  if (sku !== 'Standard' && sku !== 'StandardV2')
    return no('InvalidSku', `NAT gateway ${id} has sku ${sku}. It must be Standard or StandardV2.`);
  const zones = listOf(sent['zones']);
  if (sku === 'Standard' && zones.length > 1)
    return no(
      'NatGatewayZonesNotAllowed',
      `NAT gateway ${id} of sku Standard can be in one availability zone only.`,
    );
  const addresses = ['publicIpAddresses', 'publicIpAddressesV6'].flatMap((list) =>
    objectsOf(at(sent, 'properties', list)).map((one) => textAt(one, 'id')),
  );
  if (addresses.length > 16)
    return no('NatGatewayTooManyAddresses', `NAT gateway ${id} can have at most 16 public IP addresses.`);
  for (const address of addresses) {
    const user = servedBy(azure, address);
    if (user !== undefined && !sameId(user, id))
      return no(
        'PublicIPAddressInUse',
        `Resource ${id} cannot use public IP address ${address}, because it is in use by ${user}.`,
      );
  }
  return undefined;
}
