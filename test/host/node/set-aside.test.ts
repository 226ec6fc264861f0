import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineClock } from '../../../src/host/node/clock.js';
import {
  createJournal,
  type FileJournal,
  type JournalPlace,
  type JournalTurn,
} from '../../../src/host/node/journal.js';
import { thisMachine } from '../../../src/host/node/machine.js';
import { holdsUnfinishedRun } from '../../../src/host/node/run-files.js';
import { aRun, clusterId } from '../run-record.js';
import { temporaryFolder } from './process.js';

describe('an unreadable run is set aside', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const place = (given: Partial<JournalPlace> = {}): JournalPlace => ({
    folder: path.join(folder.path, 'runs'),
    locks: { folder: path.join(folder.path, 'locks'), machine: thisMachine(), clock: machineClock },
    world: 'sandbox',
    armHost: 'https://sandbox.aks-egress.invalid',
    ...given,
  });
  const turnIn = async (journal: FileJournal, id = clusterId): Promise<JournalTurn> => {
    const turn = await journal.take(id);
    if (turn.kind === 'held') throw new Error(`held by ${turn.by}`);
    return turn;
  };
  const runs = (): string => path.join(folder.path, 'runs');
  const fileOf = (journal: FileJournal): string =>
    path.join(runs(), `sandbox.${journal.keyOf(clusterId)}.run-1.json`);

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.dispose());

  const later = JSON.stringify({ version: 2, runId: 'run-1' });
  const aside = (): readonly string[] => readdirSync(path.join(runs(), 'set-aside'));

  it('with the generation before, both as they were', async () => {
    const journal = createJournal(place());
    const turn = await turnIn(journal);
    await journal.write(aRun(), turn);
    await journal.write(aRun({ digest: 'newer' }), turn);
    await turn.release();
    writeFileSync(fileOf(journal), later);
    expect(await journal.setAside('run-1')).toBe('done');
    expect(await journal.list()).toEqual([]);
    expect(await holdsUnfinishedRun(runs(), 'sandbox')).toBe(false);
    const name = path.basename(fileOf(journal));
    expect(aside()).toEqual([name, `${name}.bak`]);
    expect(readFileSync(path.join(runs(), 'set-aside', name), 'utf8')).toBe(later);
    if (process.platform !== 'win32')
      expect(statSync(path.join(runs(), 'set-aside')).mode & 0o777).toBe(0o700);
  });

  it('and never one over another', async () => {
    const journal = createJournal(place());
    for (const text of ['{', '[']) {
      await (await turnIn(journal)).release();
      mkdirSync(runs(), { recursive: true });
      writeFileSync(fileOf(journal), text);
      await journal.setAside('run-1');
    }
    const texts = aside().map((name) => readFileSync(path.join(runs(), 'set-aside', name), 'utf8'));
    expect([...texts].sort()).toEqual(['[', '{']);
  });

  it('only under the lock of its cluster', async () => {
    const journal = createJournal(place());
    const turn = await turnIn(journal);
    await journal.write(aRun(), turn);
    writeFileSync(fileOf(journal), '{');
    expect(await journal.setAside('run-1')).toMatchObject({ kind: 'held', canBeJudged: true });
    expect(existsSync(fileOf(journal))).toBe(true);
    expect(await journal.setAside('run-1', { evenIfHeld: true })).toBe('done');
    expect(existsSync(fileOf(journal))).toBe(false);
    expect((await turnIn(journal)).kind).toBe('turn');
  });

  it('but leaves one that can be read where it is, and knows none that is not there', async () => {
    const journal = createJournal(place());
    const turn = await turnIn(journal);
    await journal.write(aRun(), turn);
    await turn.release();
    expect(await journal.setAside('run-1')).toBe('done');
    expect(await journal.setAside('../../etc/passwd')).toBe('done');
    expect(await journal.list()).toEqual([{ kind: 'record', record: aRun() }]);
  });

  it('the older generation first, so that a kill in between revives no old one', async () => {
    const moved: string[] = [];
    const refusing = createJournal(
      place({
        rename: (from, to) => {
          moved.push(path.basename(from));
          return moved.length === 1 ? rename(from, to) : Promise.reject(new Error('killed'));
        },
      }),
    );
    const journal = createJournal(place());
    const turn = await turnIn(journal);
    await journal.write(aRun(), turn);
    await journal.write(aRun({ digest: 'newer' }), turn);
    await turn.release();
    writeFileSync(fileOf(journal), later);
    await expect(refusing.setAside('run-1')).rejects.toThrow('killed');
    expect(await journal.read('run-1')).toMatchObject({ kind: 'unreadable', because: 'version' });
  });
});
