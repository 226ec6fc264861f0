import { declaredKeyOf } from './declared.js';
import { known, valueOf, type Fact } from './fact.js';
import { chain, orDefault } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { networkWorkOf } from './own-network/network-work.js';
import { firstUnknownIn } from './first-unknown.js';
import { keyOf, type Target } from './target.js';
import { loadBalancerOptions, natGatewayOptions } from './wanted-options.js';

/**
 * Public addresses that have to be had for the change, and are not there yet. A new type has its own before AKS
 * gives the old ones back. Both counts are 1 where nothing is said.
 * Source: ARM types of `managedOutboundIPs` and `managedOutboundIPProfile`, read 2026-11-23.
 */
export function newAddressCount(facts: ClusterFacts, target: Target): Fact<number> {
  const { origin } = facts.cluster.outboundType;
  if (target.outboundType === 'userAssignedNATGateway') {
    const { attaching } = networkWorkOf(facts, target);
    if (target.gateway?.kind !== 'created') return known(0, origin);
    if (attaching === undefined) return firstUnknownIn(facts) ?? known(0, origin);
    return known(1, origin);
  }
  const wantedCount = wantedCountOf(facts, target);
  if (wantedCount === undefined) return known(0, origin);
  return chain(declaredKeyOf(facts.cluster), (from) => {
    if (from !== keyOf(target)) return wantedCount;
    return chain(standingCountOf(facts, target), (standing) =>
      chain(wantedCount, (wanted) => known(Math.max(0, wanted - standing), wantedCount.origin)),
    );
  });
}

/** Undefined where AKS makes no address for this target. */
function wantedCountOf(facts: ClusterFacts, target: Target): Fact<number> | undefined {
  const balancer = loadBalancerOptions(facts, target);
  if (balancer !== undefined) {
    const { outboundIPIds, outboundIPPrefixIds, managedOutboundIPCount } = balancer;
    for (const own of [outboundIPIds, outboundIPPrefixIds]) {
      if (own.kind === 'unknown') return own;
      if ((valueOf(own) ?? []).length > 0) return known(0, own.origin);
    }
    return orDefault(managedOutboundIPCount, 1);
  }
  const gateway = natGatewayOptions(facts, target);
  return gateway === undefined ? undefined : orDefault(gateway.managedOutboundIPCount, 1);
}

function standingCountOf({ cluster }: ClusterFacts, target: Target): Fact<number> {
  const ids =
    target.outboundType === 'loadBalancer'
      ? chain(cluster.loadBalancerProfile, (profile) => profile.effectiveOutboundIPIds)
      : chain(cluster.natGatewayProfile, (profile) => profile.effectiveOutboundIPIds);
  return ids.kind === 'unknown' ? ids : known((valueOf(ids) ?? []).length, ids.origin);
}
