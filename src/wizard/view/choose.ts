import { valueOf } from '../../core/fact.js';
import type { ClusterFacts } from '../../core/facts.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { matrixDates } from '../../core/migration-matrix.js';
import { networkOf } from '../../core/network-model.js';
import type { TargetKey } from '../../core/outbound-type.js';
import { targetKeys, targetsInText } from '../../core/outbound-type.js';
import { typeExplained } from '../../core/type-explained.js';
import { namedOf } from '../named.js';
import { recommendedOf } from '../reach.js';
import type { Reach, Session } from '../session.js';
import type { ChooseSection } from '../state.js';
import { counted } from '../words.js';

/** All seven choices in plain words, which can be had from here, and why the others cannot. */
export function chooseSection({ reading, draft }: Session): ChooseSection | undefined {
  if (reading.held === undefined) return undefined;
  const { reached } = reading.held;
  const { facts } = reading.held.reading;
  const recommended = recommendedOf(facts, reached);
  return {
    answer: answerOf(reached, recommended?.key),
    more: say('Choosing sends nothing. Checks and plan follow at once.'),
    choices: targetKeys.map((key) => ({
      key,
      named: namedOf(key),
      ...explained(key),
      ...reached[key],
      chosen: draft?.key === key,
      ...(recommended?.key === key ? { recommended: recommended.because } : {}),
    })),
    dated: datedOf(facts),
  };
}

function explained(key: TargetKey) {
  const { meaning, owner, addresses, wayBack } = typeExplained[key];
  return { meaning, owner, addresses, wayBack };
}

function answerOf(reached: Readonly<Record<TargetKey, Reach>>, recommended: TargetKey | undefined): Message {
  const countOf = (...wanted: readonly Reach['reach'][]) =>
    Object.values(reached).filter(({ reach }) => wanted.includes(reach)).length;
  const count = countOf('reachable', 'warned');
  if (count === 0) return nothingReachable(countOf('conditions'), countOf('unknown'));
  const reachable = counted(
    count,
    say('One other type can be reached from here'),
    say('{count} other types can be reached from here', { count }),
  );
  if (recommended === undefined) return reachable;
  return say('{reachable}; best fit: {best}', { reachable, best: targetsInText[recommended] });
}

function nothingReachable(conditions: number, unknown: number): Message {
  if (unknown > 0)
    return counted(
      unknown,
      say('Whether one more type can be reached is not known'),
      say('Whether {count} other types can be reached is not known', { count: unknown }),
    );
  if (conditions === 0) return say('No other type can be reached from here');
  return counted(
    conditions,
    say('No other type can be reached yet; one lacks a condition'),
    say('No other type can be reached yet; {count} lack a condition', { count: conditions }),
  );
}

/** A rule of Azure's is a fact with a date. */
function datedOf(facts: ClusterFacts): Message {
  const network = valueOf(networkOf(facts));
  const dates = { page: matrixDates.pageDate, read: matrixDates.readOn };
  switch (network) {
    case 'managed':
      return say(
        'By the AKS page, its part for networks made by AKS, as of {page}, read {read}. Azure has the last word when the change is sent.',
        dates,
      );
    case 'own':
      return say(
        'By the AKS page, its part for your own networks, as of {page}, read {read}. Azure has the last word when the change is sent.',
        dates,
      );
    case undefined:
      return say(
        'By the AKS page as of {page}, read {read}. Azure has the last word when the change is sent.',
        dates,
      );
  }
}
