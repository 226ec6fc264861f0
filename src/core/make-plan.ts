import { assess } from './assess.js';
import { hasPrivatePath } from './authorized-ranges.js';
import { declaredKeyOf } from './declared.js';
import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import type { RuleResult } from './finding.js';
import { isJsonObject, valueAt, type Json } from './json.js';
import { say, type Message } from './message.js';
import { cellFor } from './migration-matrix.js';
import { networkOf } from './network-model.js';
import { newAddressesOf } from './new-addresses.js';
import { stepsFor } from './ordered-steps.js';
import { networkWorkOf } from './own-network/network-work.js';
import { targetsInText } from './outbound-type.js';
import type { Plan } from './plan.js';
import { backCell, staysIn, wayBackIn, type Situation } from './plan-words.js';
import { rangesIn } from './range-steps.js';
import type { ClusterReading } from './reading.js';
import { releasedBy } from './released.js';
import { rules } from './rules/index.js';
import { keyOf, type Target } from './target.js';
import { whenTrafficMoves } from './when-traffic-moves.js';
import { writeVersionFor } from './write-version.js';

export interface PlanOrder {
  readonly reading: ClusterReading;
  readonly target: Target;
  /** SHA-256 of the canonical JSON of the reading's basis body. */
  readonly bodyDigest: string;
}

export type PlanResult =
  { readonly kind: 'plan'; readonly plan: Plan } | { readonly kind: 'none'; readonly because: Message };

/**
 * The steps from this reading to the target, or why there are none. It judges the facts itself, so that no
 * caller can plan what a rule blocks. A pair that cannot be judged gives no plan either.
 */
export function makePlan({ reading, target, bodyDigest }: PlanOrder): PlanResult {
  const { facts, basis } = reading;
  const blocked = firstBlock(assess(facts, target, ofTheChange));
  if (blocked !== undefined) return { kind: 'none', because: blocked };
  const situation = situationOf(facts, target);
  if (situation.kind === 'none') return situation;
  const { from, to, network } = situation;
  if (!isJsonObject(valueAt(basis.body, ['properties'])))
    return none(say('The answer of Azure has no properties, so nothing can be planned on it.'));
  const apiVersion = writeVersionFor(from, to, target, reading.apiVersions);
  if (apiVersion === undefined)
    return none(say('Azure lists no API version here that can write {type}.', { type: targetsInText[to] }));
  const unguarded = whyUnguarded(reading, target);
  if (unguarded !== undefined) return none(unguarded);
  const steps = stepsFor(reading, situation, { resourceId: idIn(basis.body) ?? facts.id, apiVersion });
  const preparing = (id: string): boolean => id === 'authorized-ranges' || id.startsWith('register-');
  if (steps.every(({ id }) => preparing(id))) return none(say('Nothing would change.'));
  const { eTag, poolETags } = basis;
  return {
    kind: 'plan',
    plan: {
      version: 1,
      clusterId: facts.id,
      clusterName: facts.name,
      subscriptionId: reading.subscriptionId,
      tenantId: reading.tenantId,
      from: { outboundType: valueOf(facts.cluster.outboundType) ?? 'loadBalancer', key: from },
      target,
      steps,
      basis: { apiVersion: basis.apiVersion, ...(eTag === undefined ? {} : { eTag }), bodyDigest, poolETags },
      stays: staysIn(situation),
      wayBack: wayBackIn(situation),
      needsTypedName: from !== to && isDoor(network, from, to),
    },
  };
}

/** A colleague may run what this person may not. */
const ofTheChange = rules.filter(({ hinders }) => hinders !== 'start');

/** The cluster's id as Azure spells it; a graph key is lower-cased. */
function idIn(body: Json): string | undefined {
  const id = valueAt(body, ['id']);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

const none = (because: Message): { readonly kind: 'none'; readonly because: Message } => ({
  kind: 'none',
  because,
});

/**
 * A gateway that the plan attaches moves the traffic, so its addresses have to be let in before; where they could
 * not be read and the API server takes calls from a list only, there is no such plan.
 */
function whyUnguarded({ facts, basis }: ClusterReading, target: Target): Message | undefined {
  const { attaching } = networkWorkOf(facts, target);
  if (attaching === undefined || valueOf(hasPrivatePath(facts)) === true) return undefined;
  if (rangesIn(basis.body).length === 0 || newAddressesOf(facts, target).kind === 'known') return undefined;
  return say(
    'The addresses of NAT gateway {gateway} could not be read, so they cannot be let in at the API server before it is attached.',
    { gateway: attaching.gateway.name },
  );
}

/** A change that Azure may refuse, or that may not be taken back. */
const isDoor = (network: Situation['network'], from: Situation['from'], to: Situation['to']): boolean =>
  cellFor(network, from, to).support === 'contradictory' ||
  backCell(network, from, to).support !== 'supported';

function firstBlock(results: readonly RuleResult[]): Message | undefined {
  const findings = results.flatMap((result) => (result.kind === 'found' ? result.findings : []));
  const block = findings.find(({ severity }) => severity === 'block');
  return block && say('{title}. {message}', { title: block.title, message: block.message });
}

function situationOf(
  facts: ClusterFacts,
  target: Target,
): (Situation & { readonly kind: 'situation' }) | { readonly kind: 'none'; readonly because: Message } {
  const key = declaredKeyOf(facts.cluster);
  const network = networkOf(facts);
  for (const fact of [key, network])
    if (fact.kind === 'unknown')
      return none(say('Whether the change is supported cannot be told. {reason}', { reason: fact.because }));
  const [from, model] = [valueOf(key), valueOf(network)];
  if (from === undefined || model === undefined)
    return none(say('Whether the change is supported cannot be told.'));
  return {
    kind: 'situation',
    facts,
    target,
    network: model,
    from,
    to: keyOf(target),
    // Where the path could not be read, the worst is said: the PUT moves the traffic.
    moment: valueOf(whenTrafficMoves(facts, target)) ?? 'withIt',
    released: releasedBy(facts, target),
  };
}
