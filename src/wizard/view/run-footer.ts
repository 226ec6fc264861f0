import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { foldRun } from '../../core/run.js';
import type { Run, Session } from '../session.js';
import { isSignInWanted } from '../sign-in.js';
import type { Act, PlannerState } from '../state.js';
import { shutOutAfter } from '../shut-out.js';
import { type Told, tellOwners } from '../tell-owners.js';
import {
  copyMessageAct,
  copyRangesCommandAct,
  copyRefusalAct,
  detachAct,
  planAgainAct,
  refreshAct,
  resumeAct,
  sending,
  signInAct,
  takeOverAct,
} from './acts.js';
import type { At } from './at.js';
import { questionOf } from './question.js';
import { letIn, resultSection } from './result.js';
import { runSection } from './run.js';

type Footer = PlannerState['footer'];

/** While a run is open, or could not be had. */
export function runFooter(session: Session, run: Run, at: At): Footer {
  const section = runSection(session, at);
  const question = questionOf(session);
  const sentence = say('{answer}.', { answer: section?.answer ?? say('The run') });
  const more = section?.more === undefined ? {} : { more: section.more };
  if (question !== undefined) {
    const [next, ...others] = question.acts;
    return {
      mark: 'warning',
      sentence,
      more: question.text,
      ...(next === undefined ? {} : { next }),
      others,
    };
  }
  const isSignIn = isSignInWanted(session);
  if (run.status === 'starting') return { mark: 'running', sentence, ...more, next: watchAct, others: [] };
  if (run.status === 'watching')
    return { mark: 'running', sentence, ...more, next: isSignIn ? signInAct : watchAct, others: [detachAct] };
  return { mark: 'warning', sentence, ...more, ...wayOn(session, run, isSignIn) };
}

const watchAct = { label: say('See the progress'), goTo: 'run' } as const;

function wayOn(session: Session, run: Run, isSignIn: boolean): Pick<Footer, 'next' | 'others'> {
  const again: Act = run.record === undefined ? planAgainAct : resumeAct;
  if (isSignIn) return { next: signInAct, others: [again] };
  if (run.status === 'held' && run.held?.canBeJudged === false)
    return { next: again, others: [sending(session, takeOverAct)] };
  return { next: again, others: [] };
}

/** After the end: what to do first. An older change does not stand in the way of a new one. */
export function endedFooter(session: Session, run: Run, at: At): Footer {
  const result = resultSection(session, at);
  const sentence = say('{answer}.', { answer: result?.answer ?? say('The run has ended') });
  if (run.past)
    return {
      mark: 'todo',
      sentence: say('Nothing is chosen yet. The last change of this cluster stands under Result.'),
      more: say('Nothing is sent by choosing.'),
      next: { label: say('Choose a type'), goTo: 'choose' },
      others: [],
    };
  const shutOut = run.record === undefined ? undefined : shutOutAfter(session, run.record);
  if (shutOut !== undefined)
    return {
      mark: 'warning',
      sentence,
      more: letIn(shutOut),
      next: copyRangesCommandAct,
      others: [refreshAct],
    };
  const isDone = run.record !== undefined && foldRun(run.record).end === 'succeeded';
  const mark = result?.mark ?? 'note';
  if (!isDone) {
    const hasWords = result?.azure !== undefined;
    return {
      mark,
      sentence,
      ...(result?.more === undefined ? {} : { more: result.more }),
      next: planAgainAct,
      others: hasWords ? [copyRefusalAct] : [],
    };
  }
  const told = tellOwners(run.record);
  return {
    mark,
    sentence,
    more: partnersSee(told?.kind),
    next: told !== undefined ? copyMessageAct : { label: say('See the result'), goTo: 'result' },
    others: [],
  };
}

function partnersSee(kind: Told['kind'] | undefined): Message {
  switch (kind) {
    case 'changed':
      return say('Tell the keepers of other firewalls first: the old addresses are no longer used.');
    case 'unknown':
      return say(
        'Ask those who run its network which addresses partners see now, and tell the keepers of other firewalls.',
      );
    case undefined:
      return say('The addresses that partners see are the same as before.');
  }
}
