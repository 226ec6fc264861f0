import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '../../../src/core/run-outcome.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import { foldRun } from '../../../src/core/run.js';
import { rangesThatSettle, rangesThenSwitch } from '../orders.js';
import { answerTo, ended, kinds, recordOf, rig, watching } from '../rig.js';

const addresses = ['203.0.113.77/32'];

/** A run of two steps, into which a second window looks at a moment. */
async function lookedInto(
  change: ReturnType<typeof rangesThenSwitch>,
  when: (record: RunRecord) => boolean,
  options: { readonly isFirstSlow?: boolean } = {},
) {
  const world = rig();
  const [first, second] = [world.open(), world.open()];
  const order = await world.order(first, 'shop-prod', change);
  let looking: Promise<RunOutcome> | undefined;
  if (options.isFirstSlow === true)
    // The second window sees the end of each operation first.
    first.answerWith = (response, { url }) =>
      looking !== undefined && url.includes('/operations/')
        ? Response.json({ status: 'InProgress' })
        : response;
  const { watch } = watching((record) => {
    if (looking === undefined && when(record))
      looking = second.azure.runner.resume('run-1', watching().watch);
  });
  const outcome = await first.azure.runner.start(order, watch);
  await looking;
  return { world, outcome };
}

const isSettling = ({ events }: RunRecord): boolean => {
  const newest = events.at(-1);
  return newest?.kind === 'waiting' && newest.reason === 'settling';
};

describe('a second window that looks at a run', () => {
  it.each([
    ['while Azure works on a step', rangesThenSwitch(addresses), 'accepted', false],
    ['and sees the end of a step first', rangesThenSwitch(addresses), 'accepted', true],
    ['before anything is sent', rangesThenSwitch(addresses), 'reading', false],
    ['between two steps', rangesThenSwitch(addresses), 'stepEnded', false],
  ] as const)(
    '%s leaves it to the window that was told to make the change',
    async (_, change, kind, slow) => {
      const { world, outcome } = await lookedInto(change, (record) => kinds(record).at(-1) === kind, {
        isFirstSlow: slow,
      });
      expect(kinds(recordOf(outcome))).not.toContain('asked');
      expect(ended(recordOf(outcome))?.end).toBe('succeeded');
      expect(await world.puts()).toHaveLength(2);
    },
  );

  it('asks the person once the first window is gone', async () => {
    const world = rig();
    const [first, second] = [world.open(), world.open()];
    const order = await world.order(first, 'shop-prod', rangesThatSettle(addresses));
    first.journal.onKept = (record) => {
      if (!isSettling(record)) return;
      first.die();
      throw new Error('killed');
    };
    await expect(first.azure.runner.start(order, watching().watch)).rejects.toThrow();
    const asking = recordOf(await second.azure.runner.resume('run-1', watching().watch));
    expect(foldRun(asking).question).toEqual({ question: 'continue', stepId: 'switch' });
    expect(ended(recordOf(await answerTo(second, 'run-1', true)))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(2);
  });

  it('asks the person once the first window has stopped watching', async () => {
    const world = rig();
    const [first, second] = [world.open(), world.open()];
    const order = await world.order(first, 'shop-prod', rangesThenSwitch(addresses));
    const leaving = watching((record) => {
      if (kinds(record).at(-1) === 'accepted') leaving.stop.abort();
    });
    await first.azure.runner.start(order, leaving.watch);
    const asking = recordOf(await second.azure.runner.resume('run-1', watching().watch));
    expect(foldRun(asking).question).toEqual({ question: 'continue', stepId: 'switch' });
    expect(await world.puts()).toHaveLength(1);
  });
});

describe('a yes', () => {
  it('to one step is no yes to the next, which another window came to meanwhile', async () => {
    const world = rig();
    const [first, second] = [world.open(), world.open()];
    const order = await world.order(first, 'shop-prod', rangesThenSwitch(addresses));
    const expired = { method: 'PUT', kind: 'expiredToken', times: 2 } as const;
    await world.fault(expired);
    const seen = foldRun(recordOf(await first.azure.runner.start(order, watching().watch))).question!;
    let isSet = false;
    const { watch } = watching((record) => {
      if (isSet || kinds(record).at(-1) !== 'stepEnded') return;
      isSet = true;
      void world.fault(expired);
    });
    const now = foldRun(recordOf(await answerTo(first, 'run-1', true, watch))).question;
    expect([seen.stepId, now?.stepId]).toEqual(['ranges', 'switch']);
    const before = (await world.puts()).length;
    for (const yes of [true, false]) {
      const outcome = await second.azure.runner.answer('run-1', { ...seen, yes }, watching().watch);
      expect(outcome.kind).toBe('open');
      expect(foldRun(recordOf(outcome)).question).toEqual(now);
    }
    expect((await world.puts()).length).toBe(before);
  });
});
