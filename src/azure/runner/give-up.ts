import type { RunOutcome } from '../../core/run-outcome.js';
import type { ReadingMemory } from '../facts/read-cluster.js';
import { finish } from './finish.js';
import type { Work } from './work.js';

/** Ends a run in the journal. Azure is only looked at; whatever it is doing there goes on. */
export const giveUpRun = (work: Work, memory: ReadingMemory): Promise<RunOutcome> =>
  finish(work, memory, 'givenUp');
