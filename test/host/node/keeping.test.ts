import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineClock } from '../../../src/host/node/clock.js';
import { endAsSandboxReset } from '../../../src/host/node/end-runs.js';
import { createJournal, type FileJournal } from '../../../src/host/node/journal.js';
import type { Machine } from '../../../src/host/node/machine.js';
import { aRun, clusterId, ended } from '../run-record.js';
import { temporaryFolder } from './process.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

const living = new Set([1, 2]);
const open = (pid: number, boot = 'this boot'): FileJournal => {
  const machine: Machine = {
    host: 'this machine',
    boot,
    pid,
    began: undefined,
    mayLive: (one) => living.has(one),
  };
  return createJournal({
    folder: path.join(folder.path, 'runs'),
    locks: { folder: path.join(folder.path, 'locks'), machine, clock: machineClock },
    world: 'sandbox',
    armHost: 'sandbox.aks-egress.invalid',
  });
};
async function turnIn(journal: FileJournal, id = clusterId) {
  const turn = await journal.take(id);
  if (turn.kind === 'held') throw new Error(`held by ${turn.by}`);
  return turn;
}
const locks = (): readonly string[] => readdirSync(path.join(folder.path, 'locks'));

describe('who carries a run on', () => {
  it('is seen by other windows while it lives, beside the right to write', async () => {
    const [one, other] = [open(1), open(2)];
    const carrying = await one.carry('run-1');
    expect(await other.carry('run-1')).toMatchObject({ kind: 'held', canBeJudged: true });
    expect(await other.carry('run-2')).toMatchObject({ kind: 'turn' });
    expect((await turnIn(other)).kind).toBe('turn');
    if (carrying.kind === 'held') throw new Error('held');
    expect(await carrying.holds()).toBe(true);
    await carrying.release();
    expect(await other.carry('run-1')).toMatchObject({ kind: 'turn' });
    expect(await carrying.holds()).toBe(false);
  });

  it('is another once its process is gone, and unknown once the machine was started anew', async () => {
    await open(3).carry('run-1');
    expect(await open(1).carry('run-1')).toMatchObject({ kind: 'turn' });
    const later = open(1, 'another boot');
    expect(await later.carry('run-1')).toMatchObject({ kind: 'held', canBeJudged: false });
    expect(await later.carry('run-1', { evenIfHeld: true })).toMatchObject({ kind: 'turn' });
  });

  it('leaves nothing behind once the run has ended', async () => {
    const journal = open(1);
    const turn = await turnIn(journal);
    const carrying = await journal.carry('run-1');
    expect(locks()).toHaveLength(2);
    await journal.write(aRun({ events: [...aRun().events, ended] }), turn);
    if (carrying.kind === 'turn') await carrying.release();
    expect(locks().filter((name) => name.startsWith('run-'))).toEqual([]);
  });
});

describe('runs that have ended', () => {
  const end = async (journal: FileJournal, id: string, runId: string, day: number) => {
    const turn = await turnIn(journal, id);
    await journal.write(aRun({ runId, clusterId: id, events: [...aRun().events, ended] }), turn);
    await turn.release();
    const name = `sandbox.${journal.keyOf(id)}.${runId}.json`;
    utimesSync(path.join(folder.path, 'runs', 'ended', name), day, day);
  };

  it('are kept for each cluster, the newest 20', async () => {
    const journal = open(1);
    await end(journal, `${clusterId}2`, 'of-another', 1);
    for (let day = 1; day <= 23; day++) await end(journal, clusterId, `day-${day}`, day * 86_400);
    const kept = (await journal.list()).map((run) => (run.kind === 'record' ? run.record.runId : ''));
    const newest = Array.from({ length: 20 }, (_, index) => `day-${index + 4}`);
    expect(kept.toSorted()).toEqual(['of-another', ...newest].toSorted());
  });

  it('are not read by whoever asks for the open ones', async () => {
    const journal = open(1);
    await end(journal, clusterId, 'over', 1);
    const turn = await turnIn(journal);
    await journal.write(aRun(), turn);
    expect(await journal.list({ onlyOpen: true })).toEqual([{ kind: 'record', record: aRun() }]);
    expect(await journal.list()).toHaveLength(2);
  });
});

describe('a reset of the sandbox', () => {
  it('keeps what a window that closes has written meanwhile', async () => {
    const journal = open(1);
    const turn = await turnIn(journal);
    await journal.write(aRun(), turn);
    const take = journal.take.bind(journal);
    const left = aRun({ events: [...aRun().events, { kind: 'detached', atInMs: 5 }] });
    const late: FileJournal = {
      ...journal,
      take: async (...asked) => {
        await journal.write(left, turn);
        return take(...asked);
      },
    };
    await endAsSandboxReset(late, () => 9);
    expect(await journal.read('run-1')).toEqual({
      kind: 'record',
      record: { ...left, events: [...left.events, { kind: 'ended', atInMs: 9, end: 'sandboxReset' }] },
    });
  });
});
