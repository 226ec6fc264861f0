import { unmet } from '../../core/expectations.js';
import { valueAt, type Json } from '../../core/json.js';
import type { Basis, Reimage, Step } from '../../core/plan.js';
import { poolIndexOf, poolNameIn, poolResource } from '../../core/pool-body.js';
import type { Difference } from '../../core/run-record.js';
import { sameBasis } from '../../core/unintended.js';
import { isBusy, stateOf } from './resting.js';
import type { Verdict } from './verdict.js';

/** A pool's state while its nodes are made anew (azure-cli recordings, agentPools, read 2026-11-25). */
const reimaging = 'UpgradingNodeImageVersion';

/**
 * A pool made anew, judged by the body of its cluster: the request takes no eTag, but each operation on a pool moves
 * the pool's. Where only that moved, nobody can tell our request from another one that left no trace; then the person
 * decides, because nodes that are taken for new and are not have no images once the way out is gone.
 */
export function judgeReimage(order: {
  readonly step: Pick<Step, 'verify'>;
  readonly send: Reimage;
  readonly now: Basis;
  readonly before: Basis;
  readonly isAnswered: boolean;
}): Verdict {
  const { step, send, now, before, isAnswered } = order;
  const name = poolNameIn(send.resourceId);
  const pool = poolResource(now.body, name) ?? null;
  const state = stateOf(pool);
  if (isBusy(state)) return { kind: isAnswered || state === reimaging ? 'ours' : 'others', state };
  if (isBusy(stateOf(now.body))) return { kind: 'others', state: stateOf(now.body) };
  const differences = besideReimage(send, { before, now, isAnswered });
  if (pool !== null && (isAnswered || imageOf(pool) !== imageOf(poolResource(before.body, name) ?? null))) {
    if (state === 'Failed' || state === 'Canceled')
      return { kind: state === 'Failed' ? 'failed' : 'canceled', differences };
    return { kind: unmet(pool, step.verify).length > 0 ? 'unverified' : 'done', differences };
  }
  if (differences.length > 0) return { kind: isAnswered ? 'unverified' : 'stale', differences };
  const hasFailed = state === 'Failed' || state === 'Canceled';
  return hasFailed && eTagOf(before, name) !== eTagOf(now, name)
    ? { kind: 'failed', differences }
    : { kind: 'repeat' };
}

/** Whether a pool is being made anew, or has been since: what a request that nobody remembers would have done. */
export function isReimaged({ resourceId }: Reimage, before: Basis, now: Basis): boolean {
  const name = poolNameIn(resourceId);
  const pool = poolResource(now.body, name) ?? null;
  return stateOf(pool) === reimaging || imageOf(pool) !== imageOf(poolResource(before.body, name) ?? null);
}

/**
 * What changed beside the pool's image. Where no answer told that it was we who made it anew, the image is told too:
 * it may have been somebody else.
 */
export function besideReimage(
  { resourceId }: Reimage,
  { before, now, isAnswered }: { readonly before: Basis; readonly now: Basis; readonly isAnswered: boolean },
): readonly Difference[] {
  const name = poolNameIn(resourceId);
  const index = poolIndexOf(now.body, name);
  return sameBasis(before, now).filter(({ path }) => {
    if (path[0] === 'agentPools') return String(path[1]).toLowerCase() !== name.toLowerCase();
    return isAnswered ? !(path[2] === index && path[3] === 'nodeImageVersion') : true;
  });
}

const eTagOf = ({ poolETags }: Basis, name: string): string | undefined =>
  Object.entries(poolETags).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

const imageOf = (pool: Json): Json | undefined => valueAt(pool, ['properties', 'nodeImageVersion']);
