import { isJsonObject, valueAt, type Json } from './json.js';

const poolsPath = ['properties', 'agentPoolProfiles'];

/** A pool's place in its cluster's body, by its name in any case of letters. */
export function poolIndexOf(cluster: Json, name: string): number | undefined {
  const pools = valueAt(cluster, poolsPath);
  if (!Array.isArray(pools)) return undefined;
  const index = (pools as readonly Json[]).findIndex(
    (pool) => isJsonObject(pool) && typeof pool.name === 'string' && sameName(pool.name, name),
  );
  return index < 0 ? undefined : index;
}

/**
 * A pool of its cluster's body, as the resource of its own that it also is: all but its name in `properties`. Undefined
 * where the body has none of that name.
 */
export function poolResource(cluster: Json, name: string): Json | undefined {
  const index = poolIndexOf(cluster, name);
  const pool = index === undefined ? undefined : valueAt(cluster, [...poolsPath, index]);
  if (!isJsonObject(pool)) return undefined;
  const { name: spelt = name, ...properties } = pool;
  return { name: spelt, properties };
}

/** Of `…/managedClusters/<cluster>/agentPools/<pool>`. */
export const poolNameIn = (resourceId: string): string => resourceId.slice(resourceId.lastIndexOf('/') + 1);

const sameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
