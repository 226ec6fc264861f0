import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { machineClock } from '../../src/host/node/clock.js';
import { createJournal } from '../../src/host/node/journal.js';
import { runsFolder } from '../../src/host/node/run-files.js';
import type { MortalJournal } from './memory-journal.js';

/** The product's own journal on a folder, for several windows that can each die as a process does. */
export function folderJournals(storage: string, armHost: string) {
  const dead = new Set<number>();
  const folder = runsFolder(storage);
  let windows = 0;

  function open(): MortalJournal {
    const pid = (windows += 1);
    const machine = {
      host: 'this machine',
      boot: 'this boot',
      pid,
      began: undefined,
      mayLive: (one: number) => !dead.has(one),
    };
    const locks = { folder: path.join(storage, 'locks'), machine, clock: machineClock };
    const real = createJournal({ folder, locks, world: 'sandbox', armHost });
    const check = (): void => {
      if (dead.has(pid)) throw new Error('this window is gone');
    };
    // A process that is gone lets nothing go: its lock stays as it was.
    const mortal = <T extends { release(): Promise<void> }>(taken: T): T => ({
      ...taken,
      release: () => (dead.has(pid) ? Promise.resolve() : taken.release()),
    });
    const journal: MortalJournal = {
      onWrite: () => undefined,
      onKept: () => undefined,
      die: () => void dead.add(pid),
      list: (options) => real.list(options),
      read: (runId) => real.read(runId),
      keyOf: (clusterId) => real.keyOf(clusterId),
      setAside: (runId, options) => {
        check();
        return real.setAside(runId, options);
      },
      async write(record, turn) {
        check();
        journal.onWrite(record);
        await real.write(record, turn);
        journal.onKept(record);
      },
      async take(clusterId, options) {
        check();
        const taken = await real.take(clusterId, options);
        return taken.kind === 'held' ? taken : mortal(taken);
      },
      async carry(runId, options) {
        check();
        const taken = await real.carry(runId, options);
        return taken.kind === 'held' ? taken : mortal(taken);
      },
    };
    return journal;
  }

  const filesOf = (ending: RegExp): readonly string[] =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => ending.test(name))
      .map((name) => path.join(folder, name));
  const tear = (file: string, share: number): void => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * share)));
  };

  return {
    open,
    /** Cuts the newest generation of each unfinished run, and the one before too where nothing is to be left. */
    tear(share: number, also: 'onlyTheNewest' | 'theOneBeforeToo'): boolean {
      const files = filesOf(also === 'onlyTheNewest' ? /[.]json$/ : /[.]json([.]bak)?$/);
      for (const file of files) tear(file, share);
      return files.length > 0;
    },
  };
}

export type FolderJournals = ReturnType<typeof folderJournals>;
