import { absent, mapFact, type Fact } from './fact.js';
import { chain, hitsIn } from './fact-logic.js';
import { defaultRouteOf } from './default-route.js';
import type { ClusterFacts } from './facts.js';
import { eachOnce, routeTableOf } from './node-subnets.js';
import { graphAfter } from './own-network/network-work.js';
import type { Target } from './target.js';

/** Private addresses of the appliances to which default routes lead once the plan has done its work; each once. */
export function nextHopsOf(facts: ClusterFacts, target: Target): Fact<readonly string[]> {
  const after = graphAfter(facts, target);
  const hops = hitsIn(after.pools, (pool) =>
    chain(chain(routeTableOf(after, pool), defaultRouteOf), ({ nextHop, nextHopIpAddress }) =>
      nextHop === 'appliance' ? nextHopIpAddress : absent(nextHopIpAddress.origin),
    ),
  );
  return mapFact(hops, eachOnce);
}
