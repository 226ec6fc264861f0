import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MachineClock } from '../../../src/host/node/clock.js';
import { createJournal } from '../../../src/host/node/journal.js';
import { endAsSandboxReset } from '../../../src/host/node/end-runs.js';
import { thisMachine } from '../../../src/host/node/machine.js';
import { holdsUnfinishedRun } from '../../../src/host/node/run-files.js';
import { aRun, clusterId, ended } from '../run-record.js';
import { journalRig, type JournalRig } from './journal-rig.js';
import { otherProcess } from './process.js';

describe('the journal', () => {
  let rig: JournalRig;
  beforeEach(() => {
    rig = journalRig();
  });
  afterEach(() => rig.dispose());

  it('gives back what was written, and the newest of it', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    const newer = aRun({ events: [...aRun().events, { kind: 'reading', stepId: 's', atInMs: 2 }] });
    await journal.write(newer, turn);
    expect(await journal.read('run-1')).toEqual({ kind: 'record', record: newer });
    expect(await createJournal(rig.place()).list()).toEqual([{ kind: 'record', record: newer }]);
  });

  it('has no runs before the first one, and knows no run that is not there', async () => {
    const journal = createJournal(rig.place());
    expect(await journal.list()).toEqual([]);
    expect(await journal.read('run-1')).toBeUndefined();
    expect(await journal.read('../../etc/passwd')).toBeUndefined();
  });

  it('is readable by its owner only', async () => {
    const journal = createJournal(rig.place());
    await journal.write(aRun(), await rig.turnIn(journal));
    if (process.platform === 'win32') return;
    expect(statSync(rig.fileOf(journal)).mode & 0o777).toBe(0o600);
    expect(statSync(rig.runs).mode & 0o777).toBe(0o700);
  });

  it('keeps the two worlds apart', async () => {
    const sandbox = createJournal(rig.place());
    const azure = createJournal(rig.place({ world: 'azure', armHost: 'https://management.azure.com' }));
    await sandbox.write(aRun(), await rig.turnIn(sandbox));
    expect(await azure.list()).toEqual([]);
    expect(await azure.read('run-1')).toBeUndefined();
    expect(await holdsUnfinishedRun(rig.runs, 'azure')).toBe(false);
    expect(await holdsUnfinishedRun(rig.runs, 'sandbox')).toBe(true);
  });

  it('moves an ended run out of the folder that start-up looks at', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    await journal.write(aRun(), turn);
    await journal.write(aRun({ events: [...aRun().events, ended] }), turn);
    expect(await holdsUnfinishedRun(rig.runs, 'sandbox')).toBe(false);
    expect((await journal.list()).length).toBe(1);
    expect(readdirSync(rig.runs)).toEqual(['ended']);
  });

  it('believes the end where a kill has left both files', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    const before = readFileSync(rig.fileOf(journal));
    const whole = aRun({ events: [...aRun().events, ended] });
    await journal.write(whole, turn);
    writeFileSync(rig.fileOf(journal), before);
    expect(await journal.list()).toEqual([{ kind: 'record', record: whole }]);
  });

  it.each(['torn in the middle', 'empty', 'gone'] as const)(
    'reads the generation before when the newest is %s',
    async (damage) => {
      const journal = createJournal(rig.place());
      const turn = await rig.turnIn(journal);
      await journal.write(aRun(), turn);
      await journal.write(aRun({ digest: 'newer' }), turn);
      const file = rig.fileOf(journal);
      if (damage === 'gone') rmSync(file);
      else writeFileSync(file, damage === 'empty' ? '' : readFileSync(file).subarray(0, 100));
      expect(await journal.read('run-1')).toEqual({ kind: 'record', record: aRun() });
    },
  );

  it('tells a run that cannot be read by its key, and still lists the others', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    await journal.write(aRun({ runId: 'run-2' }), turn);
    writeFileSync(rig.fileOf(journal), '{"version":1,');
    const listed = await journal.list();
    expect(listed).toContainEqual({
      kind: 'unreadable',
      runId: 'run-1',
      clusterKey: journal.keyOf(clusterId.toUpperCase()),
      because: 'damaged',
    });
    expect(listed).toContainEqual({ kind: 'record', record: aRun({ runId: 'run-2' }) });
  });

  it.each([
    ['no events', { events: undefined }],
    ['an event without a time', { events: [{ kind: 'started' }] }],
    ['steps that are none', { plan: { ...aRun().plan, steps: ['x'] } }],
    ['a step that sends nothing', { plan: { ...aRun().plan, steps: [{ id: 's', send: {}, verify: [] }] } }],
    ['the name of another run', { runId: 'run-9' }],
  ])('does not hand out a hand-edited record with %s', async (_what, change) => {
    const journal = createJournal(rig.place());
    await journal.write(aRun(), await rig.turnIn(journal));
    writeFileSync(rig.fileOf(journal), JSON.stringify({ ...aRun(), ...change }));
    expect(await journal.read('run-1')).toMatchObject({ kind: 'unreadable', because: 'damaged' });
  });

  it.each([
    ['that sends what this version does not know is a later one', { kind: 'later' }, 'later'],
    ['from before there were kinds changes the cluster', {}, 'cluster'],
    ['that removes something has no edits', { kind: 'network', method: 'DELETE' }, 'network'],
  ])('knows that a step %s', async (_what, more, kind) => {
    const journal = createJournal(rig.place());
    await journal.write(aRun(), await rig.turnIn(journal));
    const edits = { edits: [] };
    const send = { resourceId: '/x', apiVersion: '1', ...('method' in more ? {} : edits), ...more };
    const steps = [{ id: 's', send, verify: [] }];
    writeFileSync(rig.fileOf(journal), JSON.stringify({ ...aRun(), plan: { ...aRun().plan, steps } }));
    expect(await journal.read('run-1')).toMatchObject(
      kind === 'later'
        ? { kind: 'unreadable', because: 'version' }
        : { kind: 'record', record: { plan: { steps: [{ send: { kind } }] } } },
    );
  });

  it('leaves a record of a later version alone, even where an older one lies beside it', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    renameSync(rig.fileOf(journal), `${rig.fileOf(journal)}.bak`);
    const later = JSON.stringify({ version: 2, runId: 'run-1', other: true });
    writeFileSync(rig.fileOf(journal), later);
    expect(await journal.read('run-1')).toMatchObject({ kind: 'unreadable', because: 'version' });
    expect(readFileSync(rig.fileOf(journal), 'utf8')).toBe(later);
  });

  it('ends open runs as "sandbox reset", whoever holds their lock, and sets the others aside', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    const operation = { stepId: 's', url: 'https://sandbox.aks-egress.invalid/operations/1?s=signed' };
    await journal.write(aRun({ operation }), turn);
    const done = aRun({ runId: 'run-2', events: [...aRun().events, ended] });
    await journal.write(done, turn);
    await endAsSandboxReset(journal, () => 9);
    const listed = await journal.list();
    // What has ended before tells of an Azure that is forgotten.
    expect(listed).toEqual([
      {
        kind: 'record',
        record: aRun({ events: [...aRun().events, { kind: 'ended', atInMs: 9, end: 'sandboxReset' }] }),
      },
    ]);
    expect(readdirSync(path.join(rig.runs, 'set-aside'))).toHaveLength(1);
    expect(await holdsUnfinishedRun(rig.runs, 'sandbox')).toBe(false);
  });

  it('is not written without the right to, nor after somebody took over', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await expect(journal.write(aRun({ clusterId: `${clusterId}2` }), turn)).rejects.toMatchObject({
      name: 'TurnLost',
    });
    await journal.take(clusterId, { evenIfHeld: true });
    await expect(journal.write(aRun(), turn)).rejects.toMatchObject({ name: 'TurnLost' });
    expect(existsSync(rig.fileOf(journal))).toBe(false);
  });

  it('tries a refused rename again for two seconds, then says so and keeps the generation before', async () => {
    const refusal = (code: string): Error => Object.assign(new Error(code), { code });
    let nowInMs = 0;
    const clock: MachineClock = {
      now: () => nowInMs,
      sleep: (delayInMs) => {
        nowInMs += delayInMs;
        return Promise.resolve();
      },
    };
    let refusals = ['EPERM', 'EBUSY', 'EACCES'];
    const locks = { folder: path.join(rig.folder, 'locks'), machine: thisMachine(), clock };
    const journal = createJournal(
      rig.place({
        locks,
        rename: (from, to) => {
          const code = refusals.shift();
          return code === undefined ? rename(from, to) : Promise.reject(refusal(code));
        },
      }),
    );
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    expect(nowInMs).toBe(150);
    refusals = Array.from({ length: 1000 }, () => 'EPERM');
    await expect(journal.write(aRun({ digest: 'newer' }), turn)).rejects.toThrow('EPERM');
    expect(nowInMs).toBeGreaterThanOrEqual(2000);
    expect(nowInMs).toBeLessThan(2500);
    expect(await journal.read('run-1')).toEqual({ kind: 'record', record: aRun() });
    expect(readdirSync(rig.runs).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('has a whole record after a kill at any moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const other = otherProcess(
        rig.folder,
        `const journal = $.createJournal({
           folder: ${JSON.stringify(rig.runs)},
           locks: { folder: ${JSON.stringify(path.join(rig.folder, 'locks'))}, machine: $.thisMachine(), clock: $.machineClock },
           world: 'sandbox', armHost: 'https://sandbox.aks-egress.invalid' });
         const record = ${JSON.stringify(aRun())};
         const turn = await journal.take(record.clusterId);
         if (turn.kind === 'held') throw new Error('held by ' + turn.by);
         for (let n = 0; ; n += 1) {
           const events = Array.from({ length: n }, () => ({ kind: 'started', atInMs: n }));
           await journal.write({ ...record, events: [...record.events, ...events] }, turn);
           say(n);
         }`,
      );
      while (Number(await other.said()) < 5 + round);
      await other.kill();
      const journal = createJournal(rig.place());
      const kept = await journal.read('run-1');
      expect(kept?.kind).toBe('record');
      if (kept?.kind === 'record') expect(kept.record.events.length).toBeGreaterThan(5 + round);
      await (await rig.turnIn(journal)).release();
    }
  });
});
