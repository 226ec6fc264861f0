import type { ClusterListing, ListingProblem } from '../../core/inventory.js';
import type { Message } from '../../core/message.js';
import type { OutboundType } from '../../core/outbound-type.js';
import type { OpenedCluster } from '../opened-cluster.js';

/** A row's picture: one of our own for an outbound type, one of VS Code's for the rest. */
export type RowIcon =
  | { readonly kind: 'outboundType'; readonly type: OutboundType | 'unknown' }
  | { readonly kind: 'theme'; readonly name: string; readonly color?: string };

/** One row of the tree as plain data. Children are rows, or `cluster` where they are read when the row opens. */
export interface Row {
  /** Stable from reading to reading, so that open rows stay open. */
  readonly id: string;
  /** A name as Azure has it, or words of ours. */
  readonly label: string | Message;
  readonly description?: Message;
  readonly icon: RowIcon;
  /** `contextValue`, by which package.json gives the row its menu. */
  readonly context: string;
  readonly tooltip?: Message;
  /** For a screen reader: the whole row as one sentence, where label and description do not say it. */
  readonly spoken?: Message;
  readonly children: readonly Row[] | 'cluster' | 'none';
  readonly startsOpen?: boolean;
  readonly cluster?: ClusterRow;
  readonly problem?: RowProblem;
  /** What "Copy" takes from this row. */
  readonly address?: string;
}

export interface ClusterRow {
  readonly listing: ClusterListing;
  readonly opened: OpenedCluster;
}

export interface RowProblem {
  readonly problem: ListingProblem;
  readonly tenantId?: string;
}
