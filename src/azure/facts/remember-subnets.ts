import type { Inventory } from '../../core/inventory.js';
import type { ReadingMemory } from './read-cluster.js';
import { graphKey } from './resource.js';

/**
 * What the list already tells of a cluster's network lets the first reading ask the graph for its neighbours at once,
 * beside the cluster itself. A reading knows better: it is not replaced.
 */
export function rememberSubnets({ neighbours }: ReadingMemory, inventory: Inventory): void {
  const clusters = inventory.tenants.flatMap(({ subscriptions }) =>
    subscriptions.flatMap((subscription) => subscription.clusters),
  );
  for (const { id, subnetId } of clusters) {
    const [cluster, subnet] = [graphKey(id), graphKey(subnetId)];
    if (cluster !== undefined && subnet !== undefined && !neighbours.has(cluster))
      neighbours.set(cluster, [subnet]);
  }
}
