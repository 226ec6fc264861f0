import type { WallClock } from './ports.js';

/** Where wall time and sandbox time are known to belong together, and how much faster the latter runs. */
export interface Anchor {
  readonly sandboxInMs: number;
  readonly wallInMs: number;
  readonly factor: number;
}

/** Sandbox time: wall time since the anchor, times the factor. Milliseconds since 1970. */
export const sandboxTime = ({ sandboxInMs, wallInMs, factor }: Anchor, wallNowInMs: number): number =>
  Math.round(sandboxInMs + (wallNowInMs - wallInMs) * factor);

/** The wall time at which a sandbox time is, or was: what a person's own watch said. */
const wallTime = ({ sandboxInMs, wallInMs, factor }: Anchor, sandboxTimeInMs: number): number =>
  Math.round(wallInMs + (sandboxTimeInMs - sandboxInMs) / factor);

export interface SandboxClock {
  /** Milliseconds since 1970. Wall time until the log has been read for the first time. */
  now(): number;
  /** Sleeps that long in sandbox time. Rejects with an AbortError when the signal aborts. */
  sleep(delayInMs: number, signal?: AbortSignal): Promise<void>;
  /** The wall time of a sandbox time, for a person to read. Milliseconds since 1970. */
  wallTimeOf(sandboxTimeInMs: number): number;
}

/** A clock of sandbox time; `anchorNow` is the anchor as last seen, `readAnchor` reads it from the log. */
export function createSandboxClock(
  wall: WallClock,
  anchorNow: () => Anchor | undefined,
  readAnchor: () => Promise<Anchor>,
): SandboxClock {
  return {
    now() {
      const anchor = anchorNow();
      return anchor === undefined ? wall.now() : sandboxTime(anchor, wall.now());
    },
    async sleep(delayInMs, signal) {
      const { factor } = anchorNow() ?? (await readAnchor());
      await wall.sleep(delayInMs / factor, signal);
    },
    wallTimeOf(sandboxTimeInMs) {
      const anchor = anchorNow();
      return anchor === undefined ? sandboxTimeInMs : wallTime(anchor, sandboxTimeInMs);
    },
  };
}
