import path from 'node:path';
import { machineClock } from '../../../src/host/node/clock.js';
import type { FileJournal, JournalPlace, JournalTurn } from '../../../src/host/node/journal.js';
import { thisMachine } from '../../../src/host/node/machine.js';
import { clusterId } from '../run-record.js';
import { temporaryFolder } from './process.js';

/** Journals of the sandbox in a temporary folder of their own. */
export interface JournalRig {
  readonly folder: string;
  readonly runs: string;
  readonly place: (given?: Partial<JournalPlace>) => JournalPlace;
  /** The right to write, which nobody else must hold. */
  readonly turnIn: (journal: FileJournal) => Promise<JournalTurn>;
  /** Where the run `run-1` of the test's cluster lies. */
  readonly fileOf: (journal: FileJournal) => string;
  readonly dispose: () => void;
}

export function journalRig(): JournalRig {
  const folder = temporaryFolder();
  const runs = path.join(folder.path, 'runs');
  return {
    folder: folder.path,
    runs,
    place: (given = {}) => ({
      folder: runs,
      locks: { folder: path.join(folder.path, 'locks'), machine: thisMachine(), clock: machineClock },
      world: 'sandbox',
      armHost: 'https://sandbox.aks-egress.invalid',
      ...given,
    }),
    turnIn: async (journal) => {
      const turn = await journal.take(clusterId);
      if (turn.kind === 'held') throw new Error(`held by ${turn.by}`);
      return turn;
    },
    fileOf: (journal) => path.join(runs, `sandbox.${journal.keyOf(clusterId)}.run-1.json`),
    dispose: () => folder.dispose(),
  };
}
