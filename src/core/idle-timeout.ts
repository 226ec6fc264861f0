import { actualPathOf, type ActualPath } from './actual-path.js';
import { declaredKeyOf } from './declared.js';
import { absent, known, type Fact } from './fact.js';
import { chain, orDefault } from './fact-logic.js';
import type { ClusterFacts, PoolFacts } from './facts.js';
import { gatewayOf } from './node-subnets.js';
import { graphAfter, networkWorkOf } from './own-network/network-work.js';
import { optionDefaults } from './options.js';
import { keyOf, type Target } from './target.js';
import { loadBalancerOptions, natGatewayOptions } from './wanted-options.js';

/** Minutes that a quiet connection of one pool may live, before and after. */
export interface IdleTimeouts {
  readonly todayInMinutes: number;
  readonly afterInMinutes: number;
}

/**
 * By the way that packets really take, not by the declared type: a gateway that is attached already keeps its
 * timeout when the type follows. Absent where one of the two is nobody's to tell (an appliance has its own).
 */
export function idleTimeoutsOf(facts: ClusterFacts, pool: PoolFacts, target: Target): Fact<IdleTimeouts> {
  return chain(actualPathOf(facts, pool), (path) =>
    chain(timeoutBy(facts, pool, path), (todayInMinutes) =>
      chain(timeoutAfter(facts, pool, { path, target }), (afterInMinutes) =>
        known({ todayInMinutes, afterInMinutes }, facts.cluster.outboundType.origin),
      ),
    ),
  );
}

function timeoutBy(facts: ClusterFacts, pool: PoolFacts, path: ActualPath): Fact<number> {
  const { loadBalancerProfile, natGatewayProfile, outboundType } = facts.cluster;
  switch (path.kind) {
    case 'loadBalancer':
      return orDefault(
        chain(loadBalancerProfile, (profile) => profile.idleTimeoutInMinutes),
        optionDefaults.loadBalancer.idleTimeoutInMinutes,
      );
    case 'natGateway':
      return path.via === undefined
        ? orDefault(
            chain(natGatewayProfile, (profile) => profile.idleTimeoutInMinutes),
            optionDefaults.managedNATGateway.idleTimeoutInMinutes,
          )
        : ofGateway(facts, pool);
    case 'appliance':
    case 'virtualNetworkGateway':
    case 'nodePublicIP':
    case 'none':
      return absent(outboundType.origin);
  }
}

/** Where only options change, a pool that leaves another way than declared goes on doing so. */
function timeoutAfter(
  facts: ClusterFacts,
  pool: PoolFacts,
  { path, target }: { readonly path: ActualPath; readonly target: Target },
): Fact<number> {
  const { origin } = facts.cluster.outboundType;
  return chain(declaredKeyOf(facts.cluster), (key) => {
    const isCleared = networkWorkOf(facts, target).clearing !== undefined;
    if (key === keyOf(target) && path.kind !== 'loadBalancer' && path.via !== undefined && !isCleared)
      return timeoutBy(facts, pool, path);
    const balancer = loadBalancerOptions(facts, target);
    if (balancer !== undefined)
      return orDefault(balancer.idleTimeoutInMinutes, optionDefaults.loadBalancer.idleTimeoutInMinutes);
    const nat = natGatewayOptions(facts, target);
    if (nat !== undefined)
      return orDefault(nat.idleTimeoutInMinutes, optionDefaults.managedNATGateway.idleTimeoutInMinutes);
    return target.outboundType === 'userAssignedNATGateway'
      ? ofGateway(graphAfter(facts, target), pool)
      : absent(origin);
  });
}

const ofGateway = (facts: ClusterFacts, pool: PoolFacts): Fact<number> =>
  chain(gatewayOf(facts, pool), (gateway) =>
    orDefault(gateway.idleTimeoutInMinutes, optionDefaults.managedNATGateway.idleTimeoutInMinutes),
  );
