import { valueOf } from '../core/fact.js';
import { egressAddressesOf } from '../core/egress-addresses.js';
import type { ClusterFacts } from '../core/facts.js';
import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { NewAddresses } from '../core/new-addresses.js';
import { newAddressesOf } from '../core/new-addresses.js';
import type { Plan, Step } from '../core/plan.js';
import type { Target } from '../core/target.js';
import { changesType, doorOf } from './doors.js';
import { waysInPlace } from '../core/way-words.js';
import { whenTrafficMoves } from '../core/when-traffic-moves.js';
import { few } from '../core/few.js';
import { counted, sentences } from './words.js';

export interface Consequence {
  readonly term: Message;
  readonly value: Message;
  readonly detail?: Message;
  /** A sentence that says it all by itself. */
  readonly whole?: Message;
}

/** The three that decide: what partners will see, what is interrupted, whether there is a way back. */
export function consequencesOf(
  facts: ClusterFacts,
  target: Target,
  plan: Plan | undefined,
): readonly Consequence[] {
  const addresses = addressesConsequence(facts, target);
  if (plan === undefined) return [addresses];
  return [addresses, interruptionConsequence(plan), wayBackConsequence(plan)];
}

function addressesConsequence(facts: ClusterFacts, target: Target): Consequence {
  const term = say('Partners will see');
  const coming = newAddressesOf(facts, target);
  if (coming.kind !== 'known')
    return {
      term,
      value: say('Not known'),
      detail:
        coming.kind === 'unknown' ? coming.because : say('Nothing says from which addresses it would leave.'),
    };
  const today = valueOf(egressAddressesOf(facts))?.map(({ address }) => address) ?? [];
  const instead = today.length === 0 ? undefined : say('instead of {addresses}', { addresses: few(today) });
  const said = valueOfComing(coming.value, target, today, instead);
  const isNothing = coming.value.kind === 'known' && coming.value.addresses.length === 0;
  const comesLater =
    valueOf(whenTrafficMoves(facts, target)) === 'after' && target.outboundType !== 'none' && !isNothing;
  if (!comesLater || coming.value.kind === 'behindAppliance') return { term, ...said };
  const once = say('once you have removed {ways}', { ways: waysInPlace(facts) });
  const detail = said.detail === undefined ? once : say('{detail}; {once}', { detail: said.detail, once });
  return { term, ...said, detail };
}

function valueOfComing(
  coming: NewAddresses,
  target: Target,
  today: readonly string[],
  instead: Message | undefined,
): Omit<Consequence, 'term'> {
  switch (coming.kind) {
    case 'known': {
      if (coming.addresses.length === 0) return valueOfNone(target);
      const isSame =
        coming.addresses.length === today.length && coming.addresses.every((one) => today.includes(one));
      const value = few(coming.addresses);
      if (isSame) return { value, detail: say('as today') };
      return { value, ...(instead === undefined ? {} : { detail: instead }) };
    }
    case 'drawnByAzure': {
      const count = ('managedOutboundIPCount' in target ? target.managedOutboundIPCount : undefined) ?? 1;
      const value = counted(
        count,
        say('1 address, not known yet'),
        say('{count} addresses, not known yet', { count }),
      );
      return {
        value,
        detail:
          instead === undefined
            ? say('chosen by AKS during the change')
            : say('{instead}; chosen by AKS during the change', { instead }),
      };
    }
    case 'createdByPlan': {
      const created = say('the address of {name}, not known yet', { name: coming.name });
      const value =
        coming.addresses.length === 0
          ? say('1 address, not known yet')
          : say('{addresses} and {created}', { addresses: few(coming.addresses), created });
      return {
        value,
        detail:
          instead === undefined
            ? say('the plan creates {name}', { name: coming.name })
            : say('{instead}; the plan creates {name}', { instead, name: coming.name }),
      };
    }
    case 'behindAppliance':
      if (coming.appliances.length === 0) return valueOfNone(target);
      return {
        value: say('The addresses of your firewall'),
        detail: say('behind {appliances}; Azure does not describe them', {
          appliances: few(coming.appliances),
        }),
      };
  }
}

/** No address: either there shall be no way out, or nothing is attached yet that could give one. */
const valueOfNone = ({ outboundType }: Target): Omit<Consequence, 'term'> =>
  outboundType === 'none' || outboundType === 'block'
    ? { value: say('Nothing: the cluster has no way out') }
    : { value: say('Not known'), detail: say('the subnets have nothing yet through which it would leave') };

function interruptionConsequence({ steps }: Plan): Consequence {
  const term = say('Interruption');
  const turns = steps.flatMap((step, index) => (step.isCutOver ? [{ step, number: index + 1 }] : []));
  if (turns.length > 1) return severalTurns(term, turns);
  const turning = steps.findIndex(({ isCutOver }) => isCutOver);
  const step = steps[turning] ?? steps.find(changesType) ?? steps.at(-1);
  if (step === undefined) return { term, value: say('None: nothing is sent') };
  const value = { term, value: step.interruption, whole: step.interruption };
  // A change of the type that moves nothing tells by itself where the traffic stays.
  if (turning < 0)
    return changesType(step) ? value : { ...value, detail: say('traffic keeps the way that it takes today') };
  return { ...value, detail: say('in step {number}: {title}', { number: turning + 1, title: step.title }) };
}

/** Subnet after subnet: each is cut when its own step turns it. */
function severalTurns(
  term: Message,
  turns: readonly { readonly step: Step; readonly number: number }[],
): Consequence {
  const each = turns.map(({ step, number }) =>
    say('Step {number}: {interruption}', { number, interruption: step.interruption }),
  );
  return {
    term,
    value: say('Connections are cut {count} times', { count: turns.length }),
    detail: say('in steps {numbers}, each for what leaves there', {
      numbers: turns.map(({ number }) => String(number)),
    }),
    whole: sentences(each),
  };
}

function wayBackConsequence(plan: Plan): Consequence {
  const door = doorOf(plan);
  return {
    term: say('Way back'),
    value: door === 'open' ? say('Yes') : door === 'oneWay' ? say('None') : say('Not promised'),
    detail: plan.wayBack.message,
    whole:
      door === 'open'
        ? plan.wayBack.message
        : door === 'oneWay'
          ? say('None. {reason}', { reason: plan.wayBack.message })
          : say('Not promised. {reason}', { reason: plan.wayBack.message }),
  };
}
