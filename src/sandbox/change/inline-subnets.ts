import { objectOf, objectsOf, textAt, withAt, type Json, type JsonObject } from '../json.js';
import { keyOf } from '../resource-id.js';
import { resourceAt, type Azure } from '../state/azure.js';
import { networkBody } from './network-body.js';

/** The subnets that a PUT of a network names inside it, as bodies of their own; undefined when it names none at all. */
export function subnetsIn(networkId: string, sent: JsonObject): readonly JsonObject[] | undefined {
  const list = objectOf(sent['properties'])['subnets'];
  if (!Array.isArray(list)) return undefined;
  return objectsOf(list as Json).map((subnet) => ({
    ...subnet,
    id: `${networkId}/subnets/${textAt(subnet, 'name') || (textAt(subnet, 'id').split('/').at(-1) ?? '')}`,
  }));
}

/** Ids of subnets that are there and that a PUT of the network leaves out: they go. */
export function leftOut(azure: Azure, networkId: string, wanted: readonly JsonObject[]): readonly string[] {
  const keep = new Set(wanted.map((subnet) => keyOf(textAt(subnet, 'id'))));
  return [...azure.resources]
    .filter(([key]) => key.startsWith(`${keyOf(networkId)}/subnets/`) && !keep.has(key))
    .map(([, body]) => textAt(body, 'id'));
}

/** Makes, changes and removes the subnets of a network as its PUT wants them. */
export function putSubnets(
  azure: Azure,
  networkId: string,
  order: { readonly number: number; readonly wanted: readonly JsonObject[] },
): void {
  for (const id of leftOut(azure, networkId, order.wanted)) azure.resources.delete(keyOf(id));
  for (const sent of order.wanted) {
    const id = textAt(sent, 'id');
    const body = networkBody({
      seed: azure.head.seed,
      number: order.number,
      id,
      type: 'virtualNetworks/subnets',
      before: resourceAt(azure, id),
      sent,
    });
    azure.resources.set(keyOf(id), withAt(body, ['properties', 'provisioningState'], 'Succeeded'));
  }
}
