import type { ClusterListing, ListingProblem } from '../../core/inventory.js';
import type { Message } from '../../core/message.js';
import type { OutboundType } from '../../core/outbound-type.js';

/** What reading a cluster has brought: kept until the row is refreshed. */
export type Look =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly summary: Summary }
  | { readonly kind: 'failed'; readonly problem: ListingProblem };

/** A read cluster in words: how its packets leave, and as whom. */
export interface Summary {
  readonly readAtInMs: number;
  /** What the overview tells, too, and may tell too late. */
  readonly seen: Partial<
    Pick<ClusterListing, 'provisioningState' | 'powerState' | 'loadBalancerSku' | 'kubernetesVersion'>
  >;
  readonly declared: {
    readonly name: Message;
    readonly short: Message;
    readonly code: string;
    readonly icon: OutboundType | 'unknown';
  };
  readonly pools: readonly PoolSummary[] | Unreadable;
  readonly addresses: readonly AddressSummary[] | Unreadable;
  readonly services: readonly { readonly name: string; readonly address: string }[];
  readonly network?: Message;
}

/** A part that could not be read, with the reason. */
export interface Unreadable {
  readonly because: Message;
}

export interface PoolSummary {
  readonly name: string;
  readonly nodes: Message;
  readonly path: Message;
  readonly icon: OutboundType | 'unknown';
  readonly addresses: readonly string[];
  readonly isKnown: boolean;
  /** False where packets leave another way than the declared type says. */
  readonly isAsDeclared: boolean;
}

export interface AddressSummary {
  readonly address: string;
  readonly owner: Message;
  readonly usedBy: readonly string[];
}

export const isUnreadable = (part: readonly unknown[] | Unreadable): part is Unreadable => 'because' in part;
