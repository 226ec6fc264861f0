import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineClock } from '../../../src/host/node/clock.js';
import { takeLock, type LockHeld, type LockPlace, type LockTurn } from '../../../src/host/node/lock.js';
import { thisMachine, type Holder, type Machine } from '../../../src/host/node/machine.js';
import { otherProcess, temporaryFolder } from './process.js';

const turn = (lock: LockTurn | LockHeld): LockTurn => {
  if (lock.kind === 'held') throw new Error(`held by ${lock.by}`);
  return lock;
};

const held = (lock: LockTurn | LockHeld): LockHeld => {
  if (lock.kind === 'turn') throw new Error('the lock was free');
  return lock;
};

describe('the lock of a cluster', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const here = (machine: Machine = thisMachine()): LockPlace => ({
    folder: folder.path,
    machine,
    clock: machineClock,
  });
  const leave = (holder: Partial<Holder>): void => {
    const { host, boot, pid } = thisMachine();
    const whole = { owner: 'somebody', host, boot, pid, atInMs: Date.now(), ...holder };
    writeFileSync(path.join(folder.path, 'a.1.lock'), `${JSON.stringify(whole)}\n`);
  };

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.dispose());

  it('is held by one until it is released, and says by whom', async () => {
    const first = turn(await takeLock(here(), 'a'));
    const second = held(await takeLock(here(), 'a'));
    expect(second.by).toContain(String(process.pid));
    expect(second.canBeJudged).toBe(true);
    await first.release();
    expect(turn(await takeLock(here(), 'a')).kind).toBe('turn');
  });

  it('of one cluster is not in the way of another', async () => {
    turn(await takeLock(here(), 'a'));
    expect((await takeLock(here(), 'ab')).kind).toBe('turn');
  });

  it('leaves one file behind, however often it was taken', async () => {
    for (let round = 0; round < 5; round += 1) await turn(await takeLock(here(), 'a')).release();
    expect(readdirSync(folder.path)).toEqual(['a.5.lock']);
  });

  it('is given to exactly one of many takers in several processes', async () => {
    const script = `
      const place = { folder: ${JSON.stringify(folder.path)}, machine: $.thisMachine(), clock: $.machineClock };
      say('ready');
      await new Promise((resolve) => process.stdin.once('data', resolve));
      const locks = await Promise.all(Array.from({ length: 20 }, () => $.takeLock(place, 'a')));
      say(locks.filter(({ kind }) => kind === 'turn').length);
      await new Promise((resolve) => process.stdin.once('data', resolve));
      process.exit(0);`;
    const others = [otherProcess(folder.path, script), otherProcess(folder.path, script)];
    await Promise.all(others.map((other) => other.said()));
    for (const { child } of others) child.stdin!.write('go\n');
    const won = await Promise.all(others.map((other) => other.said()));
    for (const { child } of others) child.stdin!.write('end\n');
    await Promise.all(others.map((other) => other.ended()));
    expect(won.reduce<number>((sum, one) => sum + Number(one), 0)).toBe(1);
  });

  it('goes to a new taker when its process was killed', async () => {
    const other = otherProcess(
      folder.path,
      `const place = { folder: ${JSON.stringify(folder.path)}, machine: $.thisMachine(), clock: $.machineClock };
       await $.takeLock(place, 'a');
       say('taken');
       setInterval(() => undefined, 1000);`,
    );
    await other.said();
    expect(held(await takeLock(here(), 'a')).canBeJudged).toBe(true);
    await other.kill();
    expect((await takeLock(here(), 'a')).kind).toBe('turn');
  });

  it('is not taken from a process that belongs to another user', async () => {
    const { host, boot, pid, began } = thisMachine();
    leave({ pid: 1 });
    const machine: Machine = { host, boot, pid, began, mayLive: () => true };
    expect(held(await takeLock(here(machine), 'a')).canBeJudged).toBe(true);
  });

  it('of a number that was given to another process since is free', async () => {
    const machine = thisMachine();
    if (machine.began === undefined) return;
    leave({ pid: process.pid, began: '1' });
    expect((await takeLock(here(), 'a')).kind).toBe('turn');
  });

  it.each([
    ['another machine', { host: 'elsewhere' }],
    ['another boot or container', { boot: 'another' }],
  ])('of %s cannot be judged from here, and shows its age', async (_where, holder) => {
    leave({ ...holder, pid: 999_999_999, atInMs: Date.now() - 60_000 });
    const lock = held(await takeLock(here(), 'a'));
    expect(lock.canBeJudged).toBe(false);
    expect(lock.ageInMs).toBeGreaterThanOrEqual(60_000);
  });

  it.each(['', '{"host":', 'null\n', '[]\n', '{"host":1,"boot":2}\n'])(
    'that says nothing readable (%j) waits for the person',
    async (text) => {
      writeFileSync(path.join(folder.path, 'a.3.lock'), text);
      expect(held(await takeLock(here(), 'a')).canBeJudged).toBe(false);
      expect((await takeLock(here(), 'a', { evenIfHeld: true })).kind).toBe('turn');
    },
  );

  it('taken over by a person is lost for its first holder, who then releases nothing', async () => {
    const first = turn(await takeLock(here(), 'a'));
    const second = turn(await takeLock(here(), 'a', { evenIfHeld: true }));
    expect(await first.holds()).toBe(false);
    expect(await second.holds()).toBe(true);
    await first.release();
    expect(held(await takeLock(here(), 'a')).canBeJudged).toBe(true);
  });

  it('keeps nothing secret in its file, and only what judging needs', async () => {
    turn(await takeLock(here(), 'a'));
    const holder = JSON.parse(readFileSync(path.join(folder.path, 'a.1.lock'), 'utf8')) as object;
    expect(Object.keys(holder).filter((key) => key !== 'began')).toEqual([
      'owner',
      'host',
      'boot',
      'pid',
      'atInMs',
    ]);
  });
});
