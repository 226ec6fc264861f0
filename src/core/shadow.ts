import { absent, known, type Fact } from './fact.js';
import { chain, hitsIn, ifAny } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { defaultRouteOf } from './default-route.js';
import { gatewayOf, routeTableOf } from './node-subnets.js';

/** Pools whose packets a default route to an appliance or gateway takes; absent when there is none. */
export function poolsRouted(facts: ClusterFacts): Fact<readonly string[]> {
  return ifAny(
    hitsIn(facts.pools, (pool) =>
      chain(chain(routeTableOf(facts, pool), defaultRouteOf), ({ nextHop }) =>
        nextHop === 'appliance' || nextHop === 'virtualNetworkGateway'
          ? known(pool.name, pool.subnetId.origin)
          : absent(pool.subnetId.origin),
      ),
    ),
  );
}

/** Pools whose subnet has a NAT gateway; absent when there is none. */
export function poolsWithGateway(facts: ClusterFacts): Fact<readonly string[]> {
  return ifAny(
    hitsIn(facts.pools, (pool) =>
      chain(gatewayOf(facts, pool), () => known(pool.name, pool.subnetId.origin)),
    ),
  );
}
