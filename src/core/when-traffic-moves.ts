import { known, valueOf, type Fact } from './fact.js';
import { allOf, chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { actualPathOf, type ActualPath } from './actual-path.js';
import { declaredKeyOf } from './declared.js';
import { networkWorkOf, type NetworkWork } from './own-network/network-work.js';
import { keyOf, type Target } from './target.js';
import { isLeftUnfinished, whyNotByType } from './unfinished.js';

/**
 * When packets begin to leave another way, in relation to the PUT of the outbound type.
 * `before`: the gateway or route in place took them already. `withIt`: the PUT moves them.
 * `after`: a gateway or route that stays in place goes on winning until somebody removes it.
 * `byPlanBefore` and `byPlanAfter`: steps of the plan on the customer's network move them, before or after the PUT.
 * `never`: only options change, or a repeat finishes what moves nothing. Source: Azure NAT Gateway docs on precedence, read 2026-11-23.
 */
export type Moment = 'before' | 'withIt' | 'after' | 'byPlanBefore' | 'byPlanAfter' | 'never';

export function whenTrafficMoves(facts: ClusterFacts, target: Target): Fact<Moment> {
  const { origin } = facts.cluster.outboundType;
  return chain(declaredKeyOf(facts.cluster), (key) => {
    const work = networkWorkOf(facts, target);
    // What Azure did not finish may still move: the former type's way is in place until it has.
    if (key === keyOf(target))
      return known(byWork(work) ?? (isWayOpen(facts, target) ? 'withIt' : 'never'), origin);
    return chain(facts.pools, (pools) =>
      chain(
        allOf(
          pools.map((pool) => actualPathOf(facts, pool)),
          origin,
        ),
        (paths) => known(withWork(momentOf(paths, target), work), origin),
      ),
    );
  });
}

/** True where a repeat lets Azure finish what decides the way of some pool. */
const isWayOpen = (facts: ClusterFacts, { outboundType }: Target): boolean =>
  isLeftUnfinished(facts.cluster) &&
  whyNotByType(facts, outboundType) !== undefined &&
  (valueOf(facts.pools) ?? []).some((pool) => actualPathOf(facts, pool).kind === 'unknown');

/** What the plan does itself takes the place of what somebody would have to do. */
function withWork(moment: Moment, work: NetworkWork): Moment {
  const byPlan = byWork(work);
  if (moment === 'after') return byPlan === 'byPlanAfter' ? byPlan : moment;
  return moment === 'withIt' ? (byPlan ?? moment) : moment;
}

function byWork({ attaching, routing, clearing }: NetworkWork): Moment | undefined {
  if (clearing !== undefined) return 'byPlanAfter';
  return attaching === undefined && routing === undefined ? undefined : 'byPlanBefore';
}

function momentOf(paths: readonly ActualPath[], target: Target): Moment {
  const kinds = paths.map(({ kind }) => kind);
  const isRouted = (kind: ActualPath['kind']): boolean =>
    kind === 'appliance' || kind === 'virtualNetworkGateway';
  const isOwnGateway = ({ kind, via }: ActualPath): boolean => kind === 'natGateway' && via !== undefined;
  const hasPools = paths.length > 0;
  switch (target.outboundType) {
    case 'userAssignedNATGateway':
      if (kinds.some(isRouted)) return 'after';
      return hasPools && paths.every(isOwnGateway) ? 'before' : 'withIt';
    case 'userDefinedRouting':
      return hasPools && kinds.every(isRouted) ? 'before' : 'withIt';
    case 'loadBalancer':
    case 'managedNATGateway':
    case 'none':
    case 'block':
      return kinds.some(isRouted) || paths.some(isOwnGateway) ? 'after' : 'withIt';
  }
}
