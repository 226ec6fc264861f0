import { known, unknown, valueOf, type Fact } from './fact.js';
import { allOf, chain, orDefault } from './fact-logic.js';
import type { ClusterFacts, PoolFacts } from './facts.js';
import { say } from './message.js';
import { surgeOf } from './snat.js';

/** Nodes that share the outbound ports. */
export interface NodeCounts {
  readonly now: number;
  /** The autoscaler's maximum of each pool, the count of the others. */
  readonly most: number;
  /** What upgrades of all pools at once add to that. */
  readonly surge: number;
}

/**
 * All pools count: Windows and user pools join the outbound pool too. Node auto-provisioning has no upper
 * bound in Azure, so the sum is unknown then.
 * Source: AKS docs, Use a public standard load balancer (ms.date 2024-01-23), read 2026-11-23.
 */
export function nodeCountsOf(facts: ClusterFacts): Fact<NodeCounts> {
  const mode = facts.cluster.nodeProvisioningMode;
  if (mode.kind === 'unknown') return mode;
  if (valueOf(mode)?.toLowerCase() === 'auto')
    return unknown('notStatic', say('Node auto-provisioning sets no upper bound to the nodes.'), mode.origin);
  return chain(facts.pools, (pools) =>
    chain(allOf(pools.map(countsOfPool), facts.pools.origin), (counts) =>
      known(
        counts.reduce(
          (sum, pool) => ({
            now: sum.now + pool.now,
            most: sum.most + pool.most,
            surge: sum.surge + pool.surge,
          }),
          { now: 0, most: 0, surge: 0 },
        ),
        counts.length === 0 ? facts.pools.origin : (pools[0]?.count.origin ?? facts.pools.origin),
      ),
    ),
  );
}

function countsOfPool(pool: PoolFacts): Fact<NodeCounts> {
  return chain(orDefault(pool.enableAutoScaling, false), (isAutoscaled) =>
    chain(orDefault(pool.count, 0), (count) =>
      chain(isAutoscaled ? orDefault(pool.maxCount, count) : pool.count, (most) => {
        if (pool.maxSurge.kind === 'unknown') return pool.maxSurge;
        return known(
          {
            now: count,
            most: Math.max(count, most),
            surge: surgeOf(valueOf(pool.maxSurge), Math.max(count, most)),
          },
          pool.count.origin,
        );
      }),
    ),
  );
}
