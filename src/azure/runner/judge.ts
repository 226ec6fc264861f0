import { isTargetThere, unmet } from '../../core/expectations.js';
import { valueAt, type Json } from '../../core/json.js';
import type { Basis, Step } from '../../core/plan.js';
import type { Refusal } from '../../core/refusal.js';
import type { Difference } from '../../core/run-record.js';
import { clusterEdits } from '../../core/step-edits.js';
import { sameBasis, unintended } from '../../core/unintended.js';
import { withoutSecrets } from '../wire/redact.js';

/** What the cluster's body says about a step. */
export type Verdict =
  /** Target there, nothing going on. `differences`: what changed that we did not mean to. */
  | { readonly kind: 'done'; readonly differences: readonly Difference[] }
  /** Target there, work going on: ours. */
  | { readonly kind: 'ours'; readonly state: string }
  /** Target not there, work going on: somebody else's. */
  | { readonly kind: 'others'; readonly state: string }
  | {
      readonly kind: 'failed' | 'canceled';
      readonly azure?: Refusal;
      readonly differences: readonly Difference[];
    }
  /** Azure took it and is idle, and what we asked for does not show. */
  | { readonly kind: 'unverified'; readonly differences: readonly Difference[] }
  /** All as it was before: it never arrived. A repeat with the recorded eTag is safe. */
  | { readonly kind: 'repeat' }
  /** Something else changed meanwhile: a new plan. */
  | { readonly kind: 'stale'; readonly differences: readonly Difference[] };

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
  const state = stateOf(now.body);
  const isThere = isTargetThere(now.body, step.verify);
  if (isBusy(state)) return { kind: isThere || order.isAnswered ? 'ours' : 'others', state };
  if (isThere || order.isAnswered) {
    const differences = unmeant(step, before, now);
    if (state === 'Failed' || state === 'Canceled')
      return {
        kind: state === 'Failed' ? 'failed' : 'canceled',
        differences,
        ...provisioningError(now.body),
      };
    if (unmet(now.body, step.verify).length > 0) return { kind: 'unverified', differences };
    return { kind: 'done', differences };
  }
  const changed = sameBasis(before, now);
  if (changed.length === 0 && now.eTag === order.sentETag) return { kind: 'repeat' };
  return { kind: 'stale', differences: changed };
}

/** What changed that the step did not mean to; Azure's own account of a failure is no such change. */
export const unmeant = (step: Step, before: Basis, now: Basis): readonly Difference[] =>
  unintended(before, now, clusterEdits(step)).filter(
    ({ path }) => !(path[0] === 'properties' && path[1] === 'status'),
  );

/** `provisioningState` in its usual spelling; a body that has none is at rest. */
export function stateOf(body: Json): string {
  const state = valueAt(body, ['properties', 'provisioningState']);
  if (typeof state !== 'string' || state === '') return 'Succeeded';
  return (
    ['Succeeded', 'Failed', 'Canceled'].find((one) => one.toLowerCase() === state.toLowerCase()) ?? state
  );
}

export const isBusy = (state: string): boolean => !['Succeeded', 'Failed', 'Canceled'].includes(state);

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
