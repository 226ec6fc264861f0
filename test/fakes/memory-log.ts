import type { WriteLog } from '../../src/sandbox/ports.js';

export interface MemoryLog extends WriteLog {
  /** What was appended so far, as a file would hold it. */
  readonly lines: readonly string[];
}

/** A log in memory, for one or several sandboxes: one at a time gets in, entries survive as text. */
export function memoryLog(lines: string[] = []): MemoryLog {
  let last: Promise<unknown> = Promise.resolve();
  return {
    lines,
    exclusively(work) {
      const turn = last.then(async () => {
        const entries: unknown[] = lines.map((line) => JSON.parse(line) as unknown);
        return work({
          entries,
          append(entry) {
            lines.push(JSON.stringify(entry));
            entries.push(JSON.parse(JSON.stringify(entry)));
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
