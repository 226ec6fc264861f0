import type { Held, Journal, JournalEntry, Turn } from '../../src/azure/ports.js';
import type { RunRecord } from '../../src/core/run-record.js';

/** What several windows share: the kept texts, and who holds which cluster. */
export interface JournalStore {
  readonly kept: Map<string, string>;
  readonly holders: Map<string, { readonly window: string; readonly turn: number }>;
  /** Unreadable texts that a person has decided about. */
  readonly aside: Map<string, string>;
}

export const journalStore = (): JournalStore => ({ kept: new Map(), holders: new Map(), aside: new Map() });

/** A window's journal, with a death of its own. */
export interface MortalJournal extends Journal {
  /** Called with each record before it is kept; throwing is a disk that refuses or a process that dies. */
  onWrite: (record: RunRecord) => void;
  /** Called after it is kept; throwing is a process that dies right then. */
  onKept: (record: RunRecord) => void;
  /** The window is gone: its locks can be taken over unasked, unless its machine is gone too. */
  die(how?: 'withItsMachine'): void;
}

/**
 * The journal in memory, one for each window over one store. As the real one it keeps text, so that a record
 * read back is never the object that was written, and refuses to write without the lock.
 */
export function memoryJournal(store: JournalStore, window = 'window 1'): MortalJournal {
  let dead = false;
  const dying = 'gone';
  const key = (clusterId: string) => clusterId.toLowerCase();

  function takeTurn(
    clusterId: string,
    options?: { readonly evenIfHeld?: boolean },
  ): Promise<NumberedTurn | Held> {
    if (dead) return Promise.reject(new Error('this window is gone'));
    const holder = store.holders.get(key(clusterId));
    const isFree = holder === undefined || holder.window === '' || holder.window === dying;
    if (!isFree && options?.evenIfHeld !== true)
      return Promise.resolve({
        kind: 'held',
        by: holder.window,
        ageInMs: 1000,
        canBeJudged: !holder.window.includes('another machine'),
      });
    const number = (holder?.turn ?? 0) + 1;
    store.holders.set(key(clusterId), { window, turn: number });
    const turn: NumberedTurn = {
      kind: 'turn',
      clusterId,
      number,
      holds: () => Promise.resolve(store.holders.get(key(clusterId))?.turn === number),
      release: () => {
        if (!dead && store.holders.get(key(clusterId))?.turn === number)
          store.holders.set(key(clusterId), { window: '', turn: number });
        return Promise.resolve();
      },
    };
    return Promise.resolve(turn);
  }

  const journal: MortalJournal = {
    onWrite: () => undefined,
    onKept: () => undefined,
    die: (how) => {
      dead = true;
      const left = how === undefined ? dying : 'another machine, for all that anybody knows';
      for (const [cluster, holder] of store.holders)
        if (holder.window === window) store.holders.set(cluster, { ...holder, window: left });
    },
    list: (options) =>
      Promise.resolve(
        [...store.kept.keys()]
          .map((runId) => entryOf(store, runId))
          .filter(
            (entry) => options?.onlyOpen !== true || entry.kind === 'unreadable' || !hasEnded(entry.record),
          ),
      ),
    read: (runId) => Promise.resolve(store.kept.has(runId) ? entryOf(store, runId) : undefined),
    keyOf: key,
    async setAside(runId, options) {
      const entry = await journal.read(runId);
      if (entry?.kind !== 'unreadable') return 'done';
      const taken = await journal.take(entry.clusterKey, options);
      if (taken.kind === 'held') return taken;
      store.aside.set(runId, store.kept.get(runId) ?? '');
      store.kept.delete(runId);
      await taken.release();
      return 'done';
    },
    write: (record, turn) =>
      // What throws in here rejects, as in the real one.
      new Promise((resolve) => {
        if (dead) throw new Error('this window is gone');
        const holder = store.holders.get(key(record.clusterId));
        if (holder === undefined || !('number' in turn) || turn.number !== holder.turn)
          throw Object.assign(new Error('taken over'), { name: 'TurnLost' });
        journal.onWrite(record);
        store.kept.set(record.runId, JSON.stringify(record));
        journal.onKept(record);
        resolve();
      }),
    carry: (runId, options) => takeTurn(`carrying ${runId}`, options),
    take: takeTurn,
  };
  return journal;
}

interface NumberedTurn extends Turn {
  readonly number: number;
  holds(): Promise<boolean>;
}

const hasEnded = ({ events }: RunRecord): boolean => events.some(({ kind }) => kind === 'ended');

function entryOf(store: JournalStore, runId: string): JournalEntry {
  const text = store.kept.get(runId) ?? '';
  try {
    const record = JSON.parse(text) as RunRecord | { readonly version: unknown; readonly clusterId?: string };
    if (record.version === 1) return { kind: 'record', record: record as RunRecord };
    // What another version holds is not known.
    const clusterKey = record.clusterId?.toLowerCase() ?? '';
    return { kind: 'unreadable', runId, clusterKey, because: 'version' };
  } catch {
    return { kind: 'unreadable', runId, clusterKey: text.toLowerCase(), because: 'damaged' };
  }
}
