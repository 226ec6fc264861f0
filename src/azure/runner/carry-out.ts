import { format } from '../../core/message.js';
import { isTargetThere } from '../../core/expectations.js';
import type { Basis, Step } from '../../core/plan.js';
import { changesOff } from '../wire/trouble.js';
import { withAddresses } from './find-addresses.js';
import { whyForbidden } from './why-forbidden.js';
import { isReimaged } from './judge-reimage.js';
import { look } from './look.js';
import { clusterMoved } from './look-beside.js';
import { ask, conclude, judgeLost, watchStep } from './once-sent.js';
import { sentETag } from './phase.js';
import { send, type Sent } from './send.js';
import { endStep, judgeNow, settle } from './settle.js';
import { letSettle } from './settling.js';
import { basisBefore } from './thing.js';
import type { StepOutcome, Work } from './work.js';

/**
 * A step, from comparing to verified. The lock is held from the comparison until the answer is in
 * the journal, and let go before watching. Throws a Trouble, with nothing sent, where changes are turned off.
 */
export async function performStep(work: Work, planned: Step): Promise<StepOutcome> {
  const { book, ports } = work;
  if (!ports.mayWrite()) {
    await ask(work, planned, 'continue', []);
    throw changesOff();
  }
  const notNow = await letSettle(work, planned);
  if (notNow !== undefined) return notNow;
  const isBegun = wasBegun(work, planned);
  const completed = await withAddresses(work, planned);
  if (completed.kind === 'signIn') return ask(work, planned, 'continue', []);
  if (completed.kind === 'unread') return notAsPlanned(work, planned, { seen: completed, isBegun });
  const { step } = completed;
  const forbidden = whyForbidden(step, book.record().plan);
  if (forbidden !== undefined)
    return endStep(work, step, 'refused', { azure: { message: format(forbidden), isOurs: true } });
  for (let isAgain = false; ; isAgain = true) {
    await book.add({ events: [{ kind: 'reading', stepId: step.id }] });
    const seen = await look(work, step);
    if (seen.kind !== 'same') return notAsPlanned(work, step, { seen, isBegun });
    const eTag = isAgain || !isGuarded(step) ? sentETag(book.record(), step.id) : seen.now.eTag;
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
    if (isBegun && seen.now !== undefined && isAsIfSent(work, step, seen.now)) return judgeLost(work, step);
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
    const moved = await clusterMoved(work, step);
    if (moved !== undefined) return notRepeated(work, step, moved);
    const sent = await send(work, step, judged.now, eTag);
    if (sent.kind !== 'notDone' || isAgain) return follow(work, step, sent);
    await waitBefore(work, step, sent);
  }
  await work.book.release();
  return conclude(work, step, await settle(work, step, false));
}

/** The first request is known not to have been done: a cluster that has changed since needs another plan. */
async function notRepeated(
  work: Work,
  step: Step,
  moved: NonNullable<Awaited<ReturnType<typeof clusterMoved>>>,
): Promise<StepOutcome> {
  if (moved.kind === 'changed') return endStep(work, step, 'stale', { differences: moved.differences });
  const azure = moved.reply.refusal;
  const reason = waitingFor(moved.reply) ?? 'denied';
  return ask(work, step, 'repeat', [{ kind: 'waiting', stepId: step.id, reason, azure }]);
}

/** The eTag of a cluster does not guard its pools: what makes a pool anew goes without one. */
const isGuarded = ({ send }: Step): boolean => send.kind !== 'reimage';

/** Whether what Azure shows is what the step's request would have made of it. */
const isAsIfSent = (work: Work, step: Step, now: Basis): boolean =>
  step.send.kind === 'reimage'
    ? isReimaged(step.send, basisBefore(work.book.record(), step), now)
    : isTargetThere(now.body, step.verify);

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

/** True where an earlier request of this step went out and nobody knows what became of it. */
const wasLost = (work: Work, step: Step): boolean =>
  work.book.record().events.some((event) => event.kind === 'lost' && event.stepId === step.id);

/** True where this step was come to before, by whatever process. */
const wasBegun = (work: Work, step: Step): boolean =>
  work.book.record().events.some((event) => event.kind === 'reading' && event.stepId === step.id);

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
