import type { Json } from './json.js';
import type { Basis, Plan } from './plan.js';
import type { Refusal } from './refusal.js';

/** One difference between two bodies, at a path of keys and indexes. */
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly before?: Json;
  readonly after?: Json;
}

/**
 * How a step or a run ended. `stale`: what it was to change is not as planned, found by our own look before sending,
 * by Azure's refusal (then `azure` is there), or after an answer that never came (then it was `lost` before).
 */
export type StepEnd = 'succeeded' | 'failed' | 'canceled' | 'refused' | 'unverified' | 'stale';

/**
 * Why a step waits. `settling`: what the step before it changed is not applied everywhere yet. `slow`: Azure has
 * taken it, and takes minutes for it as a rule. `denied`: what the step changes may not be read now.
 */
export type WaitingReason = 'throttled' | 'offline' | 'busy' | 'signIn' | 'settling' | 'slow' | 'denied';

/** What a running plan has done, as it happened. Times are milliseconds since 1970. */
export type RunEvent = { readonly atInMs: number } & (
  | { readonly kind: 'started' }
  | { readonly kind: 'reading'; readonly stepId: string }
  /** Written and flushed before the request leaves. */
  | { readonly kind: 'sending'; readonly stepId: string; readonly eTag?: string }
  | {
      readonly kind: 'accepted';
      readonly stepId: string;
      readonly status: number;
      readonly requestId?: string;
      readonly correlationId?: string;
      /** Pools whose eTag in the answer is not the one that was read: somebody changed them in between. */
      readonly differences?: readonly Difference[];
    }
  /** Azure's own progress word. */
  | { readonly kind: 'progress'; readonly stepId: string; readonly status: string }
  | {
      readonly kind: 'waiting';
      readonly stepId: string;
      readonly reason: WaitingReason;
      readonly untilInMs?: number;
      readonly azure?: Refusal;
    }
  /** The answer did not reach us; the step is judged by its own verification. */
  | { readonly kind: 'lost'; readonly stepId: string; readonly azure?: Refusal }
  | {
      readonly kind: 'stepEnded';
      readonly stepId: string;
      readonly end: StepEnd;
      readonly azure?: Refusal;
      /** What changed that we did not mean to change (succeeded), or what had changed before (stale). */
      readonly differences?: readonly Difference[];
    }
  | { readonly kind: 'detached' }
  | { readonly kind: 'resumed' }
  /** After a resume the next step waits for the person's Continue; so does a repeat of an unanswered one. */
  | { readonly kind: 'asked'; readonly question: 'continue' | 'repeat'; readonly stepId: string }
  | { readonly kind: 'answered'; readonly question: 'continue' | 'repeat'; readonly yes: boolean }
  | { readonly kind: 'abortRequested' }
  | { readonly kind: 'abortAnswered'; readonly azure?: Refusal }
  | {
      readonly kind: 'ended';
      readonly end: StepEnd | 'sandboxReset' | 'givenUp';
      readonly outboundType?: string;
      readonly addresses?: readonly string[];
    }
);

/** A value that a step's verified body made known, or (`as`) the addresses of the resources that it names there. */
export interface Found {
  readonly stepId: string;
  readonly path: readonly (string | number)[];
  readonly as?: 'addresses';
  readonly value: Json;
}

/** A run's journal: enough to resume after a kill, and to show later what was done. One file per run. */
export interface RunRecord {
  readonly version: 1;
  readonly runId: string;
  readonly world: 'azure' | 'sandbox';
  readonly cloud: string;
  readonly armHost: string;
  readonly account: string;
  readonly tenantId: string;
  readonly clusterId: string;
  readonly clusterName: string;
  readonly plan: Plan;
  readonly digest: string;
  readonly before: {
    readonly body: Json;
    readonly outboundType: string;
    readonly addresses: readonly string[];
    /** Of what steps change beside the cluster, as far as it was read: bodies by lower-cased id. */
    readonly network?: Readonly<Record<string, Json>>;
  };
  /** The newest GET that a step was sent from, or that verified one: what the next is compared against. */
  readonly basis?: Basis;
  /** The same for what steps change beside the cluster, by lower-cased id. Its body is null where nothing is. */
  readonly neighbours?: Readonly<Record<string, Basis>>;
  /** What later steps take from the verified bodies of earlier ones (see from-step.ts). */
  readonly found?: readonly Found[];
  /** Signed; kept only until the operation ends, never logged or exported. */
  readonly operation?: { readonly stepId: string; readonly url: string };
  readonly events: readonly RunEvent[];
}
