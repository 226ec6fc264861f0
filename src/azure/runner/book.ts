import type { RunEvent, RunRecord } from '../../core/run-record.js';
import type { Carrying, Clock, Held, Journal, Turn } from '../ports.js';
import { journalFailed } from './journal-failed.js';

/** An event before its time is known. */
export type Happening = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, 'atInMs'> : never) : never;

/** What is to be kept next. `operation: null` forgets the signed address. */
export interface Entry {
  readonly events: readonly Happening[];
  readonly operation?: RunRecord['operation'] | null;
  readonly basis?: RunRecord['basis'];
  readonly neighbours?: RunRecord['neighbours'];
  readonly found?: RunRecord['found'];
}

/**
 * One run's journal in use. It is written only under the cluster's lock: held for an act, or taken for one
 * entry. Whoever takes it reads the journal again first, so an entry is decided on what is really there.
 */
export interface Book {
  /** The newest that we know. */
  record(): RunRecord;
  /** Takes the lock for an act. */
  hold(options?: { readonly evenIfHeld?: boolean }): Promise<'held' | Held>;
  release(): Promise<void>;
  /** Becomes the one who carries the run on, until `close`; or says who does. */
  carry(options?: { readonly evenIfHeld?: boolean }): Promise<'carries' | Held>;
  /** True while nobody has taken that over. */
  carries(): Promise<boolean>;
  /** Lets go of everything. */
  close(): Promise<void>;
  /** Keeps an entry under the lock that is held. */
  add(entry: Entry): Promise<void>;
  /**
   * Keeps what `decide` makes of the newest record, taking the lock for that moment. Answers who holds it where
   * somebody else does, and `nothing` where `decide` finds nothing to keep.
   */
  note(decide: (record: RunRecord) => Entry | undefined): Promise<'kept' | 'nothing' | Held>;
  /** Reads the journal again, and tells whoever watches when another window wrote in it. */
  refresh(): Promise<void>;
}

export function openBook(order: {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly record: RunRecord;
  readonly onChange: (record: RunRecord) => void;
}): Book {
  const { clock } = order;
  const journal = journalFailed(order.journal);
  let record = order.record;
  let turn: Turn | undefined;
  let carrying: Carrying | undefined;

  const show = (next: RunRecord) => {
    record = next;
    order.onChange(next);
  };
  const refresh = async () => {
    const entry = await journal.read(record.runId);
    if (entry?.kind === 'record' && entry.record.events.length !== record.events.length) show(entry.record);
  };
  const release = async () => {
    const mine = turn;
    turn = undefined;
    await mine?.release();
  };
  const carries = async () => (await carrying?.holds()) === true;
  const write = async (entry: Entry, right: Turn) => {
    const next = written(record, entry, clock.now());
    await journal.write(next, right);
    show(next);
  };

  return {
    record: () => record,
    async hold(options) {
      if (turn !== undefined) return 'held';
      const taken = await asDecided((how) => journal.take(record.clusterId, how), options);
      if (taken.kind === 'held') return taken;
      turn = taken;
      await refresh();
      return 'held';
    },
    release,
    carries,
    async carry(options) {
      if (await carries()) return 'carries';
      const taken = await asDecided((how) => journal.carry(record.runId, how), options);
      if (taken.kind === 'held') return taken;
      carrying = taken;
      return 'carries';
    },
    async close() {
      await release();
      const mine = carrying;
      carrying = undefined;
      await mine?.release();
    },
    async add(entry) {
      if (turn === undefined) throw new Error('The journal is written only under the lock.');
      await write(entry, turn);
    },
    async note(decide) {
      if (turn !== undefined) {
        const entry = decide(record);
        if (entry !== undefined) await write(entry, turn);
        return entry === undefined ? 'nothing' : 'kept';
      }
      const taken = await journal.take(record.clusterId);
      if (taken.kind === 'held') return taken;
      try {
        await refresh();
        const entry = decide(record);
        if (entry !== undefined) await write(entry, taken);
        return entry === undefined ? 'nothing' : 'kept';
      } finally {
        await taken.release();
      }
    },
    refresh,
  };
}

/**
 * A person has decided about a lock that nobody could judge. Whoever holds it by now and lives keeps it: another
 * window may have taken it over first.
 */
async function asDecided<T extends { readonly kind: 'turn' }>(
  take: (how?: { readonly evenIfHeld: true }) => Promise<T | Held>,
  options: { readonly evenIfHeld?: boolean } = {},
): Promise<T | Held> {
  const seen = await take();
  const mayTake = seen.kind === 'held' && !seen.canBeJudged && options.evenIfHeld === true;
  return mayTake ? take({ evenIfHeld: true }) : seen;
}

function written(record: RunRecord, entry: Entry, atInMs: number): RunRecord {
  const { operation: before, ...rest } = record;
  const operation = entry.operation === undefined ? before : (entry.operation ?? undefined);
  return {
    ...rest,
    ...(operation === undefined ? {} : { operation }),
    ...(entry.basis === undefined ? {} : { basis: entry.basis }),
    ...(entry.neighbours === undefined ? {} : { neighbours: entry.neighbours }),
    ...(entry.found === undefined ? {} : { found: entry.found }),
    events: [...record.events, ...entry.events.map((event): RunEvent => ({ ...event, atInMs }))],
  };
}
