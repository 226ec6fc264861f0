import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import type { RunState } from '../../core/run.js';
import { foldRun } from '../../core/run.js';
import type { RunRecord } from '../../core/run-record.js';
import { isSignInWanted } from '../sign-in.js';
import type { Run, Session } from '../session.js';
import type { Act, RunSection } from '../state.js';
import { runConsequence, troubleHeadline } from '../trouble-words.js';
import { counted, duration, sentences } from '../words.js';
import {
  abortAct,
  detachAct,
  giveUpAct,
  planAgainAct,
  resumeAct,
  sending,
  signInAct,
  takeOverAct,
} from './acts.js';
import { lastedInMs, type At } from './at.js';
import { questionOf } from './question.js';
import { stagesOf } from './stages.js';

/** Stage by stage, with Azure's own progress words. Only there once something was started. */
export function runSection(session: Session, at: At): RunSection | undefined {
  const { run, unreadable } = session;
  if (run === undefined) return unreadable.length === 0 ? undefined : unreadableSection(unreadable.length);
  const question = questionOf(session);
  return {
    ...headOf(run, at),
    stages: run.record === undefined ? [] : stagesOf(run.record, at),
    ...(question === undefined ? {} : { question }),
    acts: actsOf(session, run),
  };
}

const unreadableSection = (count: number): RunSection => ({
  answer: counted(
    count,
    say('The record of an earlier run cannot be read'),
    say('The records of {count} earlier runs cannot be read', { count }),
  ),
  more: say(
    'Nobody knows from here whether that run has ended, so nothing is changed until you decide. Look at the cluster in the portal first.',
  ),
  stages: [],
  acts: [giveUpAct],
});

type Head = Pick<RunSection, 'answer' | 'more'>;

function headOf(run: Run, at: At): Head {
  switch (run.status) {
    case 'starting':
      return {
        answer: say('Starting: the cluster is compared with the plan first'),
        more: say('Nothing is sent before the journal holds it.'),
      };
    case 'held':
      return heldHead(run);
    case 'troubled':
      return troubledHead(run);
    case 'watching':
    case 'left':
    case 'ended':
      return run.record === undefined
        ? { answer: say('Asking where the run stands') }
        : recordHead(run.record, run.status, at);
  }
}

function heldHead({ held, record }: Run): Head {
  const by = held?.by ?? '?';
  const age = duration(held?.ageInMs ?? 0);
  if (held?.canBeJudged === false)
    return {
      answer: say('Somebody else may be changing this cluster'),
      more: sentences([
        say(
          '{by} took the right to change it {age} ago, and from here nobody can tell whether it still works.',
          { by, age },
        ),
        isAtWork(record)
          ? say('Azure goes on with what it has; how it ends cannot be written down before you decide.')
          : say('Nothing was sent.'),
      ]),
    };
  return {
    answer: say('Another window is changing this cluster'),
    more: say(
      '{by} has held the right to change it for {age}. Watch the run there, or resume here when it has let go. Nothing was sent.',
      {
        by,
        age,
      },
    ),
  };
}

const isAtWork = (record: RunRecord | undefined): boolean =>
  record !== undefined &&
  foldRun(record).steps.some(({ status }) => ['sending', 'running', 'waiting', 'lost'].includes(status));

function troubledHead({ problem, record }: Run): Head {
  if (problem === undefined) return { answer: say('The run is not watched') };
  const { kind, message } = problem;
  const isExpired = kind === 'expired' || kind === 'signedOut';
  const answer = isExpired && record === undefined ? say('Sign in to start') : troubleHeadline(problem);
  const words = kind === 'failed' ? [] : [message];
  const after = record === undefined ? say('Nothing was sent.') : runConsequence(problem);
  return { answer, more: sentences([...words, after]) };
}

function recordHead(record: RunRecord, status: Run['status'], at: At): Head {
  const state = foldRun(record);
  const elapsed = elapsedOf(record, at);
  if (status === 'ended')
    return { answer: endedAnswer(state), more: say('The run took {elapsed}.', { elapsed }) };
  const answer = progressAnswer(state, record);
  if (status === 'watching')
    return {
      answer,
      more: sentences([...abortWords(state), say('Running for {elapsed}.', { elapsed }), noNeed]),
    };
  const waits =
    state.question === undefined
      ? say('Azure goes on with what it has. Nothing is sent before you resume.')
      : say('Nothing is sent before you answer.');
  return {
    answer: state.question === undefined ? leftAnswer(state) : answer,
    more: sentences([...abortWords(state), waits]),
  };
}

/** Nobody left it: it waits for whoever signs in. */
const leftAnswer = ({ steps }: RunState): Message =>
  steps.some(({ status, waiting }) => status === 'waiting' && waiting?.reason === 'signIn')
    ? say('Sign in to go on watching')
    : say('Nobody watches this run here');

const noNeed = say('Nothing is needed from you. You may close this page.');

function abortWords({ abortRequested, abortRefused }: RunState): readonly Message[] {
  if (abortRefused !== undefined)
    return [say('Azure refused to abort, in its own words: {words}', { words: abortRefused.message })];
  return abortRequested ? [say('Azure has been asked to abort; it stops when it can.')] : [];
}

/** Which step, and whether packets go the other way already. */
function progressAnswer({ steps, question }: RunState, { plan }: RunRecord): Message {
  const count = steps.length;
  const done = steps.filter(({ status }) => status === 'succeeded').length;
  const number = Math.min(done + 1, count);
  const isOnly = count === 1;
  if (question !== undefined)
    return isOnly
      ? say('The change waits for you')
      : say('Step {number} of {count} waits for you', { number, count });
  if (steps[done]?.status === 'waiting')
    return isOnly ? say('The change waits') : say('Step {number} of {count} waits', { number, count });
  if (done === count && count > 0) return say('All steps are done; the end is written down');
  if (isOnly) return say('The change is under way');
  const hasMoved = plan.steps.slice(0, done).some(({ isCutOver }) => isCutOver);
  return hasMoved
    ? say('Traffic has moved; step {number} of {count} is under way', { number, count })
    : say('Step {number} of {count} is under way', { number, count });
}

function endedAnswer({ end, steps }: RunState): Message {
  const done = steps.filter(({ status }) => status === 'succeeded').length;
  const count = steps.length;
  return end === 'succeeded'
    ? counted(count, say('The step is done'), say('All {count} steps are done', { count }))
    : counted(
        count,
        say('The run has ended, and its step is not done'),
        say('The run has ended: {done} of {count} steps are done', { done, count }),
      );
}

/** From the first entry of the journal to its end, or to now. */
export function elapsedOf({ events }: RunRecord, at: At): Message {
  const first = events[0]?.atInMs ?? at.nowInMs;
  const end = events.find(({ kind }) => kind === 'ended')?.atInMs ?? at.nowInMs;
  return duration(lastedInMs(at, first, end));
}

function actsOf(session: Session, run: Run): readonly Act[] {
  // A question has acts of its own; beside them others would only ask the same in another way.
  if (questionOf(session) !== undefined) return isSignInWanted(session) ? [signInAct] : [];
  const signIn = isSignInWanted(session) ? [signInAct] : [];
  switch (run.status) {
    case 'starting':
    case 'ended':
      return signIn;
    case 'watching':
      return [...signIn, detachAct, ...(run.record === undefined ? [] : [abortAct(session, run.record)])];
    case 'held':
      return [
        ...(run.held?.canBeJudged === false ? [sending(session, takeOverAct)] : []),
        ...(run.record === undefined ? [planAgainAct] : [resumeAct, giveUpAct]),
      ];
    case 'troubled':
    case 'left':
      return run.record === undefined
        ? [...signIn, planAgainAct]
        : [...signIn, resumeAct, abortAct(session, run.record), giveUpAct];
  }
}
