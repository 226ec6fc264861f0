import { at, objectOf, objectsOf, textAt, textOf, type JsonObject } from '../json.js';
import { parseId, sameId } from '../resource-id.js';
import { resourceAt, type Azure } from '../state/azure.js';
import { networkError, type Answer } from '../wire/answer.js';

/** A write to a network resource that is looked at before it is accepted. */
export interface NetworkChange {
  readonly azure: Azure;
  readonly id: string;
  readonly before: JsonObject | undefined;
  /** Undefined when it is to be deleted. */
  readonly sent: JsonObject | undefined;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

const references = ['natGateway', 'routeTable', 'networkSecurityGroup', 'publicIPPrefix'];
const listsOfReferences = [
  'publicIpAddresses',
  'publicIpPrefixes',
  'publicIpAddressesV6',
  'publicIpPrefixesV6',
];

/** What a body refers to must be there (recorded). Security groups are not kept here, and pass. */
export function brokenReference({ azure, id, sent }: NetworkChange): Answer | undefined {
  const properties = objectOf(sent?.['properties']);
  const ids = [
    ...references
      .filter((name) => name !== 'networkSecurityGroup')
      .map((name) => textOf(at(properties, name, 'id'))),
    ...listsOfReferences.flatMap((list) => objectsOf(properties[list]).map((item) => textOf(item['id']))),
  ];
  const missing = ids.find((one) => one !== undefined && resourceAt(azure, one) === undefined);
  if (missing === undefined) return undefined;
  // Of a public address in a prefix that is not there (recorded).
  if (sameId(textOf(at(properties, 'publicIPPrefix', 'id')), missing))
    return networkError(404, 'NotFound', `Resource ${missing} not found.`);
  return networkError(
    400,
    'InvalidResourceReference',
    `Resource ${missing} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
    [{ code: 'NotFound', message: `Resource ${missing} not found.` }],
  );
}

/** Azure docs, NAT gateway resource and NAT gateway SKUs, read 2026-11-23; the words are ours. */
export function mixedSkus({ azure, id, sent }: NetworkChange): Answer | undefined {
  if (parseId(id)?.type.toLowerCase() !== 'natgateways') return undefined;
  const sku = textOf(at(sent, 'sku', 'name')) ?? 'Standard';
  const wrong = listsOfReferences
    .flatMap((list) => objectsOf(at(sent, 'properties', list)))
    .map((item) => resourceAt(azure, textAt(item, 'id')))
    .find((address) => address !== undefined && textAt(address, 'sku', 'name') !== sku);
  return wrong === undefined
    ? undefined
    : networkError(
        400,
        'NatGatewayAndPublicIpSkuMismatch',
        `NAT gateway ${id} has sku ${sku}, but ${textAt(wrong, 'id')} has sku ${textAt(wrong, 'sku', 'name')}.`,
      );
}

/** `If-Match` of Network compares with the `etag` of the body, `W/"…"` (recorded). */
export function staleETag({ before, id, ifMatch, ifNoneMatch }: NetworkChange): Answer | undefined {
  if (ifNoneMatch !== undefined && before !== undefined)
    return networkError(
      412,
      'PreconditionFailed',
      `Precondition failed. If-None-Match header was given, and resource ${id} exists.`,
    );
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === textAt(before, 'etag')) return undefined;
  return networkError(
    412,
    'PreconditionFailed',
    `Precondition failed. Etag provided in if-match header ${ifMatch} does not match etag ${textAt(before, 'etag')} of resource ${id} in NRP data store.`,
  );
}
