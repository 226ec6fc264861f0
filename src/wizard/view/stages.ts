import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import type { StepState } from '../../core/run.js';
import { foldRun } from '../../core/run.js';
import type { RunRecord } from '../../core/run-record.js';
import { azureWords } from '../azure-words.js';
import type { Mark, RunSection } from '../state.js';
import { foundNote, lostNote, notThereNote, wasLost } from '../lost-words.js';
import { notSentNote } from '../not-sent-words.js';
import { staleFact } from '../how-stale.js';
import { thingNamed } from '../thing-named.js';
import { duration } from '../words.js';
import { lastedInMs, type At } from './at.js';
import { areAllFilledIn, differenceLines } from './difference-words.js';

type Stage = RunSection['stages'][number];

/** One stage per step of the plan that was started. */
export function stagesOf(record: RunRecord, at: At): readonly Stage[] {
  const titles = new Map(record.plan.steps.map(({ id, title }) => [id, title]));
  return foldRun(record).steps.map((step) => {
    const note = noteOf(record, step, at);
    const time = timeOf(step, at);
    return {
      stepId: step.stepId,
      title: titles.get(step.stepId) ?? say('A step that the plan does not name'),
      // What waits for the person does not move by itself.
      mark: step.status === 'waiting' && isAsked(record, step) ? 'warning' : markOf[step.status],
      azureStatus: step.azureStatus,
      ...(time === undefined ? {} : { time }),
      ...(note === undefined ? {} : { note }),
      ...(step.azure === undefined || isPast(step) ? {} : { azure: azureWords(step.azure) }),
      differences: differenceLines(step.differences),
    };
  });
}

/** What Azure said on the way is over once the step goes on, or is done. */
const isPast = ({ status }: StepState): boolean =>
  ['reading', 'sending', 'running', 'succeeded'].includes(status);

const markOf: Readonly<Record<StepState['status'], Mark>> = {
  todo: 'todo',
  reading: 'running',
  sending: 'running',
  running: 'running',
  waiting: 'running',
  lost: 'unknown',
  succeeded: 'passed',
  failed: 'blocked',
  canceled: 'warning',
  refused: 'blocked',
  unverified: 'unknown',
  stale: 'warning',
};

function timeOf({ status, startedAtInMs, endedAtInMs }: StepState, at: At): Message | undefined {
  if (startedAtInMs === undefined || status === 'todo') return undefined;
  return duration(lastedInMs(at, startedAtInMs, endedAtInMs ?? at.nowInMs));
}

function noteOf(record: RunRecord, step: StepState, at: At): Message | undefined {
  const thing = thingOf(record, step);
  switch (step.status) {
    case 'todo':
      return undefined;
    case 'running':
      return wasLost(record, step.stepId) ? foundNote(record, step.stepId, thing) : undefined;
    case 'reading':
      return say('Before anything is sent, {thing} is compared with the plan.', { thing });
    case 'sending':
      return say('Written to the journal, and on its way to Azure.');
    case 'waiting':
      return step.waiting === undefined ? undefined : waitingNote(record, step, at);
    case 'lost':
      return isAsked(record, step) ? notThereNote(thing) : lostNote(record, step.stepId, thing);
    case 'succeeded':
      if (step.differences.length === 0) return undefined;
      return areAllFilledIn(step.differences)
        ? say('Done. Nothing else changed but what Azure fills in:')
        : say('Done. Something else changed as well:');
    case 'failed':
      return say('Azure began this step and failed.');
    case 'canceled':
      return say('This step was canceled in Azure.');
    case 'refused':
      return step.azure?.status === undefined
        ? say('This step was not sent.')
        : say('Azure refused this step. It changed nothing.');
    case 'unverified':
      return say('Azure says that this step is done, but {thing} does not show it.', { thing });
    case 'stale':
      return staleFact(record, step.stepId);
  }
}

const thingOf = ({ plan }: RunRecord, { stepId }: StepState): Message =>
  thingNamed(plan.steps.find(({ id }) => id === stepId));

const isAsked = (record: RunRecord, { stepId }: StepState): boolean =>
  foldRun(record).question?.stepId === stepId;

/** Waiting is no failure: the reason, since when, and when we look again. */
function waitingNote(record: RunRecord, step: StepState, at: At): Message {
  const since = at.timeOfDay(waitingSince(record, step.stepId) ?? at.nowInMs);
  const until = step.waiting?.untilInMs;
  if (step.waiting?.reason === 'settling') return settlingNote(record, step, at);
  if (step.waiting !== undefined && isAsked(record, step))
    return notSentNote(step.waiting, thingOf(record, step), at);
  const next = until === undefined ? undefined : say('Next look at {time}.', { time: at.timeOfDay(until) });
  const isAnswered = step.azure?.status !== undefined;
  const note =
    step.waiting?.reason === 'offline' && isAnswered
      ? say(
          'Waiting since {since}: what answers is in trouble, Azure or something on the way to it. What Azure has been given goes on.',
          { since },
        )
      : waitingReason(step.waiting?.reason ?? 'busy', since, thingOf(record, step));
  return next === undefined ? note : say('{note} {next}', { note, next });
}

/** The step before is done, and Azure says how long it takes to apply. */
function settlingNote({ plan, world }: RunRecord, { stepId, waiting }: StepState, at: At): Message {
  const number = plan.steps.findIndex(({ id }) => id === stepId);
  const settleTimeInMs = plan.steps[number - 1]?.settleTimeInMs ?? 0;
  const args = { number, minutes: Math.ceil(settleTimeInMs / 60_000) };
  const note =
    world === 'sandbox'
      ? say(
          'What step {number} changed takes up to {minutes} min of sandbox time to apply, so this step waits.',
          args,
        )
      : say('What step {number} changed takes up to {minutes} min to apply, so this step waits.', args);
  const until = waiting?.untilInMs;
  if (until === undefined) return note;
  return say('{note} It goes on by itself at {time}.', { note, time: at.timeOfDay(until) });
}

function waitingReason(
  reason: Exclude<NonNullable<StepState['waiting']>['reason'], 'settling'>,
  since: string,
  thing: Message,
): Message {
  switch (reason) {
    case 'throttled':
      return say('Waiting since {since}: Azure has asked us to come back later. Nothing has failed.', {
        since,
      });
    case 'offline':
      return say('Waiting since {since}: there is no connection. Azure goes on with what it has.', { since });
    case 'busy':
      return say('Waiting since {since}: another operation is under way on {thing}.', { since, thing });
    case 'denied':
      return say(
        'Waiting since {since}: Azure does not let your account read {thing} now. Activate your role, then resume. Nothing has failed.',
        { since, thing },
      );
    case 'slow':
      return say('Azure has taken it, at {since}. A registration takes minutes, and Azure names no time.', {
        since,
      });
    case 'signIn':
      return say('Waiting since {since}: sign in to resume. Azure goes on, and nothing has failed.', {
        since,
      });
  }
}

/** The first of the waits in a row: what comes between two of them is only another look. */
function waitingSince({ events }: RunRecord, stepId: string): number | undefined {
  const ofStep = events.filter((event) => 'stepId' in event && event.stepId === stepId);
  const last = ofStep.at(-1);
  if (last?.kind !== 'waiting') return undefined;
  const before = ofStep.findLastIndex((event) => event.kind !== 'waiting' || event.reason !== last.reason);
  return ofStep[before + 1]?.atInMs;
}
