import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournal } from '../../../src/host/node/journal.js';
import { holdsUnfinishedRun } from '../../../src/host/node/run-files.js';
import { aRun } from '../run-record.js';
import { journalRig, type JournalRig } from './journal-rig.js';

describe('an unreadable run is set aside', () => {
  let rig: JournalRig;
  beforeEach(() => {
    rig = journalRig();
  });
  afterEach(() => rig.dispose());

  const later = JSON.stringify({ version: 2, runId: 'run-1' });
  const aside = (): readonly string[] => readdirSync(path.join(rig.runs, 'set-aside'));

  it('with the generation before, both as they were', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    await journal.write(aRun({ digest: 'newer' }), turn);
    await turn.release();
    writeFileSync(rig.fileOf(journal), later);
    expect(await journal.setAside('run-1')).toBe('done');
    expect(await journal.list()).toEqual([]);
    expect(await holdsUnfinishedRun(rig.runs, 'sandbox')).toBe(false);
    const name = path.basename(rig.fileOf(journal));
    expect(aside()).toEqual([name, `${name}.bak`]);
    expect(readFileSync(path.join(rig.runs, 'set-aside', name), 'utf8')).toBe(later);
    if (process.platform !== 'win32')
      expect(statSync(path.join(rig.runs, 'set-aside')).mode & 0o777).toBe(0o700);
  });

  it('and never one over another', async () => {
    const journal = createJournal(rig.place());
    for (const text of ['{', '[']) {
      await (await rig.turnIn(journal)).release();
      mkdirSync(rig.runs, { recursive: true });
      writeFileSync(rig.fileOf(journal), text);
      await journal.setAside('run-1');
    }
    const texts = aside().map((name) => readFileSync(path.join(rig.runs, 'set-aside', name), 'utf8'));
    expect([...texts].sort()).toEqual(['[', '{']);
  });

  it('only under the lock of its cluster', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    writeFileSync(rig.fileOf(journal), '{');
    expect(await journal.setAside('run-1')).toMatchObject({ kind: 'held', canBeJudged: true });
    expect(existsSync(rig.fileOf(journal))).toBe(true);
    expect(await journal.setAside('run-1', { evenIfHeld: true })).toBe('done');
    expect(existsSync(rig.fileOf(journal))).toBe(false);
    expect((await rig.turnIn(journal)).kind).toBe('turn');
  });

  it('but leaves one that can be read where it is, and knows none that is not there', async () => {
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    await turn.release();
    expect(await journal.setAside('run-1')).toBe('done');
    expect(await journal.setAside('../../etc/passwd')).toBe('done');
    expect(await journal.list()).toEqual([{ kind: 'record', record: aRun() }]);
  });

  it('the older generation first, so that a kill in between revives no old one', async () => {
    const moved: string[] = [];
    const refusing = createJournal(
      rig.place({
        rename: (from, to) => {
          moved.push(path.basename(from));
          return moved.length === 1 ? rename(from, to) : Promise.reject(new Error('killed'));
        },
      }),
    );
    const journal = createJournal(rig.place());
    const turn = await rig.turnIn(journal);
    await journal.write(aRun(), turn);
    await journal.write(aRun({ digest: 'newer' }), turn);
    await turn.release();
    writeFileSync(rig.fileOf(journal), later);
    await expect(refusing.setAside('run-1')).rejects.toThrow('killed');
    expect(await journal.read('run-1')).toMatchObject({ kind: 'unreadable', because: 'version' });
  });
});
