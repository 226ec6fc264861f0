import type { Inventory, ListingProblem } from '../core/inventory.js';
import type { ClusterReading } from '../core/reading.js';
import type { Answered, RunListing, RunOutcome, StartOrder } from '../core/run-outcome.js';
import type { RunRecord } from '../core/run-record.js';
import type { Part } from '../core/surroundings-wanted.js';
import type { Surroundings } from '../core/surroundings.js';

/**
 * What the host needs of Azure; azure/ fits by shape, extension.ts joins the two.
 * Every call stops waiting when its signal aborts; stopping to wait never stops Azure's work.
 */
export interface World {
  readonly kind: 'azure' | 'sandbox';
  /** `https://portal.azure.com`, undefined for the sandbox. */
  readonly portal?: string;
  isSignedIn(): Promise<boolean>;
  /** Prompts. */
  signIn(tenantId?: string): Promise<void>;
  inventory(signal: AbortSignal): Promise<Inventory>;
  /** All facts and the basis of a plan, by fresh GETs. Rejects with a `Trouble`. */
  read(cluster: ClusterAddress, signal: AbortSignal): Promise<ClusterReading>;
  /** What stands around a cluster whose facts were read: only the wanted parts. What is denied is unknown in its place. */
  around(
    reading: Pick<ClusterReading, 'facts' | 'tenantId'>,
    parts: readonly Part[],
    signal: AbortSignal,
  ): Promise<Surroundings>;
  readonly runner: Runner;
}

/** What the settings choose. None where the choice is not understood: no Azure is better than a wrong one. */
export type WorldChoice = World['kind'] | 'none';

export interface ClusterAddress {
  readonly id: string;
  readonly tenantId: string;
}

/** What `read`, `inventory` and the runner reject with when it is Azure's doing and a person can act. */
export interface Trouble extends Error {
  readonly name: 'Trouble';
  readonly problem: ListingProblem;
}

/** Runs plans and keeps their journal. `onChange` gets the record after each event was kept. */
export interface Runner {
  /** Takes the cluster's lock, compares, writes the journal, acts. Resolves when the run ended or waits. */
  start(order: StartOrder, watch: Watch): Promise<RunOutcome>;
  /** Judges an unfinished run and goes on watching it; never sends by itself. */
  resume(runId: string, watch: Watch, options?: { readonly evenIfHeld?: boolean }): Promise<RunOutcome>;
  /**
   * The person's answer to the run's open question (continue with the next step, repeat an unanswered one). Where
   * another one is open by now nothing is done: the outcome is `open`, with the record that tells which.
   */
  answer(runId: string, answered: Answered, watch: Watch): Promise<RunOutcome>;
  /** Asks Azure to abort the cluster's latest operation. The run goes on watching until Azure has ended it. */
  abort(runId: string): Promise<void>;
  /** Ends a run in the journal without touching Azure; nobody needs to be signed in for it. */
  giveUp(runId: string): Promise<void>;
  records(): Promise<readonly RunListing[]>;
}

export interface Watch {
  /** Aborting it detaches: we stop watching, Azure goes on. */
  readonly signal: AbortSignal;
  readonly onChange: (record: RunRecord) => void;
}
