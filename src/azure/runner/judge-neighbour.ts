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
  // What Azure began to make and gave up lacks what verifies it, such as an address; all that was asked for is there.
  if (state === 'Failed' && isAsMade(send, now.body))
    return { kind: 'failed', differences: unmeantBeside(send, before, now) };
  const differences = neighbourDifferences(send.resourceId, before.body, now.body);
  if (differences.length === 0 && now.eTag === order.sentETag) return { kind: 'repeat' };
  return { kind: 'stale', differences };
}

/** One of the wanted name that somebody else made may meet the verification, and is still not ours. */
function isTargetOf(step: Step, send: NetworkPut | NetworkDelete, body: Json): boolean {
  if (send.method === 'DELETE' || body === null) return send.method === 'DELETE' && body === null;
  return (send.create === undefined || isAsMade(send, body)) && isTargetThere(body, step.verify);
}

/** Whether all that a step makes is there, and nothing else. */
const isAsMade = (send: NetworkPut | NetworkDelete, body: Json): boolean =>
  send.method === 'PUT' &&
  send.create !== undefined &&
  body !== null &&
  otherThan(applyEdits(send.create, send.edits), body).length === 0;

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
