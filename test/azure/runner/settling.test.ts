import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/core/run-record.js';
import { foldRun } from '../../../src/core/run.js';
import { rangesThatSettle, rangesThenSwitch } from '../orders.js';
import { answerTo, ended, kinds, recordOf, rig, watching } from '../rig.js';

const addresses = ['203.0.113.10/32', '192.0.2.0/24'];

const endOfRangesIn = ({ events }: RunRecord): number =>
  events.find((event) => event.kind === 'stepEnded' && event.stepId === 'ranges')?.atInMs ?? Number.NaN;
const sendingOf = ({ events }: RunRecord, stepId: string): number =>
  events.find((event) => event.kind === 'sending' && event.stepId === stepId)?.atInMs ?? Number.NaN;
const settlingIn = ({ events }: RunRecord) =>
  events.flatMap((event) => (event.kind === 'waiting' && event.reason === 'settling' ? [event] : []));
const isSettling = (record: RunRecord): boolean => {
  const newest = record.events.at(-1);
  return newest?.kind === 'waiting' && newest.reason === 'settling';
};

describe('a step whose change takes time to apply', () => {
  it('lets the next one wait that long after its verified end, and the journal says until when', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', rangesThatSettle(addresses));
    const record = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(ended(record)?.end).toBe('succeeded');
    const until = endOfRangesIn(record) + 120_000;
    expect(settlingIn(record)).toMatchObject([{ stepId: 'switch', untilInMs: until }]);
    expect(sendingOf(record, 'switch')).toBeGreaterThanOrEqual(until);
    expect(await puts()).toHaveLength(2);
  });

  it('does not wait where nothing has to apply', async () => {
    const { open, order } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', rangesThenSwitch(addresses));
    const record = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(settlingIn(record)).toEqual([]);
    expect(sendingOf(record, 'switch') - endOfRangesIn(record)).toBeLessThan(120_000);
  });

  it('can be left while it is waited for: after a resume Continue is asked, and even a quick yes waits the rest', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', rangesThatSettle(addresses));
    const { stop, watch } = watching((record) => {
      if (isSettling(record)) stop.abort();
    });
    const left = await window.azure.runner.start(start, watch);
    expect(left.kind).toBe('open');
    expect(kinds(recordOf(left)).slice(-2)).toEqual(['waiting', 'detached']);
    expect(await puts()).toHaveLength(1);
    const asking = recordOf(await window.azure.runner.resume('run-1', watching().watch));
    expect(foldRun(asking)).toMatchObject({ question: { question: 'continue', stepId: 'switch' } });
    expect(await puts()).toHaveLength(1);
    const record = recordOf(await answerTo(window, 'run-1', true));
    expect(ended(record)?.end).toBe('succeeded');
    expect(sendingOf(record, 'switch')).toBeGreaterThanOrEqual(endOfRangesIn(record) + 120_000);
    expect(await puts()).toHaveLength(2);
  });

  it('survives a kill while it is waited for, and nothing is sent without a yes', async () => {
    const { open, order, puts, clock } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', rangesThatSettle(addresses));
    window.journal.onKept = (record) => {
      if (!isSettling(record)) return;
      window.die();
      throw new Error('killed');
    };
    await expect(window.azure.runner.start(start, watching().watch)).rejects.toThrow();
    clock.advance(600_000);
    const next = open();
    const asking = recordOf(await next.azure.runner.resume('run-1', watching().watch));
    expect(foldRun(asking).status).toBe('asking');
    expect(await puts()).toHaveLength(1);
    const record = recordOf(await answerTo(next, 'run-1', true));
    expect(ended(record)?.end).toBe('succeeded');
    expect(settlingIn(record)).toHaveLength(1);
    expect(await puts()).toHaveLength(2);
  });

  it('lets another window look meanwhile: once that one asks the person, the first sends nothing', async () => {
    const { open, order, puts } = rig();
    const [window, other] = [open(), open()];
    const start = await order(window, 'shop-prod', rangesThatSettle(addresses));
    let looking: Promise<unknown> | undefined;
    const { watch } = watching((record) => {
      if (isSettling(record)) looking ??= other.azure.runner.resume('run-1', watching().watch);
    });
    const outcome = await window.azure.runner.start(start, watch);
    await looking;
    const record = recordOf(outcome);
    expect(await puts()).toHaveLength(foldRun(record).status === 'asking' ? 1 : 2);
    expect(kinds(record).filter((kind) => kind === 'sending')).toHaveLength((await puts()).length);
  });
});
