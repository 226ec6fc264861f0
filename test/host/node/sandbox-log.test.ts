import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineClock } from '../../../src/host/node/clock.js';
import { thisMachine } from '../../../src/host/node/machine.js';
import { createFileLog, type FileLog } from '../../../src/host/node/sandbox-log.js';
import { otherProcess, temporaryFolder } from './process.js';

describe("the sandbox's log", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const file = (): string => path.join(folder.path, 'sandbox', 'log.jsonl');
  const locks = (): string => path.join(folder.path, 'locks');
  const log = (): FileLog =>
    createFileLog(file(), { folder: locks(), machine: thisMachine(), clock: machineClock });
  const entriesOf = (one: FileLog): Promise<readonly unknown[]> =>
    one.exclusively((open) => Promise.resolve(open.entries));
  const append = (one: FileLog, ...entries: readonly object[]): Promise<void> =>
    one.exclusively(async (open) => {
      for (const entry of entries) await open.append(entry);
    });
  const adding = (count: number): string => `
    const log = $.createFileLog(${JSON.stringify(file())}, { folder: ${JSON.stringify(locks())}, machine: $.thisMachine(), clock: $.machineClock });
    for (let n = 0; n < ${count}; n += 1)
      await log.exclusively(async (open) => {
        await open.append({ n: open.entries.length, pid: process.pid });
        say(n);
      });`;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.dispose());

  it('is empty at first, and another window sees what one has written', async () => {
    const [one, two] = [log(), log()];
    expect(await entriesOf(one)).toEqual([]);
    await append(one, { head: 1 }, { write: 'ä€𝒳' });
    expect(await entriesOf(two)).toEqual([{ head: 1 }, { write: 'ä€𝒳' }]);
    await append(two, { write: 2 });
    expect(await entriesOf(one)).toEqual([{ head: 1 }, { write: 'ä€𝒳' }, { write: 2 }]);
  });

  it('shows an entry at once to the work that appended it', async () => {
    const seen = await log().exclusively(async (open) => {
      await open.append({ a: 1 });
      return open.entries;
    });
    expect(seen).toEqual([{ a: 1 }]);
  });

  it('lets one work at a time, in this window too', async () => {
    const one = log();
    const counted = Array.from({ length: 20 }, () =>
      one.exclusively(async (open) => open.append({ n: open.entries.length })),
    );
    await Promise.all(counted);
    expect(await entriesOf(one)).toEqual(Array.from({ length: 20 }, (_, n) => ({ n })));
  });

  it('lets one of several processes work at a time', async () => {
    const others = [otherProcess(folder.path, adding(25)), otherProcess(folder.path, adding(25))];
    await Promise.all(others.map((other) => other.ended()));
    const entries = (await entriesOf(log())) as readonly { readonly n: number; readonly pid: number }[];
    expect(entries.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect(new Set(entries.map(({ pid }) => pid)).size).toBe(2);
  });

  it('goes on when a process was killed in the middle of its work', async () => {
    const other = otherProcess(folder.path, adding(100_000));
    while (Number(await other.said()) < 10);
    await other.kill();
    const entries = (await entriesOf(log())) as readonly { readonly n: number }[];
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.map(({ n }) => n)).toEqual(entries.map((_, n) => n));
  });

  it('forgets a torn last line, and appends behind the last whole one', async () => {
    await append(log(), { a: 1 });
    appendFileSync(file(), '{"b":2,"tor');
    expect(await entriesOf(log())).toEqual([{ a: 1 }]);
    await append(log(), { c: 3 });
    expect(await entriesOf(log())).toEqual([{ a: 1 }, { c: 3 }]);
  });

  it('passes over a line that somebody has damaged', async () => {
    await append(log(), { a: 1 }, { b: 2 });
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('{"a":1}', '{"a"'));
    expect(await entriesOf(log())).toEqual([{ b: 2 }]);
  });

  it('cleared by one window is empty for the others, also when it has grown again', async () => {
    const [one, two] = [log(), log()];
    await append(one, { old: 1 });
    await entriesOf(two);
    await one.exclusively(async (open) => {
      await open.clear();
      expect(open.entries).toEqual([]);
      for (let n = 0; n < 5; n += 1) await open.append({ new: n });
    });
    expect(await entriesOf(two)).toEqual(Array.from({ length: 5 }, (_, n) => ({ new: n })));
  });

  it('goes on after work that failed', async () => {
    const one = log();
    await expect(one.exclusively(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await append(one, { a: 1 });
    expect(await entriesOf(one)).toEqual([{ a: 1 }]);
  });
});
