import type { RunOutcome } from '../../core/run-outcome.js';
import type { AzurePorts, Held } from '../ports.js';
import type { Keeping } from './work.js';

const tries = 12;
const betweenTriesInMs = 250;

/**
 * The lock for an act. Another window that only keeps an event in the journal lets it go at once, so a living
 * holder is waited for a little; one that cannot be judged from here is the person's to decide.
 */
export async function holdPatiently(
  { book, ports, signal }: Keeping,
  options?: { readonly evenIfHeld?: boolean },
): Promise<'held' | Extract<RunOutcome, { kind: 'held' }>> {
  return patiently(() => book.hold(options), ports, signal);
}

/** Tries what needs a lock until its holder, who may let it go at once, has had a moment to do so. */
export async function patiently<T extends string>(
  attempt: () => Promise<T | Held>,
  { clock }: Pick<AzurePorts, 'clock'>,
  signal?: AbortSignal,
): Promise<T | Held> {
  for (let count = 1; ; count++) {
    const came = await attempt();
    if (typeof came === 'string' || !came.canBeJudged || count === tries) return came;
    await clock.sleep(betweenTriesInMs, signal);
  }
}
