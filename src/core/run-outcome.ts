import type { Plan } from './plan.js';
import type { ClusterReading } from './reading.js';
import type { RunRecord } from './run-record.js';

/** What a run is started with: the plan that was shown and confirmed, and the reading it was made from. */
export interface StartOrder {
  readonly plan: Plan;
  readonly digest: string;
  readonly reading: ClusterReading;
  readonly addressesBefore: readonly string[];
  /** A person decided to take over a lock that could not be judged (`held` with `canBeJudged` false). */
  readonly evenIfHeld?: boolean;
}

/** A person's answer to a run's question, which it names: another one may be open by now. */
export interface Answered {
  readonly question: 'continue' | 'repeat';
  readonly stepId: string;
  readonly yes: boolean;
  /** A person decided to take over a lock that could not be judged (`held` with `canBeJudged` false). */
  readonly evenIfHeld?: boolean;
}

/** How a watched run came back to us. */
export type RunOutcome =
  | { readonly kind: 'ended'; readonly record: RunRecord }
  /** A question is open (see the record's last `asked`), or the run was detached. */
  | { readonly kind: 'open'; readonly record: RunRecord }
  /** Another window or machine holds the cluster; nothing was sent. */
  | { readonly kind: 'held'; readonly by: string; readonly ageInMs: number; readonly canBeJudged: boolean };

/** One run of the journal, or what is left of it. */
export type RunListing =
  | { readonly kind: 'record'; readonly record: RunRecord }
  | {
      readonly kind: 'unreadable';
      readonly runId: string;
      readonly clusterKey: string;
      readonly because: 'version' | 'damaged';
    };
