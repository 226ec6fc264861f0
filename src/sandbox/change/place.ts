import { hexOf } from '../chance.js';
import { at, textOf, type JsonObject, textAt } from '../json.js';
import { clusterIdOf, networkIdOf, parseId } from '../resource-id.js';

/** Where a cluster keeps its own things. */
export interface Place {
  readonly id: string;
  readonly location: string;
  readonly outboundType: string;
  readonly idOf: (path: string) => string;
  readonly hash: string;
}

export function placeOf(cluster: JsonObject): Place {
  const id = textAt(cluster, 'id');
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseId(id) ?? {};
  const group = textOf(at(cluster, 'properties', 'nodeResourceGroup')) ?? '';
  return {
    id: clusterIdOf(subscriptionId, resourceGroup, name),
    location: textOf(cluster['location']) ?? '',
    outboundType: textOf(at(cluster, 'properties', 'networkProfile', 'outboundType')) ?? 'loadBalancer',
    idOf: (path) => networkIdOf(subscriptionId, group, path),
    hash: hexOf(8, id.toLowerCase()).replace(/[a-f]/g, '7'),
  };
}
