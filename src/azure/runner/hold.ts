import type { RunOutcome } from '../../core/run-outcome.js';
import type { Work } from './work.js';

const tries = 12;
const betweenTriesInMs = 250;

/**
 * The lock for an act. Another window that only keeps an event in the journal lets it go at once, so a living
 * holder is waited for a little; one that cannot be judged from here is the person's to decide.
 */
export async function holdPatiently(
  { book, ports, signal }: Pick<Work, 'book' | 'ports' | 'signal'>,
  options?: { readonly evenIfHeld?: boolean },
): Promise<'held' | Extract<RunOutcome, { kind: 'held' }>> {
  for (let attempt = 1; ; attempt++) {
    const taken = await book.hold(options);
    if (taken === 'held' || !taken.canBeJudged || attempt === tries) return taken;
    await ports.clock.sleep(betweenTriesInMs, signal);
  }
}
