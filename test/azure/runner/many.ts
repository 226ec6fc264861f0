import { play } from './play.js';
import { verdictOf, type Verdict } from './verdict.js';

/** A schedule as `npm run faults` counts it. */
export interface Result extends Verdict {
  readonly seed: number;
  /** How the run ended, in the journal's own word. */
  readonly end: string;
  /** Kinds of trouble that struck. */
  readonly struck: readonly string[];
}

/** Plays schedules one after the other, each with its own seed, from the first one on. */
export async function playMany(order: {
  readonly count: number;
  readonly seed: number;
  readonly tell: (result: Result) => void;
}): Promise<void> {
  for (let index = 0; index < order.count; index++) order.tell(await playOne((order.seed + index) >>> 0));
}

async function playOne(seed: number): Promise<Result> {
  try {
    const played = await play(seed);
    const end = played.ended?.events.findLast(({ kind }) => kind === 'ended');
    const faults = new Map(
      played.log.flatMap(({ kind, id, fault }) => (kind === 'fault' ? [[id, fault]] : [])),
    );
    const struck = played.log.flatMap(({ kind, id }) =>
      kind === 'struck' ? [faults.get(id)?.kind ?? ''] : [],
    );
    return {
      ...verdictOf(played),
      seed,
      end: end?.kind === 'ended' ? end.end : 'none',
      struck: [...struck, ...played.happenings],
    };
  } catch (error) {
    // A schedule that breaks the harness proves nothing, and must not look like a good one.
    const lost = [`it could not be played: ${String(error)}`];
    return {
      seed,
      end: 'none',
      struck: [],
      lost,
      twice: [],
      overwritten: [],
      undetected: [],
      odd: [],
      unknowable: 0,
    };
  }
}
