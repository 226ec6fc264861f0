import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/canonical-json.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { format } from '../../../src/core/message.js';
import type { RunEvent } from '../../../src/core/run-record.js';
import type { StartOrder } from '../../../src/core/run-outcome.js';
import { foldRun } from '../../../src/core/run.js';
import { toManagedNatGateway } from '../orders.js';
import {
  answerTo,
  digestOf,
  ended,
  find,
  never,
  recordOf,
  rig,
  watching,
  type Rig,
  type Window,
} from '../rig.js';

/** The order to let Azure finish a managed NAT gateway that it took and gave up. */
async function leftUnfinished(world: Rig, status: 'Failed' | 'Canceled' = 'Failed') {
  const window = world.open();
  await world.fault({ kind: 'endOperation', status, times: 1, error: { code: 'Quota', message: 'Full.' } });
  const first = await world.order(window, 'shop-staging', toManagedNatGateway);
  await window.azure.runner.start(first, watching().watch);
  const reading = await window.azure.read(await find(window, 'shop-staging'), never());
  const made = makePlan({
    reading,
    target: { outboundType: 'managedNATGateway', sku: 'Standard' },
    bodyDigest: await digestOf(reading.basis.body),
  });
  if (made.kind === 'none') throw new Error(format(made.because));
  const order: StartOrder = { plan: made.plan, reading, digest: canonicalJson([]), addressesBefore: [] };
  return { window, order };
}

const dieAfter = (window: Window, kind: RunEvent['kind']) => {
  window.journal.onKept = (record) => {
    if (record.events.at(-1)?.kind !== kind) return;
    window.die();
    throw new Error('killed');
  };
};
const goOn = async (window: Window) => recordOf(await window.azure.runner.resume('run-2', watching().watch));

describe('a repeat of what Azure did not finish', () => {
  it.each(['Failed', 'Canceled'] as const)('is one guarded PUT, verified: it had %s', async (status) => {
    const world = rig();
    const { window, order } = await leftUnfinished(world, status);
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    expect(ended(record)?.addresses).toHaveLength(2);
    const step = record.events.find(({ kind }) => kind === 'stepEnded');
    expect(step).toMatchObject({ end: 'succeeded', differences: [] });
    expect(await world.puts()).toHaveLength(2);
  });

  it("fails again while the cause is there, in Azure's own words", async () => {
    const world = rig();
    const { window, order } = await leftUnfinished(world);
    await world.fault({
      kind: 'endOperation',
      status: 'Failed',
      times: 1,
      error: { code: 'Quota', message: 'Still full.' },
    });
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(ended(record)?.end).toBe('failed');
    expect(record.events.find(({ kind }) => kind === 'stepEnded')).toMatchObject({
      azure: { message: 'Still full.' },
    });
  });

  it('that never left is not taken for the failure before it: it asks, and is sent once', async () => {
    const world = rig();
    const { window, order } = await leftUnfinished(world);
    dieAfter(window, 'sending');
    await expect(window.azure.runner.start(order, watching().watch)).rejects.toThrow();
    const next = world.open();
    const waiting = await goOn(next);
    expect(foldRun(waiting).question).toMatchObject({ question: 'repeat', stepId: 'reconcile' });
    expect(await world.puts()).toHaveLength(1);
    expect(ended(recordOf(await answerTo(next, 'run-2', true)))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(2);
  });

  it.each([
    [undefined, 'succeeded'],
    ['Failed', 'failed'],
    ['Canceled', 'canceled'],
  ] as const)('whose answer was lost is judged by what Azure made of it: %s', async (status, end) => {
    const world = rig();
    const { window, order } = await leftUnfinished(world);
    if (status !== undefined)
      await world.fault({
        kind: 'endOperation',
        status,
        times: 1,
        error: { code: 'Quota', message: 'Full.' },
      });
    window.onAnswered = ({ method }) => {
      if (method === 'PUT') window.die();
    };
    await expect(window.azure.runner.start(order, watching().watch)).rejects.toThrow();
    world.clock.advance(3_600_000);
    expect(ended(await goOn(world.open()))?.end).toBe(end);
    expect(await world.puts()).toHaveLength(2);
  });

  it('is not sent where somebody else has mended or changed the cluster meanwhile', async () => {
    const world = rig();
    const { window, order } = await leftUnfinished(world);
    await world.fault({
      kind: 'changeCluster',
      clusterId: order.plan.clusterId,
      patch: { tags: { by: 'somebody' } },
    });
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(ended(record)?.end).toBe('stale');
    expect(await world.puts()).toHaveLength(1);
  });
});
