import type { ClusterFacts } from '../core/facts.js';
import type { Message } from '../core/message.js';
import type { OptionKey } from '../core/options.js';
import { readOption } from '../core/options.js';
import type { TargetKey } from '../core/outbound-type.js';
import type { Target } from '../core/target.js';
import { boundsOf, keepsOwnAddresses, optionsOf, ownAddressesOf } from './options-of.js';
import type { Draft } from './session.js';

export interface ReadDraft {
  /** Undefined while one of the options is not a possible one. */
  readonly target?: Target;
  readonly problems: Partial<Readonly<Record<OptionKey, Message>>>;
}

/** The target that a draft means. An option left empty is left to AKS. */
export function targetOf(draft: Draft, facts: ClusterFacts): ReadDraft {
  const numbers: Partial<Record<OptionKey, number>> = {};
  const problems: Partial<Record<OptionKey, Message>> = {};
  for (const option of fieldsOf(draft.key, facts)) {
    const text = draft.typed[draft.key]?.[option]?.trim() ?? '';
    if (text === '') continue;
    const read = readOption(option, text, boundsOf(draft.key));
    if ('problem' in read) problems[option] = read.problem;
    else if (read.value !== undefined) numbers[option] = read.value;
  }
  if (Object.keys(problems).length > 0) return { problems };
  return { problems, target: bareTarget(draft.key, numbers, facts) };
}

/** The options that are asked for, given what the cluster has. */
export const fieldsOf = (key: TargetKey, facts: ClusterFacts): readonly OptionKey[] =>
  optionsOf(key).filter((option) => option !== 'managedOutboundIPCount' || !keepsOwnAddresses(key, facts));

/** A choice without any wish of the person's: what the cards are judged by. */
export function bareTarget(
  key: TargetKey,
  numbers: Partial<Readonly<Record<OptionKey, number>>>,
  facts: ClusterFacts,
): Target {
  switch (key) {
    case 'loadBalancer':
      return { outboundType: key, ...numbers, ...ownAddressesOf(facts) };
    case 'managedNATGateway/Standard':
      return { outboundType: 'managedNATGateway', sku: 'Standard', ...numbers };
    case 'managedNATGateway/StandardV2':
      return { outboundType: 'managedNATGateway', sku: 'StandardV2', ...numbers };
    case 'userAssignedNATGateway':
    case 'userDefinedRouting':
    case 'none':
    case 'block':
      return { outboundType: key };
  }
}
