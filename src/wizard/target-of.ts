import type { ClusterFacts } from '../core/facts.js';
import type { Message } from '../core/message.js';
import type { NumberOption, OptionKey } from '../core/options.js';
import { isNumberOption, readOption } from '../core/options.js';
import type { TargetKey } from '../core/outbound-type.js';
import type { Target } from '../core/target.js';
import type { Wishes } from './network-options.js';
import { networkDefaults, networkFieldsOf, wishesOf } from './network-options.js';
import { boundsOf, keepsOwnAddresses, optionsOf, ownAddressesOf } from './options-of.js';
import type { Draft, Typed } from './session.js';

export interface ReadDraft {
  /** Undefined while one of the options is not a possible one. */
  readonly target?: Target;
  readonly problems: Partial<Readonly<Record<OptionKey, Message>>>;
}

/** The target that a draft means. An option left empty is left to AKS. */
export function targetOf(draft: Draft, facts: ClusterFacts): ReadDraft {
  const { key } = draft;
  const typed = draft.typed[key] ?? {};
  const numbers: Partial<Record<NumberOption, number>> = {};
  const problems: Partial<Record<OptionKey, Message>> = {};
  for (const option of fieldsOf(key, facts, typed).filter(isNumberOption)) {
    const text = typed[option]?.trim() ?? '';
    if (text === '') continue;
    const read = readOption(option, text, boundsOf(key));
    if ('problem' in read) problems[option] = read.problem;
    else if (read.value !== undefined) numbers[option] = read.value;
  }
  const wishes = wishesOf(key, facts, { typed, minutes: numbers.idleTimeoutInMinutes });
  const all = { ...problems, ...wishes.problems };
  if (Object.keys(all).length > 0) return { problems: all };
  return { problems: all, target: targetWith(key, facts, { numbers, wishes }) };
}

/** The options that are asked for, given what the cluster has and what was picked so far. */
export function fieldsOf(key: TargetKey, facts: ClusterFacts, typed: Typed): readonly OptionKey[] {
  const asked = networkFieldsOf(key, facts, typed);
  const isCreating = asked.includes('gatewayName');
  return optionsOf(key).filter((option) => {
    if (!isNumberOption(option)) return asked.includes(option);
    if (key === 'userAssignedNATGateway') return isCreating;
    return option !== 'managedOutboundIPCount' || !keepsOwnAddresses(key, facts);
  });
}

/** A choice without any wish of the person's, and what a plan does unless somebody says otherwise: what the cards are judged by. */
export function bareTarget(key: TargetKey, facts: ClusterFacts): Target {
  const typed = networkDefaults(key, facts);
  return targetWith(key, facts, { numbers: {}, wishes: wishesOf(key, facts, { typed, minutes: undefined }) });
}

function targetWith(
  key: TargetKey,
  facts: ClusterFacts,
  {
    numbers,
    wishes: { gateway, firewall, clearsTheWay, oldRanges },
  }: { readonly numbers: Partial<Readonly<Record<NumberOption, number>>>; readonly wishes: Wishes },
): Target {
  const clearing = clearsTheWay === undefined ? {} : { clearsTheWay };
  const ranges = oldRanges === undefined ? {} : { oldRanges };
  switch (key) {
    case 'loadBalancer':
      return { outboundType: key, ...numbers, ...ownAddressesOf(facts), ...clearing, ...ranges };
    case 'managedNATGateway/Standard':
      return { outboundType: 'managedNATGateway', sku: 'Standard', ...numbers, ...ranges };
    case 'managedNATGateway/StandardV2':
      return { outboundType: 'managedNATGateway', sku: 'StandardV2', ...numbers, ...ranges };
    case 'userAssignedNATGateway':
      return { outboundType: key, ...(gateway === undefined ? {} : { gateway }), ...clearing, ...ranges };
    case 'userDefinedRouting':
      return { outboundType: key, ...(firewall === undefined ? {} : { firewall }) };
    case 'none':
    case 'block':
      return { outboundType: key };
  }
}
