import { absent, known, valueOf, type Fact } from './fact.js';
import { chain, hitsIn, ifAny } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { actualPathOf } from './actual-path.js';
import { defaultRouteOf } from './default-route.js';
import { gatewayOf, routeTableOf } from './node-subnets.js';
import type { TargetKey } from './outbound-type.js';

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

/** True where every pool is known to leave by something that wins over what AKS runs for the declared type. */
export function leavesOtherwise(facts: ClusterFacts, key: TargetKey): boolean {
  const pools = valueOf(facts.pools) ?? [];
  return (
    pools.length > 0 &&
    pools.every((pool) => {
      const path = valueOf(actualPathOf(facts, pool));
      if (path === undefined) return false;
      if (key === 'loadBalancer') return path.kind !== 'loadBalancer';
      return path.kind !== 'natGateway' || path.via !== undefined;
    })
  );
}
