import { absent, known, mapFact, valueOf, type Fact } from './fact.js';
import { allOf, chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { actualPathOf, addressesAt } from './actual-path.js';
import { defaultRouteOf } from './default-route.js';
import { declaredKeyOf } from './declared.js';
import { eachOnce, gatewayOf, routeTableOf } from './node-subnets.js';
import { egressAddressesOf } from './egress-addresses.js';
import type { Attaching } from './own-network/attaching.js';
import { balancerAddresses } from './own-network/clearing.js';
import { graphAfter, networkWorkOf } from './own-network/network-work.js';
import type { TargetKey } from './outbound-type.js';
import { leavesOtherwise } from './shadow.js';
import { keyOf, type Target } from './target.js';
import { whyNotByType } from './unfinished.js';
import { isInPlace } from './way-words.js';

/** From which addresses outsiders will see the cluster, as far as that can be known before the change. */
export type NewAddresses =
  | { readonly kind: 'known'; readonly addresses: readonly string[] }
  /** AKS chooses them while it changes the type; they are not known in advance. */
  | { readonly kind: 'drawnByAzure' }
  /** Azure draws one when the plan creates it, before anything moves; the others are known. */
  | { readonly kind: 'createdByPlan'; readonly name: string; readonly addresses: readonly string[] }
  /** Those of a firewall or gateway behind these private addresses. */
  | { readonly kind: 'behindAppliance'; readonly appliances: readonly string[] };

/** Those that are known by now. */
export const knownIn = (after: NewAddresses): readonly string[] =>
  after.kind === 'known' || after.kind === 'createdByPlan' ? after.addresses : [];

/** The addresses after a change to this target. */
export function newAddressesOf(facts: ClusterFacts, target: Target): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  switch (target.outboundType) {
    case 'none':
      return ofWhatIsInPlace(facts);
    case 'block':
      return known({ kind: 'known', addresses: [] }, origin);
    case 'userAssignedNATGateway':
      return ofGateways(graphAfter(facts, target), networkWorkOf(facts, target).attaching);
    case 'userDefinedRouting':
      return ofAppliances(graphAfter(facts, target));
    case 'managedNATGateway':
      return keptOrDrawn(facts, target);
    case 'loadBalancer':
      return keptOrDrawn(facts, target);
  }
}

/**
 * Where the type stays and no pool leaves by it, options change nothing that outsiders see. Else another number
 * of addresses keeps the ones there are and draws or releases the rest.
 */
function keptOrDrawn(facts: ClusterFacts, target: Target): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  return chain(declaredKeyOf(facts.cluster), (key) => {
    const stays = key === keyOf(target);
    if (stays && leavesOtherwise(facts, key)) return clearedOrAsToday(facts, target);
    const ids = target.outboundType === 'loadBalancer' ? idsIn(target) : [];
    if (ids.length > 0)
      return chain(addressesAt(facts, known(ids, origin)).addresses, (addresses) =>
        known({ kind: 'known', addresses: eachOnce(addresses) }, origin),
      );
    // What Azure did not finish has no address yet.
    if (!stays || whyNotByType(facts, target.outboundType) !== undefined)
      return known({ kind: 'drawnByAzure' }, origin);
    const wanted = 'managedOutboundIPCount' in target ? target.managedOutboundIPCount : undefined;
    return chain(asToday(facts), (now) =>
      wanted === undefined || wanted === countToday(facts, key, now.addresses.length)
        ? known<NewAddresses>(now, origin)
        : known({ kind: 'drawnByAzure' }, origin),
    );
  });
}

/** Once the plan takes away what is in the way, the load balancer's own addresses are the ones that are seen. */
function clearedOrAsToday(facts: ClusterFacts, target: Target): Fact<NewAddresses> {
  if (target.outboundType !== 'loadBalancer' || networkWorkOf(facts, target).clearing === undefined)
    return asToday(facts);
  const addresses = balancerAddresses(facts, target);
  const { origin } = facts.cluster.outboundType;
  return known(addresses === undefined ? { kind: 'drawnByAzure' } : { kind: 'known', addresses }, origin);
}

const idsIn = (target: Extract<Target, { outboundType: 'loadBalancer' }>): readonly string[] =>
  [...(target.outboundIPIds ?? []), ...(target.outboundIPPrefixIds ?? [])].map((id) => id.toLowerCase());

const asToday = (facts: ClusterFacts): Fact<Extract<NewAddresses, { kind: 'known' }>> =>
  mapFact(egressAddressesOf(facts), (now) => ({
    kind: 'known',
    addresses: now.map(({ address }) => address),
  }));

/** What AKS was asked for; the addresses themselves also hold IPv6 ones. */
function countToday({ cluster }: ClusterFacts, key: TargetKey, reported: number): number {
  const profile = key === 'loadBalancer' ? cluster.loadBalancerProfile : cluster.natGatewayProfile;
  if (profile.kind !== 'known') return reported;
  return valueOf<number>(profile.value.managedOutboundIPCount) ?? reported;
}

/** `none` makes no way out and takes none away: a gateway or route on a subnet goes on carrying the traffic. */
function ofWhatIsInPlace(facts: ClusterFacts): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  const paths = (valueOf(facts.pools) ?? []).flatMap((pool) => {
    const path = valueOf(actualPathOf(facts, pool));
    return path !== undefined && isInPlace(path) ? [path.addresses] : [];
  });
  return chain(allOf(paths, origin), (lists) =>
    known({ kind: 'known', addresses: eachOnce(lists.flat()) }, origin),
  );
}

function ofGateways(facts: ClusterFacts, attaching: Attaching | undefined): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  return chain(facts.pools, (pools) => {
    const perPool = pools.map((pool) =>
      chain(gatewayOf(facts, pool), ({ addressIds }) => addressesAt(facts, addressIds).addresses),
    );
    const created = attaching?.gateway.created;
    return chain(allOf(perPool, origin), (lists) => {
      const addresses = eachOnce(lists.flat());
      return known<NewAddresses>(
        created === undefined
          ? { kind: 'known', addresses }
          : { kind: 'createdByPlan', name: created.addressName, addresses },
        origin,
      );
    });
  });
}

function ofAppliances(facts: ClusterFacts): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  return chain(facts.pools, (pools) => {
    const perPool = pools.map((pool) =>
      chain(chain(routeTableOf(facts, pool), defaultRouteOf), (route) => {
        const appliance = valueOf(route.nextHopIpAddress);
        return appliance === undefined ? absent(route.nextHopIpAddress.origin) : known(appliance, origin);
      }),
    );
    return chain(allOf<string>(perPool, origin), (appliances) =>
      known({ kind: 'behindAppliance', appliances: eachOnce(appliances) }, origin),
    );
  });
}
