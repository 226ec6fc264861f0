import { applyEdits } from '../../core/edits.js';
import { isTargetThere, unmet } from '../../core/expectations.js';
import type { Json } from '../../core/json.js';
import { neighbourDifferences, otherThan, unintendedInNeighbour } from '../../core/neighbour-diff.js';
import type { Basis, NetworkDelete, NetworkPut, Step } from '../../core/plan.js';
import type { Difference } from '../../core/run-record.js';
import { isBusy, stateOf } from './resting.js';
import type { Verdict } from './verdict.js';

/** A change of a neighbour judged by what is there now, where no operation can be asked any more. */
export function judgeNeighbour(order: {
  readonly step: Step;
  readonly send: NetworkPut | NetworkDelete;
  readonly now: Basis;
  readonly before: Basis;
  readonly sentETag: string | undefined;
  readonly isAnswered: boolean;
}): Verdict {
  const { step, send, now, before, isAnswered } = order;
  const state = stateOf(now.body);
  const isThere = isTargetOf(step, send, now.body);
  if (now.body !== null && isBusy(state)) return { kind: isThere || isAnswered ? 'ours' : 'others', state };
  if (isThere || isAnswered) {
    const differences = unmeantBeside(send, before, now);
    if (state === 'Failed') return { kind: 'failed', differences };
    const isDone = isThere && unmet(now.body, step.verify).length === 0;
    return { kind: isDone ? 'done' : 'unverified', differences };
  }
  const differences = neighbourDifferences(send.resourceId, before.body, now.body);
  if (differences.length === 0 && now.eTag === order.sentETag) return { kind: 'repeat' };
  return { kind: 'stale', differences };
}

/** One of the wanted name that somebody else made may meet the verification, and is still not ours. */
function isTargetOf(step: Step, send: NetworkPut | NetworkDelete, body: Json): boolean {
  if (send.method === 'DELETE' || body === null) return send.method === 'DELETE' && body === null;
  const isOurs =
    send.create === undefined || otherThan(applyEdits(send.create, send.edits), body).length === 0;
  return isOurs && isTargetThere(body, step.verify);
}

/** What changed in a neighbour that the step did not mean to. */
export function unmeantBeside(
  send: NetworkPut | NetworkDelete,
  before: Basis,
  now: Basis,
): readonly Difference[] {
  if (send.method === 'DELETE') return [];
  const { edits, create } = send;
  return unintendedInNeighbour(send.resourceId, { before: before.body, after: now.body, edits, create });
}
