import type { Head } from './log-entry.js';
import type { WallClock } from './ports.js';

/** Sandbox time: wall time since the log's head, times the factor kept there. Milliseconds since 1970. */
export const sandboxTime = (head: Head, wallNowInMs: number): number =>
  Math.round(head.startedAtInMs + (wallNowInMs - head.startedAtInMs) * head.factor);

export interface SandboxClock {
  /** Milliseconds since 1970. Wall time until the log has been read for the first time. */
  now(): number;
  /** Sleeps that long in sandbox time. Rejects with an AbortError when the signal aborts. */
  sleep(delayInMs: number, signal?: AbortSignal): Promise<void>;
}

/** A clock of sandbox time; `headNow` is the head as last seen, `readHead` reads it from the log. */
export function createSandboxClock(
  wall: WallClock,
  headNow: () => Head | undefined,
  readHead: () => Promise<Head>,
): SandboxClock {
  return {
    now() {
      const head = headNow();
      return head === undefined ? wall.now() : sandboxTime(head, wall.now());
    },
    async sleep(delayInMs, signal) {
      const head = headNow() ?? (await readHead());
      await wall.sleep(delayInMs / head.factor, signal);
    },
  };
}
