import type { WallClock } from '../../src/sandbox/ports.js';

export interface ManualClock extends WallClock {
  /** Moves time on, and wakes whoever slept until then. */
  advance(byInMs: number): void;
  /** How many are asleep. */
  readonly sleepers: number;
}

interface Sleeper {
  readonly untilInMs: number;
  readonly wake: () => void;
}

/**
 * A wall clock that a test moves. With `sleeping: 'advances'` a sleep takes its time at once, so that waiting costs a
 * test nothing; with `'waits'` it lasts until somebody advances the clock.
 */
export function manualClock(
  options: { readonly nowInMs?: number; readonly sleeping?: 'advances' | 'waits' } = {},
): ManualClock {
  let nowInMs = options.nowInMs ?? Date.UTC(2026, 10, 24, 9);
  const asleep = new Set<Sleeper>();

  function advance(byInMs: number): void {
    nowInMs += byInMs;
    for (const sleeper of [...asleep].sort((one, other) => one.untilInMs - other.untilInMs)) {
      if (sleeper.untilInMs > nowInMs) continue;
      asleep.delete(sleeper);
      sleeper.wake();
    }
  }

  return {
    now: () => nowInMs,
    advance,
    get sleepers() {
      return asleep.size;
    },
    sleep(delayInMs, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(abortError());
          return;
        }
        if (options.sleeping !== 'waits') {
          advance(delayInMs);
          resolve();
          return;
        }
        const abort = (): void => {
          asleep.delete(sleeper);
          reject(abortError());
        };
        const sleeper: Sleeper = {
          untilInMs: nowInMs + delayInMs,
          wake: () => {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
        };
        asleep.add(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
  };
}

const abortError = (): Error => new DOMException('This operation was aborted', 'AbortError');
