import type { Refusal } from '../../core/refusal.js';
import type { Difference } from '../../core/run-record.js';

/** What a fresh body of the thing that a step changes says about the step. */
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
