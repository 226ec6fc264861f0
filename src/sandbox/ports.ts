/** What the sandbox needs of the machine around it. It imports nothing of ours, so that it can check what we do. */
export interface SandboxPorts {
  readonly log: WriteLog;
  readonly wallClock: WallClock;
}

export interface WallClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with an AbortError when the signal aborts. */
  sleep(delayInMs: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The sandbox's whole state: a head (scenario, seed, start, factor) and then every write received, with its
 * verdict, and every fault, as JSON entries. Two windows that share a log see one Azure.
 */
export interface WriteLog {
  /** Runs `work` while no other window does. `entries` is all that was appended so far, by anybody. */
  exclusively<T>(work: (log: OpenLog) => Promise<T>): Promise<T>;
}

export interface OpenLog {
  readonly entries: readonly unknown[];
  /** Flushed before it resolves. */
  append(entry: object): Promise<void>;
  /** Forgets everything: what is appended next is a new head. */
  clear(): Promise<void>;
}
