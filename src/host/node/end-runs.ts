import type { RunRecord } from '../../core/run-record.js';
import type { FileJournal } from './journal.js';

/**
 * Ends every open run of a journal as "sandbox reset", whoever watches it: its clusters are no longer there.
 * What cannot be read is left alone.
 */
export async function endAsSandboxReset(journal: FileJournal, now: () => number): Promise<void> {
  const open = (await journal.list()).flatMap((run) =>
    run.kind === 'record' && !run.record.events.some((event) => event.kind === 'ended') ? [run.record] : [],
  );
  for (const record of open) {
    const turn = await journal.take(record.clusterId, { evenIfHeld: true });
    if (turn.kind === 'held') continue;
    try {
      await journal.write(endedRecord(record, now()), turn);
    } finally {
      await turn.release();
    }
  }
}

function endedRecord({ operation: _operation, ...record }: RunRecord, atInMs: number): RunRecord {
  return { ...record, events: [...record.events, { kind: 'ended', atInMs, end: 'sandboxReset' }] };
}
