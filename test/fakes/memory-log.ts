import type { WriteLog } from '../../src/sandbox/ports.js';
import { tellUnknown } from './unknown-routes.js';

export interface MemoryLog extends WriteLog {
  /** What was appended so far, as a file would hold it. */
  readonly lines: readonly string[];
}

/** A log in memory, for one or several sandboxes: one at a time gets in, entries survive as text. */
export function memoryLog(lines: string[] = []): MemoryLog {
  let last: Promise<unknown> = Promise.resolve();
  const entries: unknown[] = [];

  /** Reads the lines that were not read yet; fewer lines than before mean another log. */
  function readTail(): void {
    if (lines.length < entries.length) entries.length = 0;
    for (const line of lines.slice(entries.length)) entries.push(JSON.parse(line) as unknown);
  }

  return {
    lines,
    exclusively(work) {
      const turn = last.then(async () => {
        readTail();
        return work({
          entries,
          append(entry) {
            tellUnknown(entry);
            lines.push(JSON.stringify(entry));
            readTail();
            return Promise.resolve();
          },
          clear() {
            lines.length = 0;
            entries.length = 0;
            return Promise.resolve();
          },
        });
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
