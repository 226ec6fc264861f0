import { say } from '../../core/message.js';
import type { RunOutcome } from '../../core/run-outcome.js';
import type { RunRecord } from '../../core/run-record.js';
import { clusterPath } from '../facts/cluster-address.js';
import type { AzurePorts, Held } from '../ports.js';
import { refuse } from '../wire/trouble.js';
import { ownerOf, type RunnerContext } from './context.js';
import { finish, readEgress, type Egress } from './finish.js';
import { patiently } from './hold.js';
import type { Keeping } from './work.js';

/** Ends a run in the journal. Whatever Azure is doing goes on. */
export const giveUpRun = (work: Keeping, now: Egress): Promise<RunOutcome> =>
  finish(work, 'givenUp', () => Promise.resolve(now));

const shortLookInMs = 10_000;

/**
 * What a run that is given up leaves behind, where that can be had soon. Who is signed out, offline, or without the
 * tenant gives up all the same: nothing of that needs Azure.
 */
export async function leftBehind({ arms, memory }: RunnerContext, work: Keeping): Promise<Egress> {
  const record: RunRecord = work.book.record();
  const signal = AbortSignal.any([work.signal, AbortSignal.timeout(shortLookInMs)]);
  try {
    const { arm } = await arms.forCluster(ownerOf(record), signal);
    return await readEgress({ ...work, arm, cluster: clusterPath(record.clusterId), signal }, memory);
  } catch {
    work.signal.throwIfAborted();
    return {};
  }
}

/** The person has decided about a run that cannot be read: it hinders its cluster no more, and is kept beside. */
export async function giveUpUnreadable(ports: AzurePorts, runId: string): Promise<void> {
  const came = await patiently(() => ports.journal.setAside(runId), ports);
  if (came === 'done') return;
  if (came.canBeJudged || (await ports.journal.setAside(runId, { evenIfHeld: true })) !== 'done')
    throw heldElsewhere(came);
}

export const heldElsewhere = ({ by }: Pick<Held, 'by'>): Error =>
  refuse(say('This run is being worked on by {holder}. Detach it there first.', { holder: by }));
