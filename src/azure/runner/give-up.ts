import { say } from '../../core/message.js';
import type { RunOutcome } from '../../core/run-outcome.js';
import type { ReadingMemory } from '../facts/read-cluster.js';
import type { AzurePorts, Held } from '../ports.js';
import { refuse } from '../wire/trouble.js';
import { finish } from './finish.js';
import { patiently } from './hold.js';
import type { Work } from './work.js';

/** Ends a run in the journal. Azure is only looked at; whatever it is doing there goes on. */
export const giveUpRun = (work: Work, memory: ReadingMemory): Promise<RunOutcome> =>
  finish(work, memory, 'givenUp');

/** The person has decided about a run that cannot be read: it hinders its cluster no more, and is kept beside. */
export async function giveUpUnreadable(ports: AzurePorts, runId: string): Promise<void> {
  const came = await patiently(() => ports.journal.setAside(runId), ports);
  if (came === 'done') return;
  if (came.canBeJudged || (await ports.journal.setAside(runId, { evenIfHeld: true })) !== 'done')
    throw heldElsewhere(came);
}

export const heldElsewhere = ({ by }: Pick<Held, 'by'>): Error =>
  refuse(say('This run is being worked on by {holder}. Detach it there first.', { holder: by }));
