import { hasEnded } from '../../core/run-ended.js';
import type { RunRecord } from '../../core/run-record.js';
import type { FileJournal } from './journal.js';

/**
 * Ends every open run of a journal as "sandbox reset", whoever watches it: its clusters are no longer there. What
 * has ended before, or cannot be read, tells of an Azure that is forgotten: it is set aside.
 */
export async function endAsSandboxReset(journal: FileJournal, now: () => number): Promise<void> {
  const all = await journal.list();
  const open = all.flatMap((run) => (run.kind === 'record' && !hasEnded(run.record) ? [run.record] : []));
  for (const run of all) {
    if (run.kind === 'record' && !hasEnded(run.record)) continue;
    const runId = run.kind === 'record' ? run.record.runId : run.runId;
    await journal.setAside(runId, { evenIfHeld: true, evenIfReadable: true });
  }
  for (const record of open) {
    const turn = await journal.take(record.clusterId, { evenIfHeld: true });
    if (turn.kind === 'held') continue;
    try {
      // Read again under the lock: a window that closes may have kept something meanwhile.
      const newest = await journal.read(record.runId);
      if (newest?.kind === 'record' && !hasEnded(newest.record))
        await journal.write(endedRecord(newest.record, now()), turn);
    } finally {
      await turn.release();
    }
  }
}

function endedRecord({ operation: _operation, ...record }: RunRecord, atInMs: number): RunRecord {
  return { ...record, events: [...record.events, { kind: 'ended', atInMs, end: 'sandboxReset' }] };
}
