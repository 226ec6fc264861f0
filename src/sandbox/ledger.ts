import { readEntry, readHead, type Entry, type Head } from './log-entry.js';
import type { OpenLog, SandboxPorts } from './ports.js';
import { sandboxTime, type Anchor } from './sandbox-time.js';
import type { Scenario } from './scenarios/scenario.js';
import type { Azure } from './state/azure.js';
import { applyEntry, beginAzure } from './state/fold.js';
import { settle } from './state/settle.js';
import type { Answer } from './wire/answer.js';

export interface Beginning {
  readonly scenario: string;
  readonly seed?: number;
  readonly factor?: number;
}

/** What somebody sees who holds the log's lock. */
export interface Moment {
  readonly azure: Azure;
  readonly nowInMs: number;
  /** Keeps an entry, then applies it; Azure's answer to an accepted write. Rejects, and changes nothing, when it could not be kept. */
  readonly keep: (entry: Entry) => Promise<Answer | undefined>;
}

/** The log and what it has come to. */
export interface Ledger {
  /** Where sandbox time stands, as last seen. */
  anchorNow(): Anchor | undefined;
  during<T>(work: (moment: Moment) => Promise<T>): Promise<T>;
  read<T>(look: (moment: Moment) => T): Promise<T>;
  write(entryAt: (moment: Moment) => Entry): Promise<void>;
  reset(beginning: Beginning): Promise<void>;
}

/** Factor of a new sandbox: an update of two minutes takes six seconds. */
export const defaultFactor = 2;
const defaultSeed = 2026;

/** A wall clock that is this much behind what was seen went back; less is the difference of two windows. */
const wentBackInMs = 1_000;

export function createLedger(
  ports: SandboxPorts,
  scenarios: readonly Scenario[],
  beginning: Beginning,
): Ledger {
  let azure: Azure | undefined;
  let folded = 0;

  function headFor(wanted: Beginning, generation: number): Head {
    return {
      kind: 'head',
      version: 1,
      generation,
      scenario: wanted.scenario,
      seed: wanted.seed ?? defaultSeed,
      factor: wanted.factor !== undefined && wanted.factor > 0 ? wanted.factor : defaultFactor,
      startedAtInMs: ports.wallClock.now(),
    };
  }

  const scenarioOf = (name: string): Scenario | undefined => scenarios.find((one) => one.name === name);

  /** The head of a usable log; an empty, strange or outdated one begins anew. */
  async function headOf(log: OpenLog): Promise<Head> {
    const head = readHead(log.entries[0]);
    if (head !== undefined && scenarioOf(head.scenario) !== undefined) return head;
    const generation = head === undefined ? 1 : head.generation + 1;
    const wanted =
      scenarioOf(beginning.scenario) === undefined
        ? { ...beginning, scenario: scenarios[0]?.name ?? '' }
        : beginning;
    if (log.entries.length > 0) await log.clear();
    const fresh = headFor(wanted, generation);
    await log.append(fresh);
    return fresh;
  }

  function foldTail(head: Head, entries: readonly unknown[]): Azure {
    const isSame =
      azure !== undefined && JSON.stringify(azure.head) === JSON.stringify(head) && folded <= entries.length;
    if (azure === undefined || !isSame) {
      azure = beginAzure(head, scenarioOf(head.scenario)?.data(head.seed));
      folded = 1;
    }
    for (const value of entries.slice(folded)) {
      const entry = readEntry(value);
      if (entry !== undefined) applyEntry(azure, entry);
      folded += 1;
    }
    return azure;
  }

  const during: Ledger['during'] = (work) =>
    ports.log.exclusively(async (log) => {
      const head = await headOf(log);
      const now = foldTail(head, log.entries);
      const keep: Moment['keep'] = async (entry) => {
        await log.append(entry);
        folded += 1;
        return applyEntry(now, entry);
      };
      const wallInMs = ports.wallClock.now();
      const behindInMs = now.settledToInMs - sandboxTime(now.anchor, wallInMs);
      if (behindInMs > now.anchor.factor * wentBackInMs)
        await keep({ kind: 'clock', atInMs: now.settledToInMs, wallInMs });
      const nowInMs = Math.max(sandboxTime(now.anchor, wallInMs), now.settledToInMs);
      settle(now, nowInMs);
      return work({ azure: now, nowInMs, keep });
    });

  return {
    during,
    anchorNow: () => azure?.anchor,
    read: (look) => during((moment) => Promise.resolve(look(moment))),
    write: (entryAt) =>
      during(async (moment) => {
        await moment.keep(entryAt(moment));
      }),
    reset: (wanted) =>
      ports.log.exclusively(async (log) => {
        if (scenarioOf(wanted.scenario) === undefined)
          throw new RangeError(`There is no scenario '${wanted.scenario}'.`);
        const generation = (readHead(log.entries[0])?.generation ?? 0) + 1;
        await log.clear();
        const head = headFor(wanted, generation);
        await log.append(head);
        azure = undefined;
        foldTail(head, [head]);
      }),
  };
}
