import type { RunRecord } from '../core/run-record.js';

/** What Azure code needs of the machine around it; whoever uses a port declares it. */
export interface AzurePorts {
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Where requests go instead of the network: the sandbox. Undefined means the network. */
  readonly transport?: (request: Request) => Promise<Response>;
  /** False turns every write off (`aksEgress.allowChanges`); asked before each one. */
  readonly mayWrite: () => boolean;
  /** SHA-256 of a text, as lower-case hex. */
  readonly digest: (text: string) => Promise<string>;
  /** A new id for a run. */
  readonly newId: () => string;
  /** One line for the log; never a token, never an operation's URL. */
  readonly log: (line: string) => void;
}

/** The accounts and tenants that a person can act as. No token is stored anywhere else. */
export interface Sessions {
  /** Silent; an empty list means signed out. */
  accounts(): Promise<readonly Account[]>;
  /** Prompts; only ever called from a person's own act. */
  signIn(tenantId?: string): Promise<void>;
  /**
   * A bearer token for one tenant. `claims` is a decoded claims challenge. A person is asked only where `mayPrompt`
   * says that this follows their own act (a change that they have confirmed).
   * Throws an error named SignInNeeded when only a prompt could give one.
   */
  token(want: {
    readonly accountId: string;
    readonly tenantId: string;
    readonly scopes: readonly string[];
    readonly claims?: string;
    readonly mayPrompt?: boolean;
    readonly fresh?: boolean;
    readonly signal?: AbortSignal;
  }): Promise<{ readonly token: string; readonly expiresAtInMs: number }>;
}

export interface Account {
  readonly id: string;
  readonly label: string;
  /** Known tenants; when undefined they are asked of Azure. */
  readonly tenantIds?: readonly string[];
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with an AbortError when the signal aborts. */
  sleep(delayInMs: number, signal?: AbortSignal): Promise<void>;
}

/** Where runs are kept, and the right to write: one file per run, one lock per cluster and turn. */
export interface Journal {
  /** Every record, or only those that have not ended; an unreadable one is told by its key. Own world only. */
  list(options?: { readonly onlyOpen?: boolean }): Promise<readonly JournalEntry[]>;
  read(runId: string): Promise<JournalEntry | undefined>;
  /** Written beside, flushed, renamed into place. Rejects when it could not be kept. */
  write(record: RunRecord, turn: Turn): Promise<void>;
  /** Takes the cluster's lock, or says who holds it. `evenIfHeld` is a person's own decision. */
  take(clusterId: string, options?: { readonly evenIfHeld?: boolean }): Promise<Turn | Held>;
  /**
   * Becomes the one who carries a confirmed run on from step to step, or says who does. It gives no right to write:
   * it only tells other windows that they need not ask the person whether to go on.
   */
  carry(runId: string, options?: { readonly evenIfHeld?: boolean }): Promise<Carrying | Held>;
  /**
   * Puts a run that cannot be read out of the way, under its cluster's lock: kept beside, never deleted. A run that
   * can be read (by now) stays where it is. Answers who holds the lock, where somebody does.
   */
  setAside(runId: string, options?: { readonly evenIfHeld?: boolean }): Promise<'done' | Held>;
  /** The key under which an unreadable run names its cluster. */
  keyOf?(clusterId: string): string;
}

export type JournalEntry =
  | { readonly kind: 'record'; readonly record: RunRecord }
  | {
      readonly kind: 'unreadable';
      readonly runId: string;
      readonly clusterKey: string;
      readonly because: 'version' | 'damaged';
    };

/** The right to write for one cluster. */
export interface Turn {
  readonly kind: 'turn';
  readonly clusterId: string;
  release(): Promise<void>;
}

/** Held as long as a start or an answer is under way, by a process that others can see to be alive. */
export interface Carrying {
  readonly kind: 'turn';
  /** False once somebody took over. */
  holds(): Promise<boolean>;
  release(): Promise<void>;
}

/** The lock is another's: a living process on this machine, or one that cannot be judged from here. */
export interface Held {
  readonly kind: 'held';
  readonly by: string;
  readonly ageInMs: number;
  readonly canBeJudged: boolean;
}

/** Which Azure: hosts and audience. */
export interface Cloud {
  readonly name: string;
  /** `https://management.azure.com`, without a slash at the end. */
  readonly resourceManager: string;
  readonly scopes: readonly string[];
  readonly portal: string;
}
