import { describe, expect, it } from 'vitest';
import type { RunEvent, RunRecord } from '../../../src/core/run-record.js';
import * as own from '../own-network.js';
import { besideTheCluster, staging, stagingId } from '../own-network.js';
import { answerTo, ended, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

const place = staging(stagingId);
const change = besideTheCluster(
  own.registerFeature(stagingId),
  own.createAddress(place),
  own.createGateway(place),
  own.attach(place),
  own.detach(place),
  own.removal(place.gateway, 'delete-gateway'),
);

/** The process ends when this event of this step is about to be kept, or has just been. */
function stopAt(window: Window, stepId: string, kind: RunEvent['kind'], when: 'before' | 'after'): void {
  const stop = (record: RunRecord) => {
    const newest = record.events.at(-1);
    if (newest?.kind !== kind || !('stepId' in newest) || newest.stepId !== stepId) return;
    window.die();
    throw new Error('killed');
  };
  if (when === 'before') window.journal.onWrite = stop;
  else window.journal.onKept = stop;
}

/** Resumes and says yes to whatever is asked, until the run has ended. */
async function goOnToTheEnd(world: Rig, runId: string): Promise<RunRecord> {
  const window = world.open();
  for (let turn = 0; turn < 30; turn++) {
    const outcome = await window.azure.runner.resume(runId, watching().watch);
    const record = recordOf(outcome);
    if (ended(record) !== undefined) return record;
    await answerTo(window, runId, true);
  }
  throw new Error('it never ended');
}

describe('a process that stops in the middle of a step beside the cluster', () => {
  const moments = ['reading', 'sending', 'accepted', 'stepEnded'] as const;
  it.each(change.steps.map(({ id }) => id))(
    'is taken up again, and nothing is written twice: %s',
    async (id) => {
      for (const kind of moments)
        for (const when of ['before', 'after'] as const) {
          const world = rig();
          const first = world.open();
          const order = await world.order(first, 'batch-staging', change);
          stopAt(first, id, kind, when);
          await first.azure.runner.start(order, watching().watch).catch(() => undefined);
          const record = await goOnToTheEnd(world, 'run-1');
          expect(ended(record)?.end, `${when} ${kind}`).toBe('succeeded');
          const taken = (await world.sandbox.writes()).filter(({ accepted }) => accepted);
          expect(taken.length, `${when} ${kind}`).toBe(change.steps.length);
        }
    },
    60_000,
  );
});
