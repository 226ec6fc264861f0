import { isClusterStep } from '../core/step-edits.js';
import { hasEnded } from '../core/run-ended.js';
import { foldRun, type StepState } from '../core/run.js';
import type { RunRecord } from '../core/run-record.js';
import type { Run } from './session.js';

/** True for a run that has not ended: it is starting, watched, or waiting for somebody. */
export function isUnderWay(run: Run | undefined): boolean {
  if (run === undefined) return false;
  if (run.status === 'starting') return true;
  return run.record !== undefined && !hasEnded(run.record);
}

/** True while somebody in this window watches it. */
export const isWatched = (run: Run | undefined): boolean =>
  run?.status === 'starting' || run?.status === 'watching';

/** True while Azure may be working for this run and was not yet asked to stop. */
export function canBeAborted(record: RunRecord): boolean {
  const { status, steps, abortRequested } = foldRun(record);
  if (status === 'ended' || abortRequested) return false;
  // Azure knows an abort for clusters alone.
  const ofCluster = new Set(record.plan.steps.filter(isClusterStep).map(({ id }) => id));
  return steps.some((step) => ofCluster.has(step.stepId) && isAtWork(record, step));
}

function isAtWork(record: RunRecord, { stepId, status, waiting }: StepState): boolean {
  if (status === 'waiting') return waiting?.reason !== 'settling' && mayBeTaken(record, stepId);
  return ['sending', 'running', 'lost'].includes(status);
}

/** False for a request that Azure is known not to have taken, and for one that has not left yet. */
function mayBeTaken({ events }: RunRecord, stepId: string): boolean {
  const own = events.filter((event) => 'stepId' in event && event.stepId === stepId);
  const sent = own.findLastIndex(({ kind }) => kind === 'sending');
  return sent >= 0 && own.slice(sent).some(({ kind }) => kind === 'accepted' || kind === 'lost');
}

/** True while Azure may be working on a step that changes something else than the cluster. */
export function runsBesideCluster(record: RunRecord): boolean {
  const { status, steps } = foldRun(record);
  const besides = new Set(record.plan.steps.filter((step) => !isClusterStep(step)).map(({ id }) => id));
  return status !== 'ended' && steps.some((step) => besides.has(step.stepId) && isAtWork(record, step));
}
