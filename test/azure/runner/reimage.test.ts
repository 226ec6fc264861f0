import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import { valueAt, type Json } from '../../../src/core/json.js';
import { poolResource } from '../../../src/core/pool-body.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import { reimage, reimaging, shopId, thenSwitch } from '../reimaging.js';
import type { TestStep } from '../own-network.js';
import {
  answerTo,
  ended,
  find,
  kinds,
  never,
  recordOf,
  rig,
  watching,
  type Rig,
  type Window,
} from '../rig.js';

const run = async (world: Rig, window: Window, ...steps: readonly TestStep[]): Promise<RunRecord> =>
  recordOf(
    await window.azure.runner.start(
      await world.order(window, 'shop-prod', reimaging(...steps)),
      watching().watch,
    ),
  );

const posts = async (world: Rig) =>
  (await world.sandbox.writes()).filter(({ path }) => path.includes('/upgradeNodeImageVersion'));
const accepted = async (world: Rig) => (await posts(world)).filter((write) => write.accepted).length;
const imageOf = async (window: Window, pool: string): Promise<Json | undefined> => {
  const { basis } = await window.azure.read(await find(window, 'shop-prod'), never());
  return valueAt(poolResource(basis.body, pool), ['properties', 'nodeImageVersion']);
};
const ends = (record: RunRecord) =>
  record.events.flatMap((event) => (event.kind === 'stepEnded' ? [event.end] : []));
const lastStep = (record: RunRecord) => record.events.findLast(({ kind }) => kind === 'stepEnded');
const lostOnce = (when: 'beforeAcceptance' | 'afterAcceptance') =>
  ({ kind: 'lost', when, method: 'POST', path: 'upgradeNodeImageVersion', times: 1 }) as const;
const isAsked = { status: 'asking', question: { question: 'repeat' } } as const;

describe('a pool made anew', () => {
  it('is sent once without an eTag, watched with the words of Azure, and is the basis of what follows', async () => {
    const world = rig();
    const window = world.open();
    const before = await imageOf(window, 'system');
    const record = await run(world, window, reimage('system'), reimage('web'), ...thenSwitch);
    expect(ends(record)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(
      record.events.flatMap((event) => (event.kind === 'stepEnded' ? (event.differences ?? []) : [])),
    ).toEqual([]);
    expect(await posts(world)).toMatchObject([{ accepted: true }, { accepted: true }]);
    expect((await posts(world)).every(({ ifMatch }) => ifMatch === undefined)).toBe(true);
    expect(record.events).toContainEqual(
      expect.objectContaining({ kind: 'progress', status: 'RollingUpgradeCreatingSurgeNodes' }),
    );
    expect(await imageOf(window, 'system')).not.toEqual(before);
  });

  it('whose answer never came is found done, and the new image is told: it may be somebody else’s', async () => {
    const world = rig();
    await world.fault(lostOnce('afterAcceptance'));
    const record = await run(world, world.open(), reimage('system'), ...thenSwitch);
    expect(kinds(record)).toContain('lost');
    expect(ends(record)).toEqual(['succeeded', 'succeeded']);
    const told = record.events.find(({ kind }) => kind === 'stepEnded');
    expect(told?.kind === 'stepEnded' && told.differences?.map(({ path }) => path.at(-1))).toEqual([
      'nodeImageVersion',
    ]);
    expect(await accepted(world)).toBe(1);
  });

  it('whose request never arrived is asked about, and sent again only on a yes', async () => {
    const world = rig();
    const window = world.open();
    await world.fault(lostOnce('beforeAcceptance'));
    const record = await run(world, window, reimage('system'));
    expect(foldRun(record)).toMatchObject(isAsked);
    expect(await accepted(world)).toBe(0);
    expect(await window.azure.runner.resume(record.runId, watching().watch)).toMatchObject({ kind: 'open' });
    expect(await accepted(world)).toBe(0);
    const went = recordOf(await answerTo(window, record.runId, true));
    expect(ended(went)?.end).toBe('succeeded');
    expect(await accepted(world)).toBe(1);
  });

  it('that had the newest image before leaves nothing to tell a lost request by: the person is asked', async () => {
    const world = rig();
    const window = world.open();
    expect(ends(await run(world, window, reimage('system')))).toEqual(['succeeded']);
    await world.fault(lostOnce('afterAcceptance'));
    const record = await run(world, window, reimage('system'), ...thenSwitch);
    expect(foldRun(record)).toMatchObject(isAsked);
    expect(ends(record)).toEqual([]);
    const went = recordOf(await answerTo(window, record.runId, true));
    expect(ends(went)).toEqual(['succeeded', 'succeeded']);
  });

  it.each(['Failed', 'Canceled'] as const)(
    'that ends as %s stops the run with the words of Azure',
    async (status) => {
      const world = rig();
      await world.fault({
        kind: 'endOperation',
        status,
        error: { code: 'QuotaExceeded', message: 'No cores.' },
        times: 1,
      });
      const record = await run(world, world.open(), reimage('system'), ...thenSwitch);
      expect(ends(record)).toEqual([status.toLowerCase()]);
      expect(lastStep(record)).toMatchObject({ azure: { message: 'No cores.' } });
      expect(await world.puts()).toEqual([]);
    },
  );

  it('whose work failed after a lost answer is told as failed', async () => {
    const world = rig();
    await world.fault({
      kind: 'endOperation',
      status: 'Failed',
      error: { code: 'E', message: 'x' },
      times: 1,
    });
    await world.fault(lostOnce('afterAcceptance'));
    expect(ends(await run(world, world.open(), reimage('system')))).toEqual(['failed']);
  });

  it.each([
    ['the pool itself', 'system'],
    ['another pool', 'web'],
  ])('is not sent where somebody changed %s since the plan, and that is told', async (_what, pool) => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', reimaging(reimage('system')));
    await world.fault({
      kind: 'changePool',
      clusterId: shopId,
      pool,
      patch: { nodeLabels: { by: 'somebody' } },
    });
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(lastStep(record)).toMatchObject({ end: 'stale' });
    expect(lastStep(record)).toHaveProperty('differences.0.path.0', 'properties');
    expect(await posts(world)).toEqual([]);
  });

  it('tells what somebody changed meanwhile in another pool', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', reimaging(reimage('system')));
    let isDone = false;
    const { watch } = watching((record) => {
      if (isDone || record.events.at(-1)?.kind !== 'accepted') return;
      isDone = true;
      void world.fault({
        kind: 'changePool',
        clusterId: shopId,
        pool: 'web',
        patch: { nodeLabels: { by: 'x' } },
      });
    });
    const record = recordOf(await window.azure.runner.start(order, watch));
    expect(lastStep(record)).toMatchObject({ end: 'succeeded' });
    expect(JSON.stringify(lastStep(record))).toContain('nodeLabels');
  });

  it.each([
    ['429 with a time', { kind: 'throttle', retryAfterInSeconds: 12 }],
    ['429 without one', { kind: 'throttle' }],
  ] as const)('waits after %s, looks anew, and is sent once more', async (_what, fault) => {
    const world = rig();
    await world.fault({ ...fault, method: 'POST', path: 'upgradeNodeImageVersion', times: 1 });
    const record = await run(world, world.open(), reimage('system'));
    const at = record.events.findIndex(({ kind }) => kind === 'waiting');
    expect(record.events.slice(at, at + 3).map(({ kind }) => kind)).toEqual([
      'waiting',
      'reading',
      'sending',
    ]);
    expect(ends(record)).toEqual(['succeeded']);
    expect(await accepted(world)).toBe(1);
  });

  it('that Azure refuses is told with its words', async () => {
    const world = rig();
    const body = { code: 'OperationNotAllowed', message: 'Surge is not possible.' };
    await world.fault({ kind: 'refuse', method: 'POST', path: 'upgradeNodeImageVersion', status: 400, body });
    expect(lastStep(await run(world, world.open(), reimage('system')))).toMatchObject({
      end: 'refused',
      azure: { message: 'Surge is not possible.' },
    });
  });

  it('is found again by a second window in the middle, and sent once', async () => {
    const world = rig();
    const first = world.open();
    const order = await world.order(first, 'shop-prod', reimaging(reimage('system'), ...thenSwitch));
    const { watch } = watching((record) => {
      if (record.events.at(-1)?.kind === 'progress') first.die();
    });
    await first.azure.runner.start(order, watch).catch(() => undefined);
    const second = world.open();
    const record = recordOf(await second.azure.runner.resume('run-1', watching().watch));
    expect(ends(record)).toEqual(['succeeded']);
    expect(foldRun(record)).toMatchObject({ question: { question: 'continue', stepId: 'switch' } });
    expect(await accepted(world)).toBe(1);
  });

  it.each([
    ['a pool of another cluster', `${shopId}x/agentPools/system`],
    ['no pool', `${shopId}/privateEndpointConnections/x`],
    ['more than a pool', `${shopId}/agentPools/system/machines`],
  ])('is refused before anything is sent: %s', async (_what, resourceId) => {
    const world = rig();
    const step = reimage('system');
    if (step.send?.kind !== 'reimage') throw new Error('another step');
    const record = await run(world, world.open(), { ...step, send: { ...step.send, resourceId } });
    expect(kinds(record)).toEqual(['started', 'stepEnded', 'ended']);
    expect(ends(record)).toEqual(['refused']);
    expect(await world.sandbox.writes()).toEqual([]);
  });
});
