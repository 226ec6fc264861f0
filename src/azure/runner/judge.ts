import { isTargetThere, unmet } from '../../core/expectations.js';
import { valueAt, type Json } from '../../core/json.js';
import type { Basis, Step } from '../../core/plan.js';
import type { Refusal } from '../../core/refusal.js';
import type { Difference } from '../../core/run-record.js';
import { sameBasis, unintended } from '../../core/unintended.js';
import { withoutSecrets } from '../wire/redact.js';
import { judgeNeighbour, unmeantBeside } from './judge-neighbour.js';
import { besideReimage, judgeReimage } from './judge-reimage.js';
import { judgeRegistration } from './judge-registration.js';
import { isBusy, stateOf } from './resting.js';
import type { Verdict } from './verdict.js';

/**
 * A step judged by its own verification on a fresh GET, where no operation can be asked any more. `isAnswered`
 * says that Azure is known to have taken it; then it is never repeated.
 */
export function judge(order: {
  readonly step: Step;
  readonly now: Basis;
  readonly before: Basis;
  readonly sentETag: string | undefined;
  readonly isAnswered: boolean;
}): Verdict {
  const { step, now, before } = order;
  const { send } = step;
  if (send.kind === 'register') return judgeRegistration(order);
  if (send.kind === 'reimage') return judgeReimage({ ...order, send });
  if (send.kind === 'network') return judgeNeighbour({ ...order, send });
  const state = stateOf(now.body);
  const isThere = isTargetThere(now.body, step.verify);
  if (isBusy(state)) return { kind: isThere || order.isAnswered ? 'ours' : 'others', state };
  if (isThere || order.isAnswered) {
    const differences = unmeant(step, before, now);
    if (state === 'Failed' || state === 'Canceled') return endedBadly(state, now, differences);
    if (unmet(now.body, step.verify).length > 0) return { kind: 'unverified', differences };
    return { kind: 'done', differences };
  }
  const changed = sameBasis(before, now);
  if (changed.length === 0 && now.eTag === order.sentETag) return { kind: 'repeat' };
  // A repeat of what did not finish: its target stood there before, and the eTag tells that Azure has worked since.
  if (isRepeatOver(step, before, now) && unmeant(step, before, now).length === 0)
    return endedBadly(state, now, []);
  return { kind: 'stale', differences: changed };
}

const endedBadly = (state: string, now: Basis, differences: readonly Difference[]): Verdict => ({
  kind: state === 'Failed' ? 'failed' : 'canceled',
  differences,
  ...provisioningError(now.body),
});

/** True where only Azure's own state is missing, as it was before the step was sent. */
function isRepeatOver({ verify }: Step, before: Basis, now: Basis): boolean {
  const target = verify.filter(({ path }) => path.at(-1) !== 'provisioningState');
  return (
    target.length < verify.length && isTargetThere(before.body, target) && isTargetThere(now.body, target)
  );
}

/** What changed that the step did not mean to; Azure's own account of a failure is no such change. */
export function unmeant({ send }: Step, before: Basis, now: Basis): readonly Difference[] {
  if (send.kind === 'register') return [];
  if (send.kind === 'reimage') return besideReimage(send, { before, now, isAnswered: true });
  if (send.kind === 'network') return unmeantBeside(send, before, now);
  return unintended(before, now, send.edits).filter(
    ({ path }) => !(path[0] === 'properties' && path[1] === 'status'),
  );
}

/** Azure's own account of a failed cluster, `status.provisioningError` (since 2025-04-01). */
export function provisioningError(body: Json): { readonly azure?: Refusal } {
  const error = valueAt(body, ['properties', 'status', 'provisioningError']);
  const inner = valueAt(error, ['error']) ?? error;
  const text = (key: string) => {
    const value = valueAt(inner, [key]);
    return typeof value === 'string' && value !== '' ? withoutSecrets(value) : undefined;
  };
  const [code, message, target] = [text('code'), text('message'), text('target')];
  if (message === undefined && code === undefined) return {};
  return {
    azure: {
      message: message ?? code ?? '',
      ...(code === undefined ? {} : { code }),
      ...(target === undefined ? {} : { target }),
    },
  };
}
