import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import { toManagedNatGateway } from '../orders.js';
import { answerTo, ended, kinds, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

const start = async (world: Rig, window: Window, before: () => Promise<unknown>) => {
  const order = await world.order(window, 'shop-prod', toManagedNatGateway);
  await before();
  return recordOf(await window.azure.runner.start(order, watching().watch));
};
const eventsOf = (record: RunRecord, kind: string) => record.events.filter((event) => event.kind === kind);
const put = { method: 'PUT' } as const;

describe('a PUT that Azure does not take', () => {
  it('is shown as waiting when throttled, and sent once more after the time that Azure names', async () => {
    const world = rig();
    const window = world.open();
    const record = await start(world, window, () =>
      world.fault({ ...put, kind: 'throttle', retryAfterInSeconds: 40, times: 1 }),
    );
    const [waiting] = eventsOf(record, 'waiting');
    expect(waiting).toMatchObject({ reason: 'throttled', azure: { status: 429 } });
    expect(waiting?.kind === 'waiting' && waiting.untilInMs! - waiting.atInMs).toBe(40_000);
    expect(ended(record)?.end).toBe('succeeded');
    expect((await world.puts()).map(({ status }) => status)).toEqual([429, 200]);
    expect(new Set((await world.puts()).map(({ ifMatch }) => ifMatch)).size).toBe(1);
  });

  it.each([
    ['is not sent a third time by itself', { times: 2 }, 2],
    ['waits at once where Azure names more than ten minutes', { retryAfterInSeconds: 7200, times: 1 }, 1],
  ])('%s: nothing was done, so the person is asked', async (_, fault, puts) => {
    const world = rig();
    const window = world.open();
    const record = await start(world, window, () => world.fault({ ...put, kind: 'throttle', ...fault }));
    expect(foldRun(record)).toMatchObject({ status: 'asking', question: { question: 'continue' } });
    const waiting = eventsOf(record, 'waiting').at(-1);
    expect(waiting).toMatchObject({ reason: 'throttled' });
    expect(waiting?.kind === 'waiting' && waiting.untilInMs! > waiting.atInMs).toBe(true);
    expect(await world.puts()).toHaveLength(puts);
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('succeeded');
  });

  it("is refused with Azure's own words, and the run has ended", async () => {
    const world = rig();
    const record = await start(world, world.open(), () => world.fault({ ...put, kind: 'policy' }));
    expect(eventsOf(record, 'stepEnded')).toMatchObject([
      { end: 'refused', azure: { status: 403, code: 'RequestDisallowedByPolicy' } },
    ]);
    expect(ended(record)).toMatchObject({
      end: 'refused',
      outboundType: 'loadBalancer',
      addresses: ['203.0.113.10'],
    });
    expect(await world.puts()).toHaveLength(1);
  });

  it('heals after a claims challenge or an expired token, with the same eTag', async () => {
    for (const kind of ['claims', 'expiredToken'] as const) {
      const world = rig();
      const record = await start(world, world.open(), () => world.fault({ ...put, kind, times: 1 }));
      expect(ended(record)?.end).toBe('succeeded');
      expect((await world.puts()).map(({ status }) => status)).toEqual([401, 200]);
    }
  });

  it('waits for a sign-in that only the person can give, and is never called failed', async () => {
    const world = rig();
    const window = world.open();
    const record = await start(world, window, () => world.fault({ ...put, kind: 'expiredToken', times: 2 }));
    expect(foldRun(record)).toMatchObject({ status: 'asking', question: { question: 'continue' } });
    expect(new Set(eventsOf(record, 'waiting').map((event) => 'reason' in event && event.reason))).toEqual(
      new Set(['signIn']),
    );
    expect(eventsOf(record, 'stepEnded')).toEqual([]);
    const done = recordOf(await answerTo(window, 'run-1', true));
    expect(ended(done)?.end).toBe('succeeded');
    expect((await world.puts()).map(({ accepted }) => accepted)).toEqual([false, false, true]);
  });

  it('that never connected is sent once more, then waits for the person', async () => {
    const world = rig();
    const window = world.open();
    let tries = 0;
    const record = await start(world, window, () => {
      window.onSending = ({ method }) => {
        if (method !== 'PUT') return;
        tries += 1;
        throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      };
      return Promise.resolve();
    });
    expect(tries).toBe(2);
    expect(foldRun(record)).toMatchObject({ status: 'asking', question: { question: 'continue' } });
    window.onSending = () => undefined;
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });
});

describe('a cluster that is not as the plan thought', () => {
  it.each([
    [
      'the cluster',
      {
        kind: 'changeCluster',
        patch: { properties: { networkProfile: { loadBalancerProfile: { idleTimeoutInMinutes: 4 } } } },
      },
    ],
    ['a pool only', { kind: 'changePool', pool: 'web', patch: { maxCount: 20 } }],
  ] as const)(
    'because somebody changed %s before is left alone, and the changes are shown',
    async (_, change) => {
      const world = rig();
      const window = world.open();
      const order = await world.order(window, 'shop-prod', toManagedNatGateway);
      await world.fault({ ...change, clusterId: order.plan.clusterId });
      const record = recordOf(await window.azure.runner.start(order, watching().watch));
      const [step] = eventsOf(record, 'stepEnded');
      expect(step).toMatchObject({ end: 'stale' });
      expect(step?.kind === 'stepEnded' && step.differences!.length).toBeGreaterThan(0);
      expect(ended(record)?.end).toBe('stale');
      expect(await world.puts()).toHaveLength(0);
    },
  );

  it('because somebody changed it between the look and the PUT is protected by the eTag', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    await world.fault({
      ...put,
      kind: 'changeCluster',
      clusterId: order.plan.clusterId,
      patch: { tags: { by: 'somebody' } },
    });
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(eventsOf(record, 'stepEnded')).toMatchObject([
      { end: 'stale', differences: [{ path: ['tags', 'by'] }] },
    ]);
    expect((await world.puts()).map(({ accepted }) => accepted)).toEqual([false]);
  });

  it('because somebody changed a pool between the look and the PUT is told, though no eTag guards it', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    const { clusterId } = order.plan;
    await world.fault({ ...put, kind: 'changePool', clusterId, pool: 'system', patch: { count: 5 } });
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    const [step] = eventsOf(record, 'stepEnded');
    expect(step).toMatchObject({
      end: 'succeeded',
      differences: [{ path: ['agentPools', 'system', 'eTag'] }],
    });
  });

  it.each([
    [412, { error: { code: 'PreconditionFailed', message: 'x' } }],
    [409, { code: 'EtagMismatch', message: 'x', subcode: 'y' }],
    [409, { code: 'OperationNotAllowed', message: 'x' }],
  ])('because Azure says so with %i %j needs a new plan', async (status, body) => {
    const world = rig();
    const record = await start(world, world.open(), () =>
      world.fault({ ...put, kind: 'refuse', status, body }),
    );
    expect(ended(record)?.end).toBe('stale');
    expect(await world.puts()).toHaveLength(1);
  });

  it('because another operation runs is not written on top of', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    await world.fault({
      kind: 'changeCluster',
      clusterId: order.plan.clusterId,
      patch: {},
      lastsInMs: 600_000,
    });
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(eventsOf(record, 'stepEnded')).toMatchObject([
      {
        end: 'stale',
        differences: expect.arrayContaining([
          { path: ['properties', 'provisioningState'], before: 'Succeeded', after: 'Updating' },
        ]) as unknown,
      },
    ]);
    expect(await world.puts()).toHaveLength(0);
  });
});

describe('an answer that gets lost', () => {
  it.each([
    ['the line is cut after Azure took it', { ...put, kind: 'lost', when: 'afterAcceptance', times: 1 }],
  ] as const)('because %s is looked for in the cluster, and not sent again', async (_, fault) => {
    const world = rig();
    const record = await start(world, world.open(), () => world.fault(fault));
    expect(kinds(record)).toContain('lost');
    expect(ended(record)?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });

  it.each([
    ['the line is cut before Azure got it', { ...put, kind: 'lost', when: 'beforeAcceptance', times: 1 }],
    ['an HTML page came instead', { ...put, kind: 'html', times: 1 }],
    [
      'Azure broke down',
      { ...put, kind: 'refuse', status: 500, body: { code: 'GetVnetError', message: 'x' }, times: 1 },
    ],
  ] as const)('because %s asks whether to repeat', async (_, fault) => {
    const world = rig();
    const window = world.open();
    const record = await start(world, window, () => world.fault(fault));
    expect(foldRun(record)).toMatchObject({ status: 'asking', question: { question: 'repeat' } });
    const accepted = async () => (await world.puts()).filter((write) => write.accepted);
    expect(await accepted()).toHaveLength(0);
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('succeeded');
    expect(await accepted()).toHaveLength(1);
  });
});
