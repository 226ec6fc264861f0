import { foldRun } from '../core/run.js';
import type { RunRecord } from '../core/run-record.js';
import type { Run } from './session.js';

/** True for a run that has not ended: it is starting, watched, or waiting for somebody. */
export function isUnderWay(run: Run | undefined): boolean {
  if (run === undefined) return false;
  if (run.status === 'starting') return true;
  return run.record !== undefined && !hasEnded(run);
}

/** True while somebody in this window watches it. */
export const isWatched = (run: Run | undefined): boolean =>
  run?.status === 'starting' || run?.status === 'watching';

/** True when the journal says so. */
export const hasEnded = (run: Run): boolean =>
  run.record?.events.some(({ kind }) => kind === 'ended') === true;

/** True while Azure may be working for this run and was not yet asked to stop. */
export function canBeAborted(record: RunRecord): boolean {
  const { status, steps, abortRequested } = foldRun(record);
  if (status === 'ended' || abortRequested) return false;
  return steps.some(
    (step) =>
      ['sending', 'running', 'waiting', 'lost'].includes(step.status) && step.waiting?.reason !== 'settling',
  );
}
