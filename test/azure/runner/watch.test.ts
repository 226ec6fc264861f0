import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import { rangesThenSwitch, toManagedNatGateway } from '../orders.js';
import { answerTo, ended, kinds, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

const start = async (world: Rig, window: Window, before: () => Promise<unknown>) => {
  const order = await world.order(window, 'shop-prod', toManagedNatGateway);
  await before();
  return recordOf(await window.azure.runner.start(order, watching().watch));
};
const polls = { path: '/operations/' } as const;
const stepEnd = (record: RunRecord) => record.events.findLast(({ kind }) => kind === 'stepEnded');

describe('an operation', () => {
  it.each(['Failed', 'Canceled'] as const)(
    "that ends as %s is told with Azure's own words",
    async (status) => {
      const world = rig();
      const error = { code: 'SubnetIsFull', message: 'Subnet is full.' };
      const record = await start(world, world.open(), () =>
        world.fault({ kind: 'endOperation', status, error }),
      );
      expect(stepEnd(record)).toMatchObject({ end: status.toLowerCase(), azure: error });
      expect(ended(record)?.end).toBe(status.toLowerCase());
      expect(record.operation).toBeUndefined();
      expect(await world.puts()).toHaveLength(1);
    },
  );

  it('that fails still tells what other hands changed meanwhile', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    await world.fault({ kind: 'endOperation', status: 'Failed', error: { code: 'E', message: 'x' } });
    const { clusterId } = order.plan;
    await world.fault({ ...polls, kind: 'changePool', clusterId, pool: 'web', patch: { maxCount: 17 } });
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(stepEnd(record)).toMatchObject({
      end: 'failed',
      azure: { code: 'E' },
      differences: [{ path: ['properties', 'agentPoolProfiles', 1, 'maxCount'], after: 17 }],
    });
  });

  it('that was preempted is judged by the cluster, though it says Succeeded', async () => {
    const world = rig();
    const record = await start(world, world.open(), () =>
      world.fault({
        kind: 'endOperation',
        status: 'Succeeded',
        error: { code: 'NotLatestOperation', message: 'Preempted.' },
      }),
    );
    expect(kinds(record)).toContain('lost');
    expect(ended(record)?.end).toBe('succeeded');
  });

  it.each([
    ['an HTML page', { ...polls, kind: 'html', times: 1 }, 'offline'],
    ['a cut line', { ...polls, kind: 'lost', when: 'beforeAcceptance', times: 2 }, 'offline'],
    ['throttling', { ...polls, kind: 'throttle', retryAfterInSeconds: 90, times: 1 }, 'throttled'],
    [
      'a bad gateway',
      {
        ...polls,
        kind: 'refuse',
        status: 502,
        body: { error: { code: 'BadGatewayConnection', message: 'x' } },
        times: 3,
      },
      'offline',
    ],
  ] as const)('is watched on through %s, and that is shown once', async (_, fault, reason) => {
    const world = rig();
    const record = await start(world, world.open(), () => world.fault(fault));
    expect(record.events.filter(({ kind }) => kind === 'waiting')).toMatchObject([{ reason }]);
    expect(ended(record)?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });

  it.each([403, 404, 410])('whose address answers %i is followed by the cluster itself', async (status) => {
    const world = rig();
    const record = await start(world, world.open(), () =>
      world.fault({ ...polls, kind: 'refuse', status, body: { error: { code: 'X', message: 'x' } } }),
    );
    expect(kinds(record)).toContain('lost');
    expect(record.events).toContainEqual(expect.objectContaining({ kind: 'progress', status: 'Updating' }));
    expect(ended(record)?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(1);
  });

  it('with an address on another host is followed by the cluster itself, and nothing goes there', async () => {
    const world = rig();
    const window = world.open();
    window.answerWith = (response) => {
      const url = response.headers.get('azure-asyncoperation');
      if (url === null) return response;
      const headers = new Headers(response.headers);
      headers.set('azure-asyncoperation', url.replace(world.sandbox.host, 'https://evil.example'));
      return new Response(response.body, { status: response.status, headers });
    };
    const record = await start(world, window, () => Promise.resolve());
    expect(ended(record)?.end).toBe('succeeded');
    expect(window.requests.filter((request) => request.includes('/operations/'))).toEqual([]);
    expect(record.operation).toBeUndefined();
  });

  it('is not called failed when the session ends: it is resumed after a sign-in', async () => {
    const world = rig();
    const window = world.open();
    const record = await start(world, window, () =>
      world.fault({ ...polls, kind: 'expiredToken', times: 2 }),
    );
    expect(foldRun(record)).toMatchObject({ steps: [{ status: 'waiting', waiting: { reason: 'signIn' } }] });
    expect(ended(record)).toBeUndefined();
    expect(ended(recordOf(await window.azure.runner.resume('run-1', watching().watch)))?.end).toBe(
      'succeeded',
    );
    expect(await world.puts()).toHaveLength(1);
  });

  it('reports what changed that nobody meant to change', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    window.answerWith = async (response, request) => {
      if (
        request.method !== 'GET' ||
        !request.url.includes('/managedClusters/') ||
        (await world.puts()).length === 0
      )
        return response;
      const body = (await response.clone().json()) as Record<string, unknown>;
      return Response.json({ ...body, tags: { surprise: 'yes' } });
    };
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    const end = stepEnd(record);
    expect(end?.kind === 'stepEnded' && JSON.stringify(end.differences)).toContain('surprise');
  });

  it('whose result does not show is unverified, never called done', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', {
      ...toManagedNatGateway,
      steps: [
        {
          id: 'switch',
          verify: [
            { kind: 'equals', path: ['properties', 'networkProfile', 'outboundType'], value: 'block' },
          ],
        },
      ],
    });
    expect(ended(recordOf(await window.azure.runner.start(order, watching().watch)))?.end).toBe('unverified');
  });
});

describe('watching', () => {
  const detachAt = (status: string) => {
    const seen = watching((record) => {
      const event = record.events.at(-1);
      if (event?.kind === 'progress' && event.status === status) seen.stop.abort();
    });
    return seen;
  };

  it('is given up by detaching; Azure goes on, and a resume finds it', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    const outcome = await window.azure.runner.start(order, detachAt('ProvisioningNetworkResources').watch);
    expect(outcome.kind).toBe('open');
    expect(foldRun(recordOf(outcome)).status).toBe('detached');
    expect(ended(recordOf(await window.azure.runner.resume('run-1', watching().watch)))?.end).toBe(
      'succeeded',
    );
    expect(await world.puts()).toHaveLength(1);
  });

  it('of a run that was resumed waits for Continue before its next step', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', rangesThenSwitch(['192.0.2.0/24']));
    await window.azure.runner.start(order, detachAt('ProvisioningControlPlane').watch);
    const waiting = recordOf(await window.azure.runner.resume('run-1', watching().watch));
    expect(foldRun(waiting)).toMatchObject({
      status: 'asking',
      question: { question: 'continue', stepId: 'switch' },
      steps: [{ status: 'succeeded' }, { status: 'todo' }],
    });
    expect(await world.puts()).toHaveLength(1);
    expect(await window.azure.runner.resume('run-1', watching().watch)).toMatchObject({ kind: 'open' });
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(2);
  });

  it('in two windows records each thing once', async () => {
    const world = rig();
    const [first, second] = [world.open(), world.open()];
    const order = await world.order(first, 'shop-prod', toManagedNatGateway);
    let other: Promise<unknown> = Promise.resolve();
    const { watch } = watching((record) => {
      if (record.events.at(-1)?.kind === 'accepted')
        other = second.azure.runner.resume('run-1', watching().watch);
    });
    const record = recordOf(await first.azure.runner.start(order, watch));
    const found = await other;
    expect(ended(record)?.end).toBe('succeeded');
    expect(found).toMatchObject({ kind: 'ended' });
    for (const kind of ['accepted', 'stepEnded', 'ended'])
      expect(kinds(record).filter((one) => one === kind)).toHaveLength(1);
    expect(await world.puts()).toHaveLength(1);
  });

  it('two runs at once on one cluster is not possible', async () => {
    const world = rig();
    const [first, second] = [world.open(), world.open()];
    const order = await world.order(first, 'shop-prod', toManagedNatGateway);
    const outcomes = await Promise.allSettled([
      first.azure.runner.start(order, watching().watch),
      second.azure.runner.start(order, watching().watch),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value.kind === 'ended')).toHaveLength(
      1,
    );
    expect(await world.puts()).toHaveLength(1);
  });
});

describe('giving up', () => {
  it('ends the run in the journal, whatever Azure goes on doing', async () => {
    const world = rig();
    const window = world.open();
    await world.fault({ kind: 'hold' });
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    let given: Promise<void> | undefined;
    const { watch } = watching((record) => {
      if (record.events.at(-1)?.kind === 'progress') given ??= window.azure.runner.giveUp('run-1');
    });
    const record = recordOf(await window.azure.runner.start(order, watch));
    await given;
    expect(ended(record)?.end).toBe('givenUp');
    expect(await world.puts()).toHaveLength(1);
    expect(await window.azure.runner.resume('run-1', watching().watch)).toMatchObject({ kind: 'ended' });
  });
});

describe('records', () => {
  it('of another world or cloud are neither listed nor touched', async () => {
    const world = rig();
    const window = world.open();
    await window.azure.runner.start(
      await world.order(window, 'shop-prod', toManagedNatGateway),
      watching().watch,
    );
    const entry = await window.journal.read('run-1');
    const record = entry?.kind === 'record' ? entry.record : undefined;
    const events = record!.events.slice(0, 2);
    world.store.kept.set('foreign', JSON.stringify({ ...record, runId: 'foreign', world: 'azure', events }));
    world.store.kept.set(
      'elsewhere',
      JSON.stringify({ ...record, runId: 'elsewhere', armHost: 'management.azure.com', events }),
    );
    expect(await window.azure.runner.records()).toHaveLength(2);
    for (const runId of ['foreign', 'elsewhere', 'nowhere']) {
      await expect(window.azure.runner.resume(runId, watching().watch)).rejects.toMatchObject({
        name: 'Trouble',
      });
      await expect(window.azure.runner.giveUp(runId)).rejects.toMatchObject({ name: 'Trouble' });
    }
    expect(await world.puts()).toHaveLength(1);
  });

  it('that cannot be read are left alone and told', async () => {
    const world = rig();
    const window = world.open();
    world.store.kept.set('future', JSON.stringify({ version: 2, runId: 'future' }));
    world.store.kept.set('torn', '{"version":1,');
    expect(await window.azure.runner.records()).toMatchObject([
      { because: 'version' },
      { because: 'damaged' },
    ]);
    for (const runId of ['future', 'torn'])
      await expect(window.azure.runner.resume(runId, watching().watch)).rejects.toMatchObject({
        name: 'Trouble',
      });
    expect(world.store.kept.get('torn')).toBe('{"version":1,');
  });
});
