import type { Json } from './json.js';
import type { Message } from './message.js';
import type { Target } from './target.js';
import type { TargetKey } from './outbound-type.js';

/** A fresh GET of the cluster at the version that the plan writes with: what a PUT is compared against. */
export interface Basis {
  readonly apiVersion: string;
  readonly eTag?: string;
  /** The whole body, as Azure sent it. */
  readonly body: Json;
  /** Each pool's eTag by pool name: a cluster's eTag does not move when a pool changes. */
  readonly poolETags: Readonly<Record<string, string>>;
}

/** One change of the body: a value set or a key removed at a path of keys. */
export type Edit =
  | { readonly op: 'set'; readonly path: readonly string[]; readonly value: Json }
  | { readonly op: 'remove'; readonly path: readonly string[] };

/** What must hold of the cluster's body for a step to count as done. */
export type Expectation =
  | { readonly kind: 'equals'; readonly path: readonly string[]; readonly value: Json }
  | { readonly kind: 'includesAll'; readonly path: readonly string[]; readonly values: readonly Json[] }
  | { readonly kind: 'excludesAll'; readonly path: readonly string[]; readonly values: readonly Json[] }
  | { readonly kind: 'notEmpty'; readonly path: readonly string[] }
  | { readonly kind: 'gone'; readonly path: readonly string[] };

/** One act of a plan: what it sends, why, how it is verified, how it is undone. */
export interface Step {
  readonly id: string;
  readonly title: Message;
  readonly why: Message;
  /**
   * A PUT of the whole cluster body with these edits and no others. Its version may differ from that of the
   * plan's basis, because it depends on the target: compare the basis at the basis's own version first, then
   * GET at this version and send that body with the edits.
   */
  readonly send: {
    readonly method: 'PUT';
    readonly resourceId: string;
    readonly apiVersion: string;
    readonly edits: readonly Edit[];
  };
  readonly verify: readonly Expectation[];
  readonly undo: Message;
  readonly interruption: Message;
  /** True for the act after which packets leave another way. */
  readonly isCutOver: boolean;
  /** Milliseconds from the verified end until Azure has applied it everywhere: the next step waits that long. */
  readonly settleTimeInMs?: number;
}

/** Ordered steps from today's outbound type to the target. Shown whole, then confirmed by its digest. */
export interface Plan {
  readonly version: 1;
  readonly clusterId: string;
  readonly clusterName: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly from: { readonly outboundType: string; readonly key?: TargetKey };
  readonly target: Target;
  readonly steps: readonly Step[];
  /** The basis without its body, and the body's digest: another body is another plan. */
  readonly basis: {
    readonly apiVersion: string;
    readonly eTag?: string;
    readonly bodyDigest: string;
    readonly poolETags: Readonly<Record<string, string>>;
  };
  /** What is untouched, by name and address. */
  readonly stays: readonly Message[];
  /** The way back, or that there is none. */
  readonly wayBack: { readonly exists: boolean; readonly message: Message };
  /** The typed cluster name is asked for before it may start. */
  readonly needsTypedName: boolean;
}
