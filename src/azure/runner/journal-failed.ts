import type { Journal } from '../ports.js';

type Kept = Pick<Journal, 'read' | 'write' | 'take' | 'carry'>;

/**
 * The same journal, whose errors say that they are the journal's: a full disk is told to the person in other words
 * than a bug of ours. A turn that was lost keeps its own name.
 */
export const journalFailed = (journal: Kept): Kept => ({
  read: (runId) => named(() => journal.read(runId)),
  write: (record, turn) => named(() => journal.write(record, turn)),
  take: (clusterId, options) => named(() => journal.take(clusterId, options)),
  carry: (runId, options) => named(() => journal.carry(runId, options)),
});

async function named<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'TurnLost') throw error;
    throw Object.assign(new Error(error.message, { cause: error }), { name: 'JournalFailed' });
  }
}
