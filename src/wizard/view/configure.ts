import { declaredKeyOf } from '../../core/declared.js';
import { valueOf } from '../../core/fact.js';
import type { ClusterFacts } from '../../core/facts.js';
import type { Message } from '../../core/message.js';
import { asWritten, say } from '../../core/message.js';
import type { NumberOption, OptionKey } from '../../core/options.js';
import { isNumberOption, optionBounds, optionDefaults } from '../../core/options.js';
import type { TargetKey } from '../../core/outbound-type.js';
import type { Plan } from '../../core/plan.js';
import { keyOf } from '../../core/target.js';
import { asConfirmed } from '../as-confirmed.js';
import { boundsOf, keepsOwnAddresses, optionsOf, typedOf } from '../options-of.js';
import { clearingChoices, gatewayChoices } from '../network-options.js';
import type { Draft, Session } from '../session.js';
import type { ConfigureSection } from '../state.js';
import { fieldsOf, targetOf } from '../target-of.js';
import { backFieldsOf } from '../way-back.js';
import { counted, sentences } from '../words.js';
import {
  gatewayMinutesHelp,
  leftoverWords,
  networkField,
  networkLabels,
  rangesWords,
} from './network-fields.js';

/** Only the options of the chosen type, as typed; an impossible value stays visible with its reason. */
export function configureSection(session: Session): ConfigureSection | undefined {
  const { draft, reading, judgement } = session;
  const confirmed = asConfirmed(session);
  if (confirmed !== undefined) return asSent(confirmed.plan);
  const held = reading.held?.reading;
  if (draft === undefined || held === undefined) return undefined;
  const { facts } = held;
  const { key } = draft;
  const typed = draft.typed[key] ?? {};
  const problems = judgement?.problems ?? {};
  const isToday = valueOf(declaredKeyOf(facts.cluster)) === key;
  const fields = fieldsOf(draft, facts).map((option) => {
    const problem = problems[option];
    return {
      option,
      ...(isNumberOption(option)
        ? numberField(option, key, isToday)
        : { unit: say(''), ...networkField(option, key, held), ...backField(option, draft, facts) }),
      value: typed[option] ?? '',
      ...(problem === undefined ? {} : { problem }),
    };
  });
  const isKept = keepsOwnAddresses(key, facts);
  return {
    answer: answerOf(key, fields.length, Object.keys(problems).length),
    more:
      draft.back !== undefined
        ? say('The settings of before the change that is taken back. Nothing is sent by typing.')
        : isKept
          ? say('Your own addresses at the load balancer stay. Nothing is sent by typing.')
          : say('Every choice changes the plan at once. Nothing is sent by typing.'),
    fields,
  };
}

/** The way back knows by name what it asks about. */
function backField(option: OptionKey, draft: Draft, facts: ClusterFacts) {
  const target = draft.back?.past === undefined ? undefined : targetOf(draft, facts).target;
  if (target === undefined) return {};
  const { leftovers, outdated } = backFieldsOf(facts, target);
  if (option === 'leftovers') return leftoverWords(leftovers);
  return option === 'oldRanges' ? rangesWords(outdated) : {};
}

/** The options of a run: told, not asked for any more. */
function asSent({ target }: Plan): ConfigureSection {
  const key = keyOf(target);
  const set = Object.entries(typedOf(key, target)) as readonly (readonly [OptionKey, string])[];
  if (set.length === 0)
    return {
      answer: optionsOf(key).length > 0 ? say('All was left to AKS') : answerOf(key, 0, 0),
      fields: [],
    };
  const told = set.map(([option, value]) =>
    isNumberOption(option)
      ? say('{label}: {value} {unit}.', { label: labels[option], value, unit: units[option] })
      : say('{label}: {value}.', { label: networkLabels[option], value: toldChoice(value) }),
  );
  return { answer: say('Set for this change'), more: sentences(told), fields: [] };
}

const toldChoice = (value: string): Message => {
  if (value === gatewayChoices.create) return say('created by the plan');
  if (value === clearingChoices.plan) return say('taken away by the plan');
  if (value === 'keep') return say('kept');
  if (value === 'remove') return say('taken off last');
  if (value === 'delete') return say('deleted last');
  return say('{value}', { value });
};

function numberField(option: NumberOption, key: TargetKey, isToday: boolean) {
  const help =
    key === 'userAssignedNATGateway'
      ? gatewayMinutesHelp()
      : sentences([boundsWords(option, key), emptyWords(option, key, isToday), reasonWords[option]]);
  return { label: labels[option], unit: units[option], help };
}

function answerOf(key: TargetKey, fields: number, problems: number): Message {
  if (problems > 0)
    return counted(
      problems,
      say('One option is not possible'),
      say('{count} options are not possible', { count: problems }),
    );
  if (fields > 0)
    return key === 'userAssignedNATGateway' || key === 'userDefinedRouting'
      ? say('What the plan does beside the type')
      : say('What is left empty is left to AKS');
  switch (key) {
    case 'userAssignedNATGateway':
      return say('Nothing to set: the gateway on each subnet decides');
    case 'userDefinedRouting':
      return say('Nothing to set: the routes of each subnet decide');
    default:
      return say('Nothing to set for this type');
  }
}

const labels: Readonly<Record<NumberOption, Message>> = {
  managedOutboundIPCount: say('Addresses chosen by AKS'),
  idleTimeoutInMinutes: say('Idle timeout'),
  allocatedOutboundPorts: say('Ports for each node'),
};

const units: Readonly<Record<NumberOption, Message>> = {
  managedOutboundIPCount: say('addresses'),
  idleTimeoutInMinutes: say('minutes'),
  allocatedOutboundPorts: say('ports'),
};

function boundsWords(option: NumberOption, key: TargetKey): Message {
  if (option !== 'allocatedOutboundPorts')
    return say('{least} to {most}.', asWritten(optionBounds[option][boundsOf(key)]));
  return say(
    '{least} to {most} in steps of {step}; 0 lets Azure divide them.',
    asWritten(optionBounds[option]),
  );
}

/** What stays unsaid is kept where the type stays, and AKS's default where it is new. */
function emptyWords(option: NumberOption, key: TargetKey, isToday: boolean): Message {
  if (isToday) return say('Left empty: as today.');
  const whose = boundsOf(key);
  const unsaid =
    option === 'allocatedOutboundPorts' ? optionDefaults.loadBalancer[option] : optionDefaults[whose][option];
  return say('Left empty: {unsaid}.', asWritten({ unsaid }));
}

const reasonWords: Readonly<Record<NumberOption, Message>> = {
  managedOutboundIPCount: say('A new address is known only after the change, not in advance.'),
  idleTimeoutInMinutes: say('A quiet connection is cut after this time.'),
  allocatedOutboundPorts: say('Each outbound connection of a node takes one while it lasts.'),
};
