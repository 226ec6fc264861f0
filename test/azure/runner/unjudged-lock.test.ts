import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import { toManagedNatGateway } from '../orders.js';
import { answerTo, ended, kinds, recordOf, rig, watching, type Rig } from '../rig.js';

/** A run that waits for the person's Continue, its lock left by a machine that nobody can judge. */
async function asking(world: Rig) {
  const window = world.open();
  const order = await world.order(window, 'shop-prod', toManagedNatGateway);
  await world.fault({ method: 'PUT', kind: 'expiredToken', times: 2 });
  const record = recordOf(await window.azure.runner.start(order, watching().watch));
  const { question } = foldRun(record);
  if (question === undefined) throw new Error('nothing is asked');
  leaveLock(world, order.plan.clusterId);
  return { window, question };
}

const leaveLock = ({ store }: Rig, clusterId: string): void =>
  void store.holders.set(clusterId.toLowerCase(), { window: 'another machine', turn: 99 });

describe('a lock that nobody can judge', () => {
  it('is taken over with the answer that it hindered, once the person says so', async () => {
    const world = rig();
    const { window, question } = await asking(world);
    const { runner } = window.azure;
    const yes = { ...question, yes: true };
    expect(await runner.answer('run-1', yes, watching().watch)).toMatchObject({
      kind: 'held',
      canBeJudged: false,
    });
    const taken = async () => (await world.puts()).filter(({ accepted }) => accepted);
    expect(await taken()).toHaveLength(0);
    const outcome = await runner.answer('run-1', { ...yes, evenIfHeld: true }, watching().watch);
    expect(ended(recordOf(outcome))?.end).toBe('succeeded');
    expect(await taken()).toHaveLength(1);
  });

  it('does not keep a run from being stopped', async () => {
    const world = rig();
    const { window, question } = await asking(world);
    const no = { ...question, yes: false, evenIfHeld: true };
    const outcome = await window.azure.runner.answer('run-1', no, watching().watch);
    expect(ended(recordOf(outcome))?.end).toBe('givenUp');
  });

  it.each(['accepted', 'progress'] as const)('is told to whoever watches, after %s', async (kind) => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    let isLeft = false;
    const takeBefore = window.journal.take.bind(window.journal);
    window.journal.take = (...asked) => {
      if (isLeft) leaveLock(world, order.plan.clusterId);
      isLeft = false;
      return takeBefore(...asked);
    };
    let isDone = false;
    const { watch } = watching((record) => {
      if (isDone || kinds(record).at(-1) !== kind) return;
      isDone = true;
      isLeft = true;
    });
    const outcome = await window.azure.runner.start(order, watch);
    expect(outcome).toMatchObject({ kind: 'held', by: 'another machine', canBeJudged: false });
    const over = await window.azure.runner.resume('run-1', watching().watch, { evenIfHeld: true });
    expect(ended(recordOf(over))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });
});

describe('a lock that was taken over', () => {
  it('by another window first is not taken from that one, which lives', async () => {
    const world = rig();
    const { window, question } = await asking(world);
    const [entry] = await window.azure.runner.records();
    const clusterId = entry?.kind === 'record' ? entry.record.clusterId : '';
    world.store.holders.set(clusterId.toLowerCase(), { window: 'window 9', turn: 100 });
    const yes = { ...question, yes: true, evenIfHeld: true };
    expect(await window.azure.runner.answer('run-1', yes, watching().watch)).toMatchObject({
      kind: 'held',
      by: 'window 9',
      canBeJudged: true,
    });
  });

  it('is let go while Azure works, so that an abort gets through', async () => {
    const world = rig();
    const first = world.open();
    const order = await world.order(first, 'shop-prod', toManagedNatGateway);
    const leaving = watching((record) => {
      if (kinds(record).at(-1) === 'accepted') leaving.stop.abort();
    });
    await first.azure.runner.start(order, leaving.watch);
    await world.fault({ kind: 'hold' });
    leaveLock(world, order.plan.clusterId);
    const second = world.open();
    const watched = watching();
    const watch = second.azure.runner.resume('run-1', watched.watch, { evenIfHeld: true });
    await expect.poll(() => second.requests.some((request) => request.includes('/operations/'))).toBe(true);
    await second.azure.runner.abort('run-1');
    expect(second.requests.some((request) => request.endsWith('/abort'))).toBe(true);
    watched.stop.abort();
    await watch;
  });
});

describe('a run that is given up', () => {
  it.each(['given up', 'stopped'] as const)('is %s by somebody who is signed out', async (how) => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    await world.fault({ method: 'PUT', kind: 'expiredToken', times: 2 });
    await window.azure.runner.start(order, watching().watch);
    Object.assign(world.sandbox.sessions, { accounts: () => Promise.resolve([]) });
    const next = world.open();
    if (how === 'given up') await next.azure.runner.giveUp('run-1');
    else await answerTo(next, 'run-1', false);
    const entry = await next.journal.read('run-1');
    expect(entry?.kind === 'record' && ended(entry.record)?.end).toBe('givenUp');
  });
});

describe('a run that stops in our own hands', () => {
  const failing = async (fail: (window: ReturnType<Rig['open']>) => void) => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    fail(window);
    return window.azure.runner.start(order, watching().watch).then(
      () => undefined,
      (error: unknown) => error,
    );
  };

  it('tells of a journal that could not be kept', async () => {
    const error = await failing((window) => {
      window.journal.onWrite = () => {
        throw new Error('ENOSPC: no space left on device');
      };
    });
    expect(error).toMatchObject({ name: 'Trouble' });
    expect(JSON.stringify((error as { problem: unknown }).problem)).toContain('no space left');
  });

  it('does not call a bug of ours a full disk', async () => {
    const bug = new TypeError('x is not a function');
    const error = await failing((window) => {
      const { journal } = window;
      journal.list = () => Promise.reject(bug);
    });
    expect(error).toBe(bug);
  });
});
