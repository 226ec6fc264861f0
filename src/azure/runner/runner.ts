import { say } from '../../core/message.js';
import { hasEnded } from '../../core/run-ended.js';
import type { Answered, RunListing, RunOutcome, StartOrder } from '../../core/run-outcome.js';
import type { RunRecord } from '../../core/run-record.js';
import { clusterPath } from '../facts/cluster-address.js';
import { withoutSecrets } from '../wire/redact.js';
import { changesOff, refuse } from '../wire/trouble.js';
import { abortRun } from './abort.js';
import { advance } from './advance.js';
import { openBook } from './book.js';
import { ownerOf, type RunnerContext } from './context.js';
import { giveUpRun, giveUpUnreadable, heldElsewhere, leftBehind } from './give-up.js';
import { holdPatiently, patiently } from './hold.js';
import { currentStep, openQuestion } from './phase.js';
import { performStep, repeatStep } from './carry-out.js';
import { recordFor, refuseOrder } from './start.js';
import type { Keeping, Work } from './work.js';

interface Watching {
  readonly signal: AbortSignal;
  readonly onChange: (record: RunRecord) => void;
}

/** Runs plans and keeps their journal; it fits the host's `Runner` by shape. */
export function createRunner(context: RunnerContext) {
  const { ports, arms, memory } = context;

  const keepingOf = (record: RunRecord, { signal, onChange }: Watching): Keeping => ({
    ports,
    book: openBook({ journal: ports.journal, clock: ports.clock, record, onChange }),
    signal,
  });
  const workOn = async (record: RunRecord, watch: Watching, isResumed: boolean): Promise<Work> => {
    const cluster = clusterPath(record.clusterId);
    const { arm } = await arms.forCluster(ownerOf(record), watch.signal);
    return { ...keepingOf(record, watch), arm, isResumed, cluster };
  };

  return {
    async start(order: StartOrder, watch: Watching): Promise<RunOutcome> {
      if (!ports.mayWrite()) throw changesOff();
      const record = await recordFor(context, order, watch.signal);
      const work = await workOn(record, watch, false);
      return letGo(work, async () => {
        const held = await holdPatiently(work, { evenIfHeld: order.evenIfHeld === true });
        if (held !== 'held') return held;
        await refuseOrder(context, order);
        const carried = await work.book.carry();
        if (carried !== 'carries') return carried;
        await work.book.add({ events: [{ kind: 'started' }] });
        return advance(work, memory);
      });
    },

    async resume(
      runId: string,
      watch: Watching,
      options: { readonly evenIfHeld?: boolean } = {},
    ): Promise<RunOutcome> {
      const record = await ownRecord(context, runId);
      if (hasEnded(record)) return { kind: 'ended', record };
      if (openQuestion(record) !== undefined) return { kind: 'open', record };
      const work = await workOn(record, watch, true);
      return letGo(work, async () => {
        if (options.evenIfHeld === true) {
          const held = await work.book.hold(options);
          if (held !== 'held') return held;
          // Where its last carrier cannot be judged either, the same decision counts for both.
          await work.book.carry(options);
        }
        await work.book.note((now) => (hasEnded(now) ? undefined : { events: [{ kind: 'resumed' }] }));
        return advance(work, memory);
      });
    },

    async answer(runId: string, given: Answered, watch: Watching): Promise<RunOutcome> {
      const record = await ownRecord(context, runId);
      if (hasEnded(record)) return { kind: 'ended', record };
      if (given.yes && !ports.mayWrite()) throw changesOff();
      const { question, stepId, yes, evenIfHeld = false } = given;
      const isAsked = (now: RunRecord): boolean => {
        const open = openQuestion(now);
        return open?.question === question && open.stepId === stepId;
      };
      if (!yes) {
        const keeping = keepingOf(record, watch);
        return letGo(keeping, async () => {
          const now = await leftBehind(context, keeping);
          const held = await holdPatiently(keeping, { evenIfHeld });
          if (held !== 'held') return held;
          if (!isAsked(keeping.book.record())) return { kind: 'open', record: keeping.book.record() };
          await keeping.book.add({ events: [{ kind: 'answered', question, yes }] });
          return giveUpRun(keeping, now);
        });
      }
      const work = await workOn(record, watch, false);
      return letGo(work, async () => {
        const held = await holdPatiently(work, { evenIfHeld });
        if (held !== 'held') return held;
        const open = openQuestion(work.book.record());
        const step = currentStep(work.book.record());
        // Another window has answered: it goes on there.
        if (open === undefined || step === undefined) return advance({ ...work, isResumed: true }, memory);
        // A yes is for what the person was asked, and for nothing that came after it.
        if (!isAsked(work.book.record())) return { kind: 'open', record: work.book.record() };
        const carried = await patiently(() => work.book.carry({ evenIfHeld }), ports, watch.signal);
        if (carried !== 'carries') return carried;
        await work.book.add({ events: [{ kind: 'answered', question, yes }] });
        const act = question === 'repeat' ? repeatStep : performStep;
        return advance(work, memory, () => act(work, step));
      });
    },

    async abort(runId: string): Promise<void> {
      const record = await ownRecord(context, runId);
      if (!ports.mayWrite()) throw changesOff();
      const work = await workOn(record, silent(), true);
      await letGo(work, () => abortRun(work));
    },

    async giveUp(runId: string): Promise<void> {
      if ((await ports.journal.read(runId))?.kind === 'unreadable') return giveUpUnreadable(ports, runId);
      const record = await ownRecord(context, runId);
      if (hasEnded(record)) return;
      const keeping = keepingOf(record, silent());
      await letGo(keeping, async () => {
        const now = await leftBehind(context, keeping);
        const held = await holdPatiently(keeping);
        if (
          held !== 'held' &&
          (held.canBeJudged || (await keeping.book.hold({ evenIfHeld: true })) !== 'held')
        )
          throw heldElsewhere(held);
        await giveUpRun(keeping, now);
      });
    },

    async records(): Promise<readonly RunListing[]> {
      const entries = await ports.journal.list();
      return entries.filter((entry) => entry.kind === 'unreadable' || entry.record.world === context.kind);
    },
  };
}

/** A run of this world and this Azure; anything else is refused, so that two worlds never mix. */
async function ownRecord({ ports, cloud, kind }: RunnerContext, runId: string): Promise<RunRecord> {
  const entry = await ports.journal.read(runId);
  if (entry === undefined) throw refuse(say('There is no such run in the journal.'));
  if (entry.kind === 'unreadable')
    throw refuse(
      entry.because === 'version'
        ? say(
            'This run was written by a newer version of AKS Egress. Update the extension to go on with it, or give it up.',
          )
        : say(
            'The journal of this run is damaged and cannot be gone on with. Check the cluster in the portal, then give the run up.',
          ),
    );
  const { record } = entry;
  if (record.world !== kind || record.armHost !== new URL(cloud.resourceManager).host)
    throw refuse(
      say('This run belongs to {cloud} at {host}. Choose that Azure in the settings to go on with it.', {
        cloud: record.cloud,
        host: record.armHost,
      }),
    );
  return record;
}

/** Runs an act; the lock is let go whatever happens, and a detach is kept where the lock is free. */
async function letGo<T>(work: Keeping, act: () => Promise<T>): Promise<T | RunOutcome> {
  try {
    return await act();
  } catch (error) {
    if (!work.signal.aborted) throw stopped(error, work);
    await work.book.note((now) => (hasEnded(now) ? undefined : { events: [{ kind: 'detached' }] }));
    return { kind: 'open', record: work.book.record() };
  } finally {
    await work.book.close();
  }
}

/** Why a run stopped in our own hands. What Azure has been sent is judged by a resume. A bug stays one. */
function stopped(error: unknown, { book }: Keeping): unknown {
  if (!(error instanceof Error)) return error;
  const name = book.record().clusterName;
  if (error.name === 'TurnLost')
    return refuse(say('Another window has taken over {name}. It goes on there.', { name }));
  if (error.name !== 'JournalFailed') return error;
  return refuse(
    say(
      'The run of {name} stopped, because its journal could not be kept: {words} Resume it to see where it stands.',
      { name, words: withoutSecrets(error.message) },
    ),
  );
}

const silent = (): Watching => ({ signal: new AbortController().signal, onChange: () => undefined });
