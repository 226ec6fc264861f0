import { asRange, isHeldBy } from './ip-ranges.js';
import { balancerPlaceholder, hasPrivatePath } from './authorized-ranges.js';
import { addressesAt } from './actual-path.js';
import { declaredKeyOf } from './declared.js';
import { egressAddressesOf } from './egress-addresses.js';
import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { newAddressesOf } from './new-addresses.js';
import { eachOnce } from './node-subnets.js';
import { gatewayAt } from './own-network/attaching.js';
import { networkWorkOf } from './own-network/network-work.js';
import { releasedBy } from './released.js';
import { keyOf, type Target } from './target.js';
import { whenTrafficMoves } from './when-traffic-moves.js';

/** Whose profile of the cluster names the addresses that AKS chooses. */
export type DrawnProfile = 'loadBalancerProfile' | 'natGatewayProfile';

/**
 * What a plan does to the API server's list of authorized ranges, decided once: rules, words and steps read it here.
 * Undefined where the list stands between nobody and the API server: it is empty, or nodes have a private path.
 */
export interface RangeWork {
  /** What takes the place of 0.0.0.0/32 before anything moves: the addresses that it stands for. */
  readonly standIn?: readonly string[];
  /** AKS chooses addresses during the change: they can be let in right after it. */
  readonly drawn?: DrawnProfile;
  /** Nodes are without the API server from the change on until the list holds what AKS has chosen. */
  readonly locksOut: boolean;
  /** Entries of the list that nothing of the cluster uses after the change, and that may go last. */
  readonly outdated: readonly string[];
  /** Of those the ones that are taken off. */
  readonly takenOff: readonly string[];
  /** A way back puts 0.0.0.0/32 there again, which stands for all that would be left. */
  readonly putsPlaceholderBack: boolean;
}

export function rangeWorkOf(
  facts: ClusterFacts,
  target: Target,
  ranges: readonly string[] | undefined = valueOf(facts.cluster.authorizedIPRanges),
): RangeWork | undefined {
  if (ranges === undefined || ranges.length === 0 || valueOf(hasPrivatePath(facts)) === true)
    return undefined;
  const standIn = standInFor(facts, target, ranges);
  // What the placeholder stands for goes on being let in, whatever addresses the load balancer has.
  const isCovered = ranges.includes(balancerPlaceholder) && standIn === undefined;
  const now = standIn === undefined ? ranges : withStandIn(ranges, standIn);
  const drawn = isCovered ? undefined : drawnIn(facts, target, now);
  const moment = valueOf(whenTrafficMoves(facts, target)) ?? 'withIt';
  const outdated = isCovered ? [] : outdatedIn(facts, target, now);
  const takenOff = takenOffOf(facts, target, { outdated, isStoodIn: standIn !== undefined });
  return {
    ...(standIn === undefined ? {} : { standIn }),
    ...(drawn === undefined ? {} : { drawn }),
    locksOut: drawn !== undefined && (moment === 'withIt' || moment === 'never'),
    outdated,
    takenOff,
    putsPlaceholderBack:
      target.outboundType === 'loadBalancer' &&
      target.undoes?.rangesBefore.includes(balancerPlaceholder) === true &&
      now.every((range) => takenOff.includes(range)),
  };
}

/** The list with the placeholder's addresses in its place. */
export const withStandIn = (ranges: readonly string[], standIn: readonly string[]): readonly string[] =>
  eachOnce(ranges.flatMap((range) => (range === balancerPlaceholder ? standIn.map(asRange) : [range])));

/** Only where the plan lets the new address in as well, now or right after the change. */
function standInFor(
  facts: ClusterFacts,
  target: Target,
  ranges: readonly string[],
): readonly string[] | undefined {
  const { outboundType } = target;
  if (!ranges.includes(balancerPlaceholder)) return undefined;
  if (outboundType !== 'managedNATGateway' && outboundType !== 'userAssignedNATGateway') return undefined;
  const today = (valueOf(egressAddressesOf(facts)) ?? []).map(({ address }) => address);
  return today.length === 0 || newAddressesOf(facts, target).kind !== 'known' ? undefined : today;
}

function drawnIn(facts: ClusterFacts, target: Target, ranges: readonly string[]): DrawnProfile | undefined {
  if (valueOf(newAddressesOf(facts, target))?.kind !== 'drawnByAzure') return undefined;
  if (isShrinking(facts, target) && todayIsHeld(facts, ranges)) return undefined;
  return target.outboundType === 'loadBalancer' ? 'loadBalancerProfile' : 'natGatewayProfile';
}

/** Fewer addresses of the same type: those that are left are among today's. */
function isShrinking(facts: ClusterFacts, target: Target): boolean {
  if (valueOf(declaredKeyOf(facts.cluster)) !== keyOf(target) || !('managedOutboundIPCount' in target))
    return false;
  const { loadBalancerProfile, natGatewayProfile } = facts.cluster;
  const profile = target.outboundType === 'loadBalancer' ? loadBalancerProfile : natGatewayProfile;
  const count = profile.kind === 'known' ? valueOf<number>(profile.value.managedOutboundIPCount) : undefined;
  return count !== undefined && (target.managedOutboundIPCount ?? count) < count;
}

const todayIsHeld = (facts: ClusterFacts, ranges: readonly string[]): boolean => {
  const today = valueOf(egressAddressesOf(facts)) ?? [];
  return today.length > 0 && today.every(({ address }) => isHeldBy(address, ranges));
};

/** What is released, and what idle gateways have, where no Service and no subnet outside the cluster uses it. */
function outdatedIn(facts: ClusterFacts, target: Target, ranges: readonly string[]): readonly string[] {
  const services = valueOf(facts.services)?.map(({ address }) => address);
  if (services === undefined) return [];
  const unused = [...releasedBy(facts, target), ...idleAddresses(facts, target)]
    .filter((address) => !services.includes(address))
    .map(asRange);
  // A way back takes nothing off that stood there before the change that it takes back.
  const before = (target.undoes?.rangesBefore ?? []).map(asRange);
  return ranges.filter((range) => unused.includes(asRange(range)) && !before.includes(asRange(range)));
}

/** Addresses of gateways that the plan takes off every subnet that they serve. */
function idleAddresses(facts: ClusterFacts, target: Target): readonly string[] {
  const { gateways = [] } = networkWorkOf(facts, target).clearing ?? {};
  const left = gateways.map(({ subnetKey }) => subnetKey);
  return eachOnce(gateways.map(({ gatewayKey }) => gatewayKey)).flatMap((key) => {
    const gateway = gatewayAt(facts, key);
    const served = gateway?.subnetIds === undefined ? undefined : valueOf(gateway.subnetIds);
    if (gateway === undefined || served?.every((id) => left.includes(id)) !== true) return [];
    return valueOf(addressesAt(facts, gateway.addressIds).addresses) ?? [];
  });
}

function takenOffOf(
  facts: ClusterFacts,
  target: Target,
  { outdated, isStoodIn }: { readonly outdated: readonly string[]; readonly isStoodIn: boolean },
): readonly string[] {
  if (target.oldRanges !== undefined) return target.oldRanges === 'remove' ? outdated : [];
  const after = valueOf(newAddressesOf(facts, target))?.kind;
  // What the plan itself has put there in place of 0.0.0.0/32 it takes away again.
  if (after !== 'known' && after !== 'createdByPlan' && !isStoodIn) return [];
  const released = releasedBy(facts, target).map(asRange);
  return outdated.filter((range) => released.includes(asRange(range)));
}
