import { say } from '../../core/message.js';
import { refuse } from '../wire/trouble.js';

/** A cluster's ARM id in its parts. */
export interface ClusterPath {
  /** Graph key: the whole id in lower case. */
  readonly key: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** As a request names it. */
  readonly path: string;
}

const shape =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft[.]containerservice\/managedclusters\/([^/]+)\/?$/i;

/** The parts of a cluster's id. Throws a Trouble where the text is no such id. */
export function clusterPath(id: string): ClusterPath {
  const [, subscriptionId, resourceGroup, name] = shape.exec(id) ?? [];
  if (subscriptionId === undefined || resourceGroup === undefined || name === undefined)
    throw refuse(say('{id} is not the id of an AKS cluster.', { id: id.slice(0, 300) }));
  const path = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;
  return { key: path.toLowerCase(), subscriptionId, resourceGroup, name, path };
}
