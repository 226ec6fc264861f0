import { valueOf } from '../../core/fact.js';
import { egressAddressesOf } from '../../core/egress-addresses.js';
import type { RunOutcome } from '../../core/run-outcome.js';
import type { RunEvent } from '../../core/run-record.js';
import { readCluster, type ReadingMemory } from '../facts/read-cluster.js';
import { isEnded } from './phase.js';
import { insist } from './settle.js';
import type { Work } from './work.js';

type End = Extract<RunEvent, { kind: 'ended' }>['end'];

/** Ends a run in the journal, once, with the outbound type and addresses that Azure shows now, where it does. */
export async function finish(work: Work, memory: ReadingMemory, end: End): Promise<RunOutcome> {
  const now = isEnded(work.book.record()) ? {} : await readEgress(work, memory);
  await insist(work, (record) =>
    isEnded(record) ? undefined : { events: [{ kind: 'ended', end, ...now }], operation: null },
  );
  await work.book.release();
  return { kind: 'ended', record: work.book.record() };
}

async function readEgress(
  work: Work,
  memory: ReadingMemory,
): Promise<{ readonly outboundType?: string; readonly addresses?: readonly string[] }> {
  try {
    const { facts } = await readCluster({
      arm: work.arm,
      cluster: work.cluster,
      tenantId: work.book.record().tenantId,
      memory,
      now: () => work.ports.clock.now(),
      signal: work.signal,
    });
    const addresses = valueOf(egressAddressesOf(facts))?.map(({ address }) => address);
    return {
      outboundType: valueOf(facts.cluster.outboundType) ?? 'loadBalancer',
      ...(addresses === undefined ? {} : { addresses }),
    };
  } catch {
    // The end itself is known and must be kept, whether or not Azure can be asked once more.
    work.signal.throwIfAborted();
    return {};
  }
}
