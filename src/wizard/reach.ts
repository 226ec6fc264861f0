import { assess } from '../core/assess.js';
import { declaredKeyOf } from '../core/declared.js';
import { valueOf } from '../core/fact.js';
import type { ClusterFacts } from '../core/facts.js';
import type { RuleResult } from '../core/finding.js';
import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { Cell } from '../core/migration-matrix.js';
import { cellFor } from '../core/migration-matrix.js';
import { networkOf } from '../core/network-model.js';
import type { TargetKey } from '../core/outbound-type.js';
import { hasNetworkWork, networkWorkOf } from '../core/own-network/network-work.js';
import { rules } from '../core/rules/index.js';
import { isLeftUnfinished } from '../core/unfinished.js';
import { sortFindings } from './findings.js';
import type { Reach } from './session.js';
import { bareTarget } from './target-of.js';
import { optionsOf } from './options-of.js';
import { sentences } from './words.js';

/** All seven at once: worked out when the cluster was read, because it takes every rule seven times. */
export const reachedFrom = (facts: ClusterFacts): Readonly<Record<TargetKey, Reach>> => ({
  loadBalancer: reachOf(facts, 'loadBalancer'),
  'managedNATGateway/Standard': reachOf(facts, 'managedNATGateway/Standard'),
  'managedNATGateway/StandardV2': reachOf(facts, 'managedNATGateway/StandardV2'),
  userAssignedNATGateway: reachOf(facts, 'userAssignedNATGateway'),
  userDefinedRouting: reachOf(facts, 'userDefinedRouting'),
  none: reachOf(facts, 'none'),
  block: reachOf(facts, 'block'),
});

/** By the table first, then by what the rules find against this very cluster. */
function reachOf(facts: ClusterFacts, key: TargetKey): Reach {
  const from = declaredKeyOf(facts.cluster);
  const network = networkOf(facts);
  if (from.kind === 'known' && from.value === key) return { reach: 'today', reason: todayReason(facts, key) };
  if (from.kind !== 'known' || network.kind !== 'known')
    return { reach: 'unknown', reason: say('Not known: {because}', { because: whyUnknown(from, network) }) };
  const cell = cellFor(network.value, from.value, key);
  const source = sourceOf(cell);
  if (cell.support === 'notSupported') return { reach: 'unreachable', reason: cell.reason, ...source };
  const found = byRules(assess(facts, bareTarget(key, facts), rules));
  if (found !== undefined) return { ...found, ...source };
  if (cell.support === 'contradictory') return { reach: 'warned', reason: cell.reason, ...source };
  return { ...byWayBack(cellFor(network.value, key, from.value)), ...source };
}

function todayReason({ cluster }: ClusterFacts, key: TargetKey): Message {
  if (isLeftUnfinished(cluster))
    return say(
      'The cluster declares it, but its last operation did not succeed: Azure can be told to finish it.',
    );
  return optionsOf(key).length > 0
    ? say('The cluster has it already; its options can be changed.')
    : say('The cluster has it already.');
}

function whyUnknown(...facts: readonly { readonly kind: string; readonly because?: Message }[]): Message {
  return (
    facts.find(({ because }) => because !== undefined)?.because ??
    say('the cluster does not say what it has.')
  );
}

function sourceOf({ sources }: Cell): Pick<Reach, 'source'> {
  const [first] = sources;
  if (first === undefined) return {};
  return {
    source: { text: say('{says} Read {date}.', { says: first.says, date: first.readOn }), url: first.url },
  };
}

/** A door that may not open again is reachable, but nobody should go through it unwarned. */
function byWayBack({ support, reason }: Cell): Reach {
  if (support === 'notSupported')
    return { reach: 'warned', reason: say('No way back. {reason}', { reason }) };
  return support === 'contradictory'
    ? { reach: 'warned', reason: say('There may be no way back. {reason}', { reason }) }
    : { reach: 'reachable' };
}

/** What blocks is a missing condition; a check that could not be made leaves the choice unknown. */
function byRules(results: readonly RuleResult[]): Reach | undefined {
  // What stands around a cluster is asked for once a target is chosen: until then it says nothing of a choice.
  const { blocks, unknown } = sortFindings(results, undefined, true);
  const open = blocks.filter(({ remedy }) => remedy?.solvedByStep === undefined);
  if (open.length > 0)
    return {
      reach: 'conditions',
      reason: sentences(open.map(({ title }) => say('{title}.', { title }))),
    };
  const canBlock = new Set(rules.filter(({ severity }) => severity.live === 'block').map(({ id }) => id));
  const [lacking] = unknown.filter(({ ruleId }) => canBlock.has(ruleId));
  const because = lacking?.lacking[0]?.because;
  if (because === undefined) return undefined;
  return { reach: 'unknown', reason: say('Not known: {because}', { because }) };
}

/** The one that fits what is there best, with the reason; never a one-way door; none where today's is as good, or where nobody asked to be isolated. */
export function recommendedOf(
  facts: ClusterFacts,
  reached: Readonly<Record<TargetKey, Reach>>,
): { readonly key: TargetKey; readonly because: Message } | undefined {
  const from = valueOf(declaredKeyOf(facts.cluster));
  if (from !== 'loadBalancer') return undefined;
  return preferred.find(
    ({ key }) =>
      ['reachable', 'warned'].includes(reached[key].reach) &&
      !hasNetworkWork(networkWorkOf(facts, bareTarget(key, facts))),
  );
}

/** In the order of preference, for clusters that leave through the load balancer. */
const preferred: readonly { readonly key: TargetKey; readonly because: Message }[] = [
  {
    key: 'userAssignedNATGateway',
    because: say('The addresses are yours: known before the switch, and the same after the next one.'),
  },
  {
    key: 'userDefinedRouting',
    because: say('Your routes are in place: what leaves is decided at your firewall.'),
  },
  {
    key: 'managedNATGateway/Standard',
    because: say(
      'All nodes share its ports on demand. StandardV2 can still follow; nothing can follow StandardV2, so it is not recommended unasked.',
    ),
  },
];
