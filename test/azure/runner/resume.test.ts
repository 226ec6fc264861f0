import { describe, expect, it } from 'vitest';
import type { RunEvent, RunRecord } from '../../../src/core/run-record.js';
import { foldRun } from '../../../src/core/run.js';
import { toManagedNatGateway } from '../orders.js';
import { answerTo, ended, kinds, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

/** Starts the change in a window that dies at a moment, and answers what the next window then finds. */
async function startAndDie(
  { order, open }: Rig,
  dieWhen: (window: Window) => void,
): Promise<{ readonly next: Window; readonly runId: string }> {
  const window = open();
  const start = await order(window, 'shop-prod', toManagedNatGateway);
  dieWhen(window);
  await expect(window.azure.runner.start(start, watching().watch)).rejects.toThrow();
  return { next: open(), runId: 'run-1' };
}

const newest = (record: RunRecord): RunEvent['kind'] | undefined => record.events.at(-1)?.kind;

/** The process dies just before an event of this kind is kept, or just after. */
const dieBefore = (kind: RunEvent['kind']) => (window: Window) => {
  window.journal.onWrite = (record) => {
    if (newest(record) !== kind) return;
    window.die();
    throw new Error('killed');
  };
};
const dieAfter = (kind: RunEvent['kind']) => (window: Window) => {
  window.journal.onKept = (record) => {
    if (newest(record) !== kind) return;
    window.die();
    throw new Error('killed');
  };
};
/** Azure has the PUT, its answer reaches nobody. */
const dieOnAnswer = (window: Window) => {
  window.onAnswered = ({ method }) => {
    if (method === 'PUT') window.die();
  };
};

const goOn = (window: Window, runId: string) => window.azure.runner.resume(runId, watching().watch);
const say = (window: Window, runId: string, yes: boolean) => answerTo(window, runId, yes);

describe('a run whose process is killed', () => {
  it.each([
    ['after it started', dieAfter('started')],
    ['after it read', dieAfter('reading')],
    ['before the record of sending is kept', dieBefore('sending')],
  ])('%s has sent nothing; it asks, and Continue sends once', async (_, dieWhen) => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieWhen);
    expect(await world.puts()).toHaveLength(0);
    const waiting = await goOn(next, runId);
    expect(foldRun(recordOf(waiting))).toMatchObject({
      status: 'asking',
      question: { question: 'continue', stepId: 'switch' },
    });
    expect(await world.puts()).toHaveLength(0);
    expect(ended(recordOf(await say(next, runId, true)))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });

  it('before its first record is kept leaves no run at all', async () => {
    const world = rig();
    const { next } = await startAndDie(world, dieBefore('started'));
    expect(await next.azure.runner.records()).toEqual([]);
    expect(await world.puts()).toHaveLength(0);
  });

  it('after the record and before sending is found untouched; it asks whether to repeat, and repeats once', async () => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieAfter('sending'));
    expect(await world.puts()).toHaveLength(0);
    const waiting = recordOf(await goOn(next, runId));
    expect(foldRun(waiting)).toMatchObject({ status: 'asking', question: { question: 'repeat' } });
    expect(await world.puts()).toHaveLength(0);
    expect(ended(recordOf(await say(next, runId, true)))?.end).toBe('succeeded');
    const puts = await world.puts();
    const sent = waiting.events.find(({ kind }) => kind === 'sending');
    expect(puts).toMatchObject([{ accepted: true, ifMatch: sent?.kind === 'sending' ? sent.eTag : '' }]);
  });

  it('after sending adopts what Azure is doing, and sends nothing', async () => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieOnAnswer);
    const record = recordOf(await goOn(next, runId));
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    expect(kinds(record)).toContain('lost');
    expect(await world.puts()).toHaveLength(1);
  });

  it('after the answer watches the same operation to its end', async () => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieAfter('accepted'));
    const record = recordOf(await goOn(next, runId));
    expect(ended(record)?.end).toBe('succeeded');
    expect(kinds(record)).not.toContain('lost');
    expect(next.requests.some((request) => request.includes('/operations/'))).toBe(true);
    expect(await world.puts()).toHaveLength(1);
  });

  it('and is looked at only after Azure has long ended is found done', async () => {
    for (const dieWhen of [dieOnAnswer, dieAfter('accepted')]) {
      const world = rig();
      const { next, runId } = await startAndDie(world, dieWhen);
      world.clock.advance(3_600_000);
      expect(ended(recordOf(await goOn(next, runId)))?.end).toBe('succeeded');
      expect(await world.puts()).toHaveLength(1);
    }
  });

  it('after the end of its last step only records the end', async () => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieAfter('stepEnded'));
    const record = recordOf(await goOn(next, runId));
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    expect(kinds(record).filter((kind) => kind === 'stepEnded')).toHaveLength(1);
    expect(await world.puts()).toHaveLength(1);
  });

  it('after the end of the run has nothing left to do', async () => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieAfter('ended'));
    const before = (await next.journal.read(runId))!;
    expect(await goOn(next, runId)).toMatchObject({ kind: 'ended' });
    expect(await next.journal.read(runId)).toEqual(before);
    expect(await world.puts()).toHaveLength(1);
  });

  it('at any moment, twice, is never sent twice', async () => {
    for (const kind of [
      'started',
      'reading',
      'sending',
      'accepted',
      'progress',
      'stepEnded',
      'ended',
    ] as const)
      for (const first of [dieBefore(kind), dieAfter(kind)])
        for (const again of ['resumed', 'lost', 'stepEnded'] as const) {
          const world = rig();
          const { next, runId } = await startAndDie(world, first);
          if (world.store.kept.size === 0) continue;
          dieAfter(again)(next);
          await goOn(next, runId).catch(() => undefined);
          const last = world.open();
          const found = await goOn(last, runId);
          const outcome = found.kind === 'open' ? await say(last, runId, true) : found;
          expect(ended(recordOf(outcome))?.end, `${kind}, then ${again}`).toBe('succeeded');
          expect(await world.puts(), `${kind}, then ${again}`).toHaveLength(1);
        }
  }, 60_000);
});

describe('an answer that never came', () => {
  const lost = async (world: Rig, meanwhile: () => Promise<unknown>) => {
    const { next, runId } = await startAndDie(world, dieOnAnswer);
    await meanwhile();
    return { next, runId, record: recordOf(await goOn(next, runId)) };
  };

  it.each(['Failed', 'Canceled'] as const)('is told as %s where the cluster says so', async (status) => {
    const world = rig();
    await world.fault({
      kind: 'endOperation',
      status,
      error: { code: 'OutOfAddresses', message: 'No address left.' },
    });
    const { record } = await lost(world, () => {
      world.clock.advance(3_600_000);
      return Promise.resolve();
    });
    expect(ended(record)?.end).toBe(status.toLowerCase());
    const step = record.events.find(({ kind }) => kind === 'stepEnded');
    if (status === 'Failed')
      expect(step).toMatchObject({ azure: { code: 'OutOfAddresses', message: 'No address left.' } });
    expect(await world.puts()).toHaveLength(1);
  });

  it("waits for somebody else's operation, then judges again", async () => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieAfter('sending'));
    const clusterId = recordOf({
      kind: 'open',
      record: ((await next.journal.read(runId)) as { record: RunRecord }).record,
    }).clusterId;
    await world.fault({
      kind: 'changeCluster',
      clusterId,
      patch: { tags: { by: 'somebody' } },
      lastsInMs: 90_000,
    });
    const record = recordOf(await goOn(next, runId));
    expect(record.events).toContainEqual(expect.objectContaining({ kind: 'waiting', reason: 'busy' }));
    expect(ended(record)?.end).toBe('stale');
    const step = record.events.find(({ kind }) => kind === 'stepEnded');
    expect(step).toMatchObject({
      differences: expect.arrayContaining([{ path: ['tags', 'by'], after: 'somebody' }]) as unknown,
    });
    expect(await world.puts()).toHaveLength(0);
  });

  it('is a reason for a new plan where somebody else changed the cluster or a pool meanwhile', async () => {
    for (const change of [
      { kind: 'changeCluster', patch: { tags: { by: 'somebody' } } },
      { kind: 'changePool', pool: 'web', patch: { maxCount: 20 } },
    ] as const) {
      const world = rig();
      const { next, runId } = await startAndDie(world, dieAfter('sending'));
      const entry = await next.journal.read(runId);
      const clusterId = entry?.kind === 'record' ? entry.record.clusterId : '';
      await world.fault({ ...change, clusterId });
      const record = recordOf(await goOn(next, runId));
      expect(ended(record)?.end).toBe('stale');
      expect(await world.puts()).toHaveLength(0);
    }
  });

  it('that arrives after all makes the repeat fail on its eTag, and is then found done', async () => {
    const world = rig();
    const window = world.open();
    const start = await world.order(window, 'shop-prod', toManagedNatGateway);
    let held: Request | undefined;
    window.onSending = (request) => {
      if (request.method !== 'PUT' || held !== undefined) return;
      held = request.clone();
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    };
    const waiting = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(foldRun(waiting).question).toMatchObject({ question: 'repeat' });
    expect(await world.puts()).toHaveLength(0);
    window.onSending = async (request) => {
      if (request.method !== 'PUT' || held === undefined) return;
      const first = held;
      held = undefined;
      window.onSending = () => undefined;
      await world.sandbox.handle(first);
    };
    const outcome = await say(window, 'run-1', true);
    expect(ended(recordOf(outcome))).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    expect((await world.puts()).map(({ accepted }) => accepted)).toEqual([true, false]);
  });

  it('and is not wanted again ends the run as given up, with nothing sent', async () => {
    const world = rig();
    const { next, runId } = await startAndDie(world, dieAfter('sending'));
    await goOn(next, runId);
    expect(ended(recordOf(await say(next, runId, false)))?.end).toBe('givenUp');
    expect(await world.puts()).toHaveLength(0);
  });
});
