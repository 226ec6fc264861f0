import { valueOf } from '../../core/fact.js';
import { egressAddressesOf } from '../../core/egress-addresses.js';
import { hasEnded } from '../../core/run-ended.js';
import type { RunOutcome } from '../../core/run-outcome.js';
import type { RunEvent } from '../../core/run-record.js';
import { readCluster, type ReadingMemory } from '../facts/read-cluster.js';
import type { Arm } from '../wire/arm.js';
import { insist } from './settle.js';
import type { Keeping, Work } from './work.js';

type End = Extract<RunEvent, { kind: 'ended' }>['end'];

/** What Azure shows at the end of a run, where it does. */
export interface Egress {
  readonly outboundType?: string;
  readonly addresses?: readonly string[];
}

/** Ends a run in the journal, once. */
export async function finish(work: Keeping, end: End, read: () => Promise<Egress>): Promise<RunOutcome> {
  const now = hasEnded(work.book.record()) ? {} : await read();
  const kept = await insist(work, (record) =>
    hasEnded(record) ? undefined : { events: [{ kind: 'ended', end, ...now }], operation: null },
  );
  await work.book.release();
  return typeof kept === 'string' ? { kind: 'ended', record: work.book.record() } : kept;
}

/** The outbound type and addresses of now; nothing where Azure cannot be asked. */
export async function readEgress(
  work: Keeping & Pick<Work, 'cluster'> & { readonly arm: Arm },
  memory: ReadingMemory,
): Promise<Egress> {
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
