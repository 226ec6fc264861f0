import type { ClusterFacts } from '../core/facts.js';
import type { Message } from '../core/message.js';
import type { NumberOption, OptionKey } from '../core/options.js';
import { isNumberOption, readOption } from '../core/options.js';
import type { TargetKey } from '../core/outbound-type.js';
import type { Target } from '../core/target.js';
import type { Wishes } from './network-options.js';
import { networkDefaults, networkFieldsOf, wishesOf } from './network-options.js';
import { boundsOf, keepsOwnAddresses, optionsOf, ownAddressesOf } from './options-of.js';
import type { Draft } from './session.js';
import { backFieldsOf } from './way-back.js';

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
  for (const option of plainFieldsOf(draft, facts).filter(isNumberOption)) {
    const text = typed[option]?.trim() ?? '';
    if (text === '') continue;
    const read = readOption(option, text, boundsOf(key));
    if ('problem' in read) problems[option] = read.problem;
    else if (read.value !== undefined) numbers[option] = read.value;
  }
  const wishes = wishesOf(key, facts, { typed, minutes: numbers.idleTimeoutInMinutes });
  const all = { ...problems, ...wishes.problems };
  if (Object.keys(all).length > 0) return { problems: all };
  return { problems: all, target: withBack(targetWith(key, facts, { numbers, wishes }), draft) };
}

/** The way back from a run has its own addresses of before, and takes back what the run did on the network. */
function withBack(target: Target, { key, typed, back }: Draft): Target {
  if (back?.past === undefined) return target;
  const { undoing, own } = back.past;
  return {
    ...(target.outboundType === 'loadBalancer' ? { ...target, ...own } : target),
    undoes: undoing,
    ...(typed[key]?.leftovers === 'delete' ? { deletesCreated: true } : {}),
  };
}

/** The options that are asked for, given what the cluster has and what was picked so far. */
export function fieldsOf(draft: Draft, facts: ClusterFacts): readonly OptionKey[] {
  const plain = plainFieldsOf(draft, facts);
  if (draft.back?.past === undefined) return plain;
  const { target } = targetOf(draft, facts);
  const { leftovers, outdated } =
    target === undefined ? { leftovers: [], outdated: [] } : backFieldsOf(facts, target);
  return [
    ...plain.filter((option) => option !== 'oldRanges' || outdated.length > 0),
    ...(leftovers.length > 0 ? (['leftovers'] as const) : []),
  ];
}

function plainFieldsOf({ key, typed, back }: Draft, facts: ClusterFacts): readonly OptionKey[] {
  const asked = networkFieldsOf(key, facts, typed[key] ?? {});
  const isCreating = asked.includes('gatewayName');
  const isOwn =
    keepsOwnAddresses(key, facts) ||
    (key === 'loadBalancer' && Object.keys(back?.past?.own ?? {}).length > 0);
  return optionsOf(key).filter((option) => {
    if (!isNumberOption(option)) return asked.includes(option);
    if (key === 'userAssignedNATGateway') return isCreating;
    return option !== 'managedOutboundIPCount' || !isOwn;
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
