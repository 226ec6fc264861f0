import { format } from '../../core/message.js';
import { isTargetThere } from '../../core/expectations.js';
import type { Step } from '../../core/plan.js';
import type { Refusal } from '../../core/refusal.js';
import { changesOff } from '../wire/trouble.js';
import { whyForbidden } from './why-forbidden.js';
import type { Happening } from './book.js';
import { unmeant } from './judge.js';
import { look } from './look.js';
import { phaseOf, sentETag } from './phase.js';
import { send, type Sent } from './send.js';
import { endStep, insist, judgeNow, settle } from './settle.js';
import { letSettle } from './settling.js';
import { basisBefore, seenIn, thingUrl } from './thing.js';
import { watchOperation } from './watch.js';
import type { StepOutcome, Work } from './work.js';

/**
 * A step, from comparing to verified. The lock is held from the comparison until the answer is in
 * the journal, and let go before watching. Throws a Trouble, with nothing sent, where changes are turned off.
 */
export async function performStep(work: Work, step: Step): Promise<StepOutcome> {
  const { book, ports } = work;
  const forbidden = whyForbidden(step, book.record().plan);
  if (forbidden !== undefined)
    return endStep(work, step, 'refused', { azure: { message: format(forbidden) } });
  if (!ports.mayWrite()) {
    await ask(work, step, 'continue', []);
    throw changesOff();
  }
  const notNow = await letSettle(work, step);
  if (notNow !== undefined) return notNow;
  const isBegun = wasBegun(work, step);
  for (let isAgain = false; ; isAgain = true) {
    await book.add({ events: [{ kind: 'reading', stepId: step.id }] });
    const seen = await look(work, step);
    if (seen.kind !== 'same') return notAsPlanned(work, step, { seen, isBegun });
    const eTag = isAgain ? sentETag(book.record(), step.id) : seen.now.eTag;
    const sent = await send(work, step, seen.now, eTag);
    if (sent.kind !== 'notDone' || isAgain) return follow(work, step, sent);
    await waitBefore(work, step, sent);
  }
}

/** Nothing is sent into what is not as the plan thought, or cannot be seen. */
async function notAsPlanned(
  work: Work,
  step: Step,
  {
    seen,
    isBegun,
  }: {
    readonly seen: Exclude<Awaited<ReturnType<typeof look>>, { kind: 'same' }>;
    readonly isBegun: boolean;
  },
): Promise<StepOutcome> {
  if (seen.kind === 'changed') {
    // A journal read from the generation before may have lost that the request left: then it did this itself.
    if (isBegun && isTargetThere(seen.now.body, step.verify)) return judgeLost(work, step);
    return endStep(work, step, 'stale', { differences: seen.differences });
  }
  if (seen.kind === 'there')
    return isBegun
      ? judgeLost(work, step)
      : endStep(work, step, 'succeeded', { differences: [], verified: seen.now });
  const azure = seen.reply.refusal;
  const reason = waitingFor(seen.reply);
  if (reason === undefined) return endStep(work, step, 'refused', { azure });
  return ask(work, step, 'continue', [{ kind: 'waiting', stepId: step.id, reason, azure }]);
}

/**
 * A second request is made only where the first is known not to have been done, and only after a new look: eTags do
 * not guard pools, and ten minutes are long enough for somebody to scale one.
 */
async function waitBefore(
  { book, ports, signal }: Work,
  step: Step,
  sent: Extract<Sent, { kind: 'notDone' }>,
): Promise<void> {
  await book.add({ events: [waitingEvent(ports.clock.now(), step, sent)] });
  if (sent.waitInMs > 0) await ports.clock.sleep(sent.waitInMs, signal);
}

const waitingEvent = (
  nowInMs: number,
  step: Step,
  { reason, azure, waitInMs = 0 }: Extract<Sent, { kind: 'notDone' | 'waits' }>,
) =>
  ({
    kind: 'waiting',
    stepId: step.id,
    reason,
    azure,
    ...(waitInMs === 0 ? {} : { untilInMs: nowInMs + waitInMs }),
  }) as const;

/** The person said that an unanswered request may be repeated: with the recorded eTag, if all is still as it was. */
export async function repeatStep(work: Work, step: Step): Promise<StepOutcome> {
  if (!work.ports.mayWrite()) throw changesOff();
  const eTag = sentETag(work.book.record(), step.id);
  for (let isAgain = false; ; isAgain = true) {
    const judged = await judgeNow(work, step, false);
    if (judged.kind !== 'verdict' || judged.verdict.kind !== 'repeat') break;
    const sent = await send(work, step, judged.now, eTag);
    if (sent.kind !== 'notDone' || isAgain) return follow(work, step, sent);
    await waitBefore(work, step, sent);
  }
  await work.book.release();
  return conclude(work, step, await settle(work, step, false));
}

/** Goes on with what became of a PUT: watches it, or judges it, or lets it wait. */
async function follow(work: Work, step: Step, sent: Sent): Promise<StepOutcome> {
  const { book } = work;
  switch (sent.kind) {
    case 'accepted':
      await book.release();
      return watchStep(work, step);
    case 'waits':
    case 'notDone':
      return ask(work, step, 'continue', [waitingEvent(work.ports.clock.now(), step, sent)]);
    case 'stale':
      // After a lost answer the first request may be the one that moved the eTag: what Azure shows decides.
      if (wasLost(work, step)) return judgeLost(work, step, sent.azure);
      return endStep(work, step, 'stale', {
        azure: sent.azure,
        differences: await differencesNow(work, step),
      });
    case 'refused':
      if (wasLost(work, step)) return judgeLost(work, step, sent.azure);
      return endStep(work, step, 'refused', { azure: sent.azure });
    case 'lost':
      return judgeLost(work, step, sent.azure);
  }
}

/** Watches a step that Azure took, by its operation's address where there is one, and verifies it. */
export async function watchStep(work: Work, step: Step): Promise<StepOutcome> {
  const { operation } = work.book.record();
  if (operation?.stepId !== step.id) return conclude(work, step, await settle(work, step, true));
  const end = await watchOperation(work, step, operation.url);
  switch (end.kind) {
    case 'signIn':
      return 'open';
    case 'elsewhere':
      return 'elsewhere';
    case 'failed':
    case 'canceled':
      return endStep(work, step, end.kind, {
        azure: end.azure,
        differences: await differencesAfter(work, step),
      });
    case 'lost': {
      const kept = await insist(work, (record) =>
        phaseOf(record, step.id) === 'accepted' && record.operation !== undefined
          ? { events: [{ kind: 'lost', stepId: step.id, ...azureOf(end.azure) }], operation: null }
          : undefined,
      );
      if (typeof kept !== 'string') return kept;
      return conclude(work, step, await settle(work, step, true));
    }
    case 'succeeded':
      return conclude(work, step, await settle(work, step, true));
  }
}

/** Judges a PUT whose answer did not reach us. Sends nothing: at most it asks the person. */
export async function judgeLost(work: Work, step: Step, azure?: Refusal): Promise<StepOutcome> {
  const kept = await insist(work, (record) =>
    phaseOf(record, step.id) === 'unanswered'
      ? { events: [{ kind: 'lost', stepId: step.id, ...azureOf(azure) }] }
      : undefined,
  );
  if (typeof kept !== 'string') return kept;
  await work.book.release();
  return conclude(work, step, await settle(work, step, false));
}

async function conclude(
  work: Work,
  step: Step,
  settled: Awaited<ReturnType<typeof settle>>,
): Promise<StepOutcome> {
  if (settled.kind === 'signIn' || settled.kind === 'denied') return 'open';
  if (settled.kind === 'elsewhere') return 'elsewhere';
  // It is gone: nothing can be verified.
  if (settled.kind === 'refused') return endStep(work, step, 'unverified', { azure: settled.azure });
  const { verdict, now } = settled;
  switch (verdict.kind) {
    case 'done':
      return endStep(work, step, 'succeeded', { differences: verdict.differences, verified: now });
    case 'failed':
    case 'canceled':
      return endStep(work, step, verdict.kind, {
        azure: verdict.azure,
        differences: verdict.differences,
      });
    case 'unverified':
    case 'stale':
      return endStep(work, step, verdict.kind, { differences: verdict.differences });
    case 'repeat':
      return ask(work, step, 'repeat', []);
  }
}

/** Leaves the run with a question that only the person answers. */
export async function ask(
  work: Work,
  step: Step,
  question: 'continue' | 'repeat',
  before: readonly Happening[],
): Promise<StepOutcome> {
  const kept = await insist(work, (record) => {
    const newest = record.events.at(-1);
    const isAsked = newest?.kind === 'asked' && newest.question === question;
    if (isAsked || phaseOf(record, step.id) === 'ended') return undefined;
    return { events: [...before, { kind: 'asked', question, stepId: step.id }] };
  });
  return typeof kept === 'string' ? 'open' : kept;
}

/** True where an earlier request of this step went out and nobody knows what became of it. */
const wasLost = (work: Work, step: Step): boolean =>
  work.book.record().events.some((event) => event.kind === 'lost' && event.stepId === step.id);

/** True where this step was come to before, by whatever process. */
const wasBegun = (work: Work, step: Step): boolean =>
  work.book.record().events.some((event) => event.kind === 'reading' && event.stepId === step.id);

/** What other hands changed while an operation ran that failed; the failure is told whether or not this can be read. */
async function differencesAfter(work: Work, step: Step) {
  const now = seenIn(step, await work.arm.read(thingUrl(work, step), work.signal));
  return now === undefined ? [] : unmeant(step, basisBefore(work.book.record(), step), now);
}

/** What had changed when Azure said so; nothing to tell where it cannot be read. */
async function differencesNow(work: Work, step: Step) {
  const seen = await look(work, step);
  return seen.kind === 'changed' ? seen.differences : [];
}

function waitingFor(reply: Extract<Awaited<ReturnType<typeof look>>, { kind: 'unread' }>['reply']) {
  if (reply.kind === 'signInNeeded') return 'signIn';
  if (reply.kind === 'noAnswer') return 'offline';
  if (reply.kind !== 'refused') return undefined;
  if (reply.status === 401) return 'signIn';
  if (reply.status === 429) return 'throttled';
  // A right that has ended, as those that are given for hours do, can be given again.
  if (reply.status === 403) return 'denied';
  // A 2xx that is no cluster comes from something between us and Azure.
  const isPassing = reply.status === 408 || reply.status >= 500 || reply.status < 300;
  return isPassing ? 'offline' : undefined;
}

const azureOf = (azure: Refusal | undefined) => (azure === undefined ? {} : { azure });
