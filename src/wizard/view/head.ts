import { valueOf } from '../../core/fact.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { networkOf } from '../../core/network-model.js';
import { keyOf } from '../../core/target.js';
import { azureWords } from '../azure-words.js';
import { writesHindrance } from '../hindrance.js';
import { declaredNamed, fromOf, namedOf } from '../named.js';
import { isUnderWay } from '../run-situation.js';
import type { Session } from '../session.js';
import { isMendedBySignIn } from '../sign-in.js';
import type { PlannerState } from '../state.js';
import { refreshAct, signInAct } from './acts.js';
import type { At } from './at.js';

/** Where the cluster is, in one line. */
export function whereOf({ opening, reading }: Session): Message {
  const { cluster } = opening;
  const facts = reading.held?.reading.facts;
  const location = cluster.location ?? (facts === undefined ? undefined : valueOf(facts.cluster.location));
  const version = facts === undefined ? undefined : valueOf(facts.cluster.kubernetesVersion);
  const network = facts === undefined ? undefined : valueOf(networkOf(facts));
  return dotted([
    say('{subscription}', { subscription: cluster.subscriptionName ?? cluster.subscriptionId }),
    say('{group}', { group: cluster.resourceGroup }),
    ...(location === undefined ? [] : [say('{location}', { location })]),
    ...(version === undefined ? [] : [say('Kubernetes {version}', { version })]),
    ...(network === undefined ? [] : [network === 'own' ? say('own network') : say('network made by AKS')]),
  ]);
}

function dotted([first, ...rest]: readonly Message[]): Message {
  if (first === undefined) return say('');
  return rest.length === 0 ? first : say('{first} · {rest}', { first, rest: dotted(rest) });
}

export function readingOf({ reading }: Session, at: At): PlannerState['reading'] {
  const { problem, held } = reading;
  if (reading.status === 'failed' && problem !== undefined)
    return {
      kind: 'failed',
      message: problem.message,
      ...(problem.azure === undefined ? {} : { azure: azureWords(problem.azure) }),
      acts: isMendedBySignIn(problem) ? [signInAct, refreshAct] : [refreshAct],
    };
  if (reading.status === 'reading' || held === undefined) return { kind: 'reading' };
  return {
    kind: 'read',
    at: say('Read at {time}', { time: at.timeOfDay(held.reading.readAtInMs) }),
    again: refreshAct,
  };
}

/** From what to what; a run's own change while it is open. */
export function changeOf({ run, draft, reading }: Session): Pick<PlannerState, 'change'> {
  if (run?.record !== undefined && (isUnderWay(run) || draft === undefined)) {
    const { plan } = run.record;
    return { change: { from: fromOf(plan), to: namedOf(keyOf(plan.target)) } };
  }
  const facts = reading.held?.reading.facts;
  if (facts === undefined) return {};
  return {
    change: { from: declaredNamed(facts), ...(draft === undefined ? {} : { to: namedOf(draft.key) }) },
  };
}

/** Said once at the top. What just happened comes before what holds all the time. */
export function noticeOf(session: Session): Pick<PlannerState, 'notice'> {
  if (session.notice !== undefined) return { notice: session.notice };
  if (session.reading.status === 'failed' && session.reading.held !== undefined)
    return {
      notice: {
        mark: 'warning',
        text: say('What stands here is older: the cluster could not be read again.'),
      },
    };
  const off = writesHindrance(session);
  return off === undefined ? {} : { notice: { mark: 'note', text: off } };
}
