import type { WriteLog } from '../../src/sandbox/ports.js';

/** The sandbox's log for as long as this process lives: one request at a time gets in. */
export function memoryLog(): WriteLog {
  const entries: unknown[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    exclusively(work) {
      const turn = last.then(() =>
        work({
          entries,
          append(entry) {
            entries.push(entry);
            return Promise.resolve();
          },
          clear() {
            entries.length = 0;
            return Promise.resolve();
          },
        }),
      );
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
