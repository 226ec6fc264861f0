import { unknown, valueOf, type Fact, type Unknown } from './fact.js';
import { chain } from './fact-logic.js';
import type { ClusterFacts, ClusterProperties } from './facts.js';
import { say, type Message } from './message.js';
import type { OutboundType } from './outbound-type.js';

/** How the last operation on a cluster ended; `notKnown` where no state was read. */
export type LastOperation = 'succeeded' | 'failed' | 'canceled' | 'underWay' | 'notKnown';

export function lastOperationOf({ provisioningState }: Pick<ClusterProperties, 'provisioningState'>) {
  const state = valueOf(provisioningState)?.toLowerCase() ?? '';
  const ends: Readonly<Record<string, LastOperation>> = {
    '': 'notKnown',
    succeeded: 'succeeded',
    failed: 'failed',
    canceled: 'canceled',
  };
  return ends[state] ?? 'underWay';
}

/** True where Azure gave up its last work on the cluster: the same PUT again lets it finish (see reconcile.ts). */
export const isLeftUnfinished = (cluster: Pick<ClusterProperties, 'provisioningState'>): boolean =>
  ['failed', 'canceled'].includes(lastOperationOf(cluster));

/**
 * The declared type is written when an update begins, its addresses when it ends, and until then the former type's
 * profile keeps its own. So where the last operation has not succeeded, the declared type says how traffic leaves
 * only if Azure reports addresses of it, or none of another. Undefined where it does.
 * Recorded: load balancer to managed NAT gateway, read 2026-11-23.
 */
export function whyNotByType(facts: ClusterFacts, type: OutboundType): Unknown | undefined {
  const { cluster } = facts;
  const last = lastOperationOf(cluster);
  if (facts.subject === 'file' || last === 'succeeded' || last === 'notKnown') return undefined;
  const own = reportedIds(facts, type);
  if (own !== undefined) {
    // A Basic load balancer's addresses are reported at no time.
    const isBasic = valueOf(cluster.loadBalancerSku)?.toLowerCase() === 'basic';
    if (own.length > 0 || isBasic) return undefined;
  } else if (formerIds(facts, type).length === 0) return undefined;
  return unknown(
    'notRead',
    say('{what} {seen}', { what: endedHow[last], seen: lastSeen(facts, type) }),
    cluster.provisioningState.origin,
  );
}

const endedHow: Readonly<Record<'failed' | 'canceled' | 'underWay', Message>> = {
  failed: say('The last operation on this cluster failed.'),
  canceled: say('The last operation on this cluster was canceled.'),
  underWay: say('An operation on this cluster is under way.'),
};

/** What is still known where the declared type does not tell the way. */
export function lastSeen(facts: ClusterFacts, type: OutboundType): Message {
  const former = type === 'loadBalancer' ? say('the NAT gateway run by AKS') : say('the load balancer');
  const ids = formerIds(facts, type);
  if (ids.length === 0) return say('Azure reports no address from which it leaves.');
  const addresses = lastSeenAddresses(facts, type);
  return addresses.length < ids.length
    ? say('Azure still reports addresses of {former}.', { former })
    : say('Azure still reports {addresses} of {former}.', { addresses, former });
}

/** The addresses of the type before, as far as they were read. */
export const lastSeenAddresses = (facts: ClusterFacts, type: OutboundType): readonly string[] =>
  formerIds(facts, type).flatMap((id) => {
    const node = facts.addresses[id];
    const address = node === undefined ? undefined : valueOf(chain(node, (known) => known.address));
    return address === undefined ? [] : [address];
  });

/** What Azure reports for a type that AKS runs; undefined for one that it does not, or where it could not be read. */
function reportedIds({ cluster }: ClusterFacts, type: OutboundType): readonly string[] | undefined {
  if (type === 'loadBalancer') return listed(cluster.loadBalancerProfile);
  return type === 'managedNATGateway' ? listed(cluster.natGatewayProfile) : undefined;
}

const listed = (
  profile: Fact<{ readonly effectiveOutboundIPIds: Fact<readonly string[]> }>,
): readonly string[] | undefined => {
  const ids = chain(profile, (known) => known.effectiveOutboundIPIds);
  return ids.kind === 'unknown' ? undefined : (valueOf(ids) ?? []);
};

const formerIds = (facts: ClusterFacts, type: OutboundType): readonly string[] =>
  (['loadBalancer', 'managedNATGateway'] as const)
    .filter((one) => one !== type)
    .flatMap((one) => reportedIds(facts, one) ?? []);
