import type { Basis, Step } from '../../core/plan.js';
import type { Refusal } from '../../core/refusal.js';
import { hasEnded } from '../../core/run-ended.js';
import type { Difference, RunRecord, StepEnd } from '../../core/run-record.js';
import type { Held } from '../ports.js';
import { judge } from './judge.js';
import { readPatiently, tell, tellWaiting } from './patient-read.js';
import { endOf, sentETag } from './phase.js';
import { basisBefore, keptWhenVerified, seenIn, thingUrl } from './thing.js';
import type { Verdict } from './verdict.js';
import { isOver, tellProgress } from './watch.js';
import { pauseInMs, type Keeping, type StepOutcome, type Work } from './work.js';

/** A verdict that nothing more has to be waited for, with the GET that it was given on. */
export type Settled =
  | {
      readonly kind: 'verdict';
      readonly verdict: Exclude<Verdict, { kind: 'ours' | 'others' }>;
      readonly now: Basis;
    }
  | { readonly kind: 'refused'; readonly azure: Refusal }
  | { readonly kind: 'signIn' }
  /** It may not be read now; told as waiting. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'elsewhere' };

/** Reads the thing until it is at rest, and judges the step by what it shows. Sends nothing. */
export async function settle(work: Work, step: Step, isAnswered: boolean): Promise<Settled> {
  for (let looks = 0; ; looks++) {
    const judged = await judgeNow(work, step, isAnswered);
    if (judged.kind !== 'verdict') return judged;
    const { verdict, now } = judged;
    const mayShowYet = isNotThereYet(judged) && looks < looksForNewThing;
    if (verdict.kind === 'ours') await tellProgress(work, step.id, verdict.state);
    else if (verdict.kind === 'others') await tellWaiting(work, step.id, 'busy', {});
    else if (!mayShowYet) return { kind: 'verdict', verdict, now };
    if (step.send.kind === 'register') await tellWaiting(work, step.id, 'slow', {});
    await work.ports.clock.sleep(pauseInMs(looks), work.signal);
    await work.book.refresh();
    if (isOver(work, step)) return { kind: 'elsewhere' };
  }
}

/** A read of Azure's may lag behind a write for moments. */
const looksForNewThing = 4;

/** Azure took it, and a GET says that there is no such thing. */
const isNotThereYet = ({ verdict, now }: { readonly verdict: Verdict; readonly now: Basis }): boolean =>
  verdict.kind === 'unverified' && now.body === null;

/** One GET, and what it says about the step; busy or not. */
export async function judgeNow(
  work: Work,
  step: Step,
  isAnswered: boolean,
): Promise<Exclude<Settled, { kind: 'verdict' }> | { kind: 'verdict'; verdict: Verdict; now: Basis }> {
  const patient = await readPatiently(work, step.id, thingUrl(work, step));
  if (patient.kind === 'signIn') return patient;
  const { reply } = patient;
  const now = seenIn(step, reply);
  if (now === undefined && reply.kind === 'refused' && !isGone(reply.status, reply.refusal.code)) {
    await tell(work, { kind: 'waiting', stepId: step.id, reason: 'denied', azure: reply.refusal });
    return { kind: 'denied' };
  }
  if (now === undefined)
    return {
      kind: 'refused',
      azure: reply.kind === 'answer' ? { message: 'the answer is not what was asked for' } : reply.refusal,
    };
  const record = work.book.record();
  const before = basisBefore(record, step);
  return {
    kind: 'verdict',
    now,
    verdict: judge({ step, now, before, sentETag: sentETag(record, step.id), isAnswered }),
  };
}

/** Whoever has lost every right in a subscription is told that there is none. */
const isGone = (status: number, code: string | undefined): boolean =>
  status === 410 || (status === 404 && code !== 'SubscriptionNotFound');

/** Keeps a step's end once, whoever sees it first. */
export async function endStep(
  work: Work,
  step: Step,
  end: StepEnd,
  more: {
    readonly azure?: Refusal | undefined;
    readonly differences?: readonly Difference[];
    /** The GET that verified it. */
    readonly verified?: Basis;
  } = {},
): Promise<StepOutcome> {
  const kept = await insist(work, (record) => {
    if (hasEnded(record) || endOf(record, step.id) !== undefined) return undefined;
    const azure = more.azure === undefined ? {} : { azure: more.azure };
    const differences = [...changedInBetween(record, step), ...(more.differences ?? [])];
    const told = more.differences === undefined && differences.length === 0 ? {} : { differences };
    return {
      events: [{ kind: 'stepEnded', stepId: step.id, end, ...azure, ...told }],
      operation: null,
      ...(more.verified === undefined ? {} : keptWhenVerified(record, step, more.verified)),
    };
  });
  if (typeof kept !== 'string') return kept;
  return kept === 'kept' ? 'ended' : 'elsewhere';
}

/** What the answer to the PUT told about other hands. */
function changedInBetween(record: RunRecord, step: Step): readonly Difference[] {
  const accepted = record.events.findLast((event) => event.kind === 'accepted' && event.stepId === step.id);
  return accepted?.kind === 'accepted' ? (accepted.differences ?? []) : [];
}

const shortestPauseInMs = 250;
const longestPauseInMs = 5000;
/** A living holder lets go when its request is answered: 3 minutes at the most, 10 where Azure throttles it. */
const patienceInMs = 900_000;

/**
 * Keeps an entry that must not be lost: waits for the lock until it is free or nothing is left to keep. A lock that
 * nobody can judge is never free by itself: then, as for a holder that never lets go, the person has to decide.
 */
export async function insist(
  { book, ports, signal }: Keeping,
  decide: Parameters<Work['book']['note']>[0],
): Promise<'kept' | 'nothing' | Held> {
  const untilInMs = ports.clock.now() + patienceInMs;
  for (let pauseInMs = shortestPauseInMs; ; pauseInMs = Math.min(2 * pauseInMs, longestPauseInMs)) {
    const kept = await book.note(decide);
    if (kept === 'kept' || kept === 'nothing') return kept;
    await book.refresh();
    if (decide(book.record()) === undefined) return 'nothing';
    if (!kept.canBeJudged || ports.clock.now() >= untilInMs) return kept;
    await ports.clock.sleep(pauseInMs, signal);
  }
}
