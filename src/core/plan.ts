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

/**
 * One change of the body at a path of keys: a value set, a key removed, members added to a list or dropped from it.
 * A list is only ever added to or dropped from where it may have got other members since the plan was made: those
 * stay. Anywhere inside a value may stand a `FromStep` (see core/from-step.ts) for what only an earlier step makes
 * known.
 */
export type Edit =
  | { readonly op: 'set'; readonly path: readonly string[]; readonly value: Json }
  | { readonly op: 'remove'; readonly path: readonly string[] }
  /** At the end, and none twice. */
  | { readonly op: 'add'; readonly path: readonly string[]; readonly values: readonly Json[] }
  /** Never the last ones: what is left empty of authorized ranges lets everybody in. */
  | { readonly op: 'drop'; readonly path: readonly string[]; readonly values: readonly Json[] };

/** What must hold of the body at a step's `resourceId` for the step to count as done. */
export type Expectation =
  | { readonly kind: 'equals'; readonly path: readonly string[]; readonly value: Json }
  | { readonly kind: 'includesAll'; readonly path: readonly string[]; readonly values: readonly Json[] }
  | { readonly kind: 'excludesAll'; readonly path: readonly string[]; readonly values: readonly Json[] }
  | { readonly kind: 'notEmpty'; readonly path: readonly string[] }
  | { readonly kind: 'gone'; readonly path: readonly string[] };

/** What a step sends, told apart by what it changes. */
export type Send = ClusterPut | NetworkPut | NetworkDelete | Register | Reimage;

/**
 * A PUT of the whole cluster body with these edits and no others. Its version may differ from that of the
 * plan's basis, because it depends on the target: the basis is compared at its own version first, then the body
 * of a GET at this version is sent with the edits.
 */
export interface ClusterPut {
  readonly kind: 'cluster';
  readonly method: 'PUT';
  readonly resourceId: string;
  readonly apiVersion: string;
  readonly edits: readonly Edit[];
}

/**
 * A PUT of one of the cluster's neighbours: public IP, prefix, NAT gateway, route table, route, subnet. What is
 * there is read, edited and sent back whole under its eTag; what is not there is made of `create` with the edits.
 */
export interface NetworkPut {
  readonly kind: 'network';
  readonly method: 'PUT';
  readonly resourceId: string;
  readonly apiVersion: string;
  readonly edits: readonly Edit[];
  /** The body to make it of. With it the step expects that nothing is there; without it, that something is. */
  readonly create?: Json;
  /** The resource's eTag when the plan was made. */
  readonly etag?: string;
}

/** The removal of a neighbour, under its eTag. */
export interface NetworkDelete {
  readonly kind: 'network';
  readonly method: 'DELETE';
  readonly resourceId: string;
  readonly apiVersion: string;
  readonly etag?: string;
}

/** POST `<resourceId>/register`: a preview feature of AKS, or its resource provider. Takes minutes. */
export interface Register {
  readonly kind: 'register';
  readonly method: 'POST';
  readonly resourceId: string;
  readonly apiVersion: string;
}

/**
 * POST `<pool>/upgradeNodeImageVersion`: every node of a pool is made anew, from the newest image. It sends no body and
 * takes no eTag, so the cluster and each of its pools are compared before. What verifies it is said of the pool.
 */
export interface Reimage {
  readonly kind: 'reimage';
  readonly method: 'POST';
  /** Of the pool. */
  readonly resourceId: string;
  readonly apiVersion: string;
}

/** One act of a plan: what it sends, why, how it is verified, how it is undone. */
export interface Step {
  readonly id: string;
  readonly title: Message;
  readonly why: Message;
  readonly send: Send;
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
