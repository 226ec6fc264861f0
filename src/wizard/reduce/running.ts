import type { ListingProblem } from '../../core/inventory.js';
import type { RunListing, RunOutcome } from '../../core/run-outcome.js';
import type { RunRecord } from '../../core/run-record.js';
import { keyOf } from '../../core/target.js';
import { hasEnded } from '../../core/run-ended.js';
import { foldRun } from '../../core/run.js';
import { isUnderWay, isWatched } from '../run-situation.js';
import type { Moved, Run, Session } from '../session.js';
import { without } from '../session.js';
import { backFound } from './going-back.js';
import { dropped, moved } from './moved.js';
import { askToRead } from './reading.js';

/** What the journal holds of this cluster, newest last. An unfinished run puts the session in Run. */
export function runs(session: Session, all: readonly RunListing[]): Moved {
  const unreadable = all.flatMap((run) =>
    run.kind === 'unreadable' ? [{ runId: run.runId, because: run.because }] : [],
  );
  const known: Session = { ...session, unreadable };
  if (isWatched(session.run)) return moved(known);
  const records = all.flatMap((run) =>
    run.kind === 'record' && isOurs(session, run.record) ? [run.record] : [],
  );
  const runsFound = records.map((record) => runOf(record, record.runId !== session.run?.record?.runId));
  const newest =
    runsFound.findLast(({ status }) => status !== 'ended') ??
    runsFound.find((run) => !run.past) ??
    (wantsAnother(session, runsFound.at(-1)) ? undefined : runsFound.at(-1));
  const { state, effects } = backFound(known, records);
  return { state: newest === undefined ? state : { ...state, run: newest }, effects };
}

/** Whoever wants something new is not shown the result of an older change; one that failed is shown beside its repeat. */
function wantsAnother({ draft, opening, run }: Session, last: Run | undefined): boolean {
  if (opening.target !== undefined || run !== undefined) return true;
  const target = last?.record?.plan.target;
  return draft !== undefined && (target === undefined || keyOf(target) !== draft.key);
}

/** The journal got another entry. */
export function runChanged(session: Session, record: RunRecord): Moved {
  const refused = whyNotAdopted(session, record);
  if (refused !== undefined) return dropped(session, refused);
  const status = foldRun(record).status === 'detached' ? 'left' : 'watching';
  // An answer that is in the journal is given; until then a lock may still hinder it.
  const { answered } = session.run ?? {};
  const isGiven = foldRun(record).question === undefined;
  return moved(
    adopted(session, {
      status,
      record,
      past: false,
      ...(answered === undefined || isGiven ? {} : { answered }),
    }),
  );
}

/** Nobody in this window watches any more: the run ended, waits for somebody, or could not be had. */
export function runReturned(session: Session, outcome: RunOutcome): Moved {
  if (outcome.kind === 'held') {
    const { by, ageInMs, canBeJudged } = outcome;
    const { answered } = session.run ?? {};
    const run: Run = {
      ...recordOf(session),
      ...(answered === undefined ? {} : { answered }),
      status: 'held',
      held: { by, ageInMs, canBeJudged },
      past: false,
    };
    return moved({ ...session, run });
  }
  const refused = whyNotAdopted(session, outcome.record);
  if (refused !== undefined) return dropped(session, refused);
  const state = adopted(session, runOf(outcome.record, false));
  return state.run?.status === 'ended' ? afterTheEnd(state) : moved(state);
}

/** Starting or watching failed for a reason that a person can mend. The run itself has not failed by that. */
export const runTrouble = (session: Session, problem: ListingProblem): Moved =>
  moved({ ...session, run: { ...recordOf(session), status: 'troubled', problem, past: false } });

/** An abort or a give-up was refused while the run is watched: that is told, and the picture of the run stays. */
export const actRefused = (session: Session, problem: ListingProblem): Moved =>
  moved({ ...session, notice: { mark: 'blocked', text: problem.message } });

/** Once it has ended the cluster is another one: it is read again, and a change that was made is no draft any more. */
function afterTheEnd(session: Session): Moved {
  const isDone = session.run?.record?.events.some(
    (event) => event.kind === 'ended' && event.end === 'succeeded',
  );
  const rest: Session =
    isDone === true ? { ...without(session, 'draft', 'judgement'), typedName: '' } : session;
  return askToRead(rest);
}

const runOf = (record: RunRecord, past: boolean): Run => ({
  status: hasEnded(record) ? 'ended' : 'left',
  record,
  past,
});

const recordOf = ({ run }: Session): Pick<Run, 'record'> =>
  run?.record === undefined || !isUnderWay(run) ? {} : { record: run.record };

const adopted = (session: Session, run: Run): Session => ({ ...without(session, 'notice'), run });

function whyNotAdopted(session: Session, record: RunRecord): string | undefined {
  if (!isOurs(session, record)) return 'a run of another cluster';
  const held = session.run?.record;
  if (held === undefined) return undefined;
  if (held.runId === record.runId)
    return record.events.length < held.events.length ? 'an older state of the run' : undefined;
  return isUnderWay(session.run) ? 'another run, while one is open' : undefined;
}

const isOurs = ({ opening }: Session, record: RunRecord): boolean =>
  record.clusterId.toLowerCase() === opening.cluster.id.toLowerCase() && record.world === opening.world.kind;
