import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '../../../src/core/run-outcome.js';
import type { SessionEvent } from '../../../src/wizard/event.js';
import { RunWatch } from '../../../src/host/wizard/run-watch.js';
import type { Watch } from '../../../src/host/world.js';
import { aRun } from '../run-record.js';

function watchRig() {
  const events: SessionEvent[] = [];
  const begun: { readonly name: string; readonly watch: Watch; readonly returns: (o: RunOutcome) => void }[] =
    [];
  const told: string[] = [];
  const runs = new RunWatch({
    dispatch: (event) => void events.push(event),
    tellRuns: () => Promise.resolve(void told.push('runs')),
    warn: () => undefined,
    onChange: () => undefined,
    onReturned: () => undefined,
  });
  /** An act that goes on until the test lets it return, or its watching is stopped and it notices. */
  const act = (name: string) => (watch: Watch) =>
    new Promise<RunOutcome>((resolve) => {
      begun.push({ name, watch, returns: resolve });
    });
  return { runs, events, begun, told, act };
}

const open: RunOutcome = { kind: 'open', record: aRun() };

describe('watching a run', () => {
  it('begins anew only when the one before has returned: it may still wait for an answer under its lock', async () => {
    const { runs, events, begun, act } = watchRig();
    const first = runs.watch(act('start'));
    await Promise.resolve();
    runs.detach();
    const second = runs.watch(act('resume'));
    expect(runs.isWatching).toBe(true);
    expect(begun.map(({ name }) => name)).toEqual(['start']);
    expect(begun[0]!.watch.signal.aborted).toBe(true);
    begun[0]!.returns(open);
    await first;
    expect(events).toEqual([]);
    await expect.poll(() => begun.map(({ name }) => name)).toEqual(['start', 'resume']);
    begun[1]!.returns(open);
    await second;
    expect(runs.isWatching).toBe(false);
    expect(events.map(({ kind }) => kind)).toEqual(['runReturned']);
  });

  it('that is stopped before it could begin does nothing, and tells how far the run is', async () => {
    const { runs, begun, told, act } = watchRig();
    const first = runs.watch(act('start'));
    await Promise.resolve();
    const second = runs.watch(act('resume'));
    runs.detach();
    begun[0]!.returns(open);
    await Promise.all([first, second]);
    expect(begun.map(({ name }) => name)).toEqual(['start']);
    expect(told).toContain('runs');
  });
});
