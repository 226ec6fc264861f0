import path from 'node:path';
import { machineClock } from './clock.js';
import { createJournal, type FileJournal } from './journal.js';
import { thisMachine } from './machine.js';
import { runsFolder } from './run-files.js';
import { createFileLog, type FileLog } from './sandbox-log.js';

/** What lies under the extension's global storage folder: shared by all windows of this machine. */
export interface Places {
  journal(world: 'azure' | 'sandbox', armHost: string): FileJournal;
  sandboxLog(): FileLog;
}

export function placesUnder(storage: string): Places {
  const runs = runsFolder(storage);
  const machine = thisMachine();
  const locks = { folder: path.join(storage, 'locks'), machine, clock: machineClock };
  const sandbox = path.join(storage, 'sandbox');
  return {
    journal: (world, armHost) => createJournal({ folder: runs, locks, world, armHost }),
    sandboxLog: () => createFileLog(path.join(sandbox, 'log.jsonl'), { ...locks, folder: sandbox }),
  };
}
