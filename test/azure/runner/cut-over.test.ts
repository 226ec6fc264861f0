import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import type { Change } from '../orders.js';
import * as own from '../own-network.js';
import { besideTheCluster, staging, stagingId } from '../own-network.js';
import { answerTo, ended, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

const place = staging(stagingId);
const cluster = 'batch-staging';

const start = async (world: Rig, window: Window, change: Change): Promise<RunRecord> =>
  recordOf(await window.azure.runner.start(await world.order(window, cluster, change), watching().watch));
const accepted = async (world: Rig) => (await world.sandbox.writes()).filter((write) => write.accepted);
const lastStep = (record: RunRecord) => record.events.findLast(({ kind }) => kind === 'stepEnded');
const busy = { error: { code: 'AnotherOperationInProgress', message: 'Another operation is in progress.' } };

const changeOf = (world: Rig, clusterId: string) =>
  world.fault({
    kind: 'changeCluster',
    clusterId,
    patch: { properties: { networkProfile: { loadBalancerProfile: { idleTimeoutInMinutes: 99 } } } },
  });

describe('a cut-over beside the cluster', () => {
  it('is not made where the cluster leaves another way than planned by then', async () => {
    const world = rig();
    const window = world.open();
    await start(world, window, besideTheCluster(own.createAddress(place), own.createGateway(place)));
    const order = await world.order(window, cluster, besideTheCluster(own.attach(place)));
    await changeOf(world, order.plan.clusterId);
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(lastStep(record)).toMatchObject({ end: 'stale' });
    expect(JSON.stringify(lastStep(record))).toContain('idleTimeoutInMinutes');
    expect(await accepted(world)).toHaveLength(2);
  });

  it('is not made in a cluster that changed while an earlier request could not be done', async () => {
    const world = rig();
    const window = world.open();
    await start(
      world,
      window,
      besideTheCluster(own.createAddress(place), own.createGateway(place), own.attach(place)),
    );
    const order = await world.order(window, cluster, besideTheCluster(own.detach(place)));
    await world.fault({
      kind: 'refuse',
      method: 'PUT',
      path: '/subnets/',
      status: 409,
      body: busy,
      times: 1,
    });
    const asked = recordOf(await window.azure.runner.start(order, watching().watch));
    await changeOf(world, order.plan.clusterId);
    const record = recordOf(await answerTo(window, asked.runId, true));
    expect(lastStep(record)).toMatchObject({ end: 'stale' });
    expect(JSON.stringify(lastStep(record))).toContain('idleTimeoutInMinutes');
    expect(await accepted(world)).toHaveLength(3);
  });

  it('is not repeated either where the cluster changed after the answer was lost', async () => {
    const world = rig();
    const window = world.open();
    await start(world, window, besideTheCluster(own.createAddress(place), own.createGateway(place)));
    const order = await world.order(window, cluster, besideTheCluster(own.attach(place)));
    window.onSending = ({ method }) => {
      if (method === 'PUT') throw new Error('the line was cut');
      return undefined;
    };
    const asked = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(foldRun(asked).question).toMatchObject({ question: 'repeat' });
    window.onSending = () => undefined;
    await changeOf(world, order.plan.clusterId);
    const record = recordOf(await answerTo(window, asked.runId, true));
    expect(lastStep(record)).toMatchObject({ end: 'stale' });
    expect(await accepted(world)).toHaveLength(2);
  });

  it('is repeated where all is as it was', async () => {
    const world = rig();
    const window = world.open();
    await start(world, window, besideTheCluster(own.createAddress(place), own.createGateway(place)));
    let cuts = 1;
    window.onSending = ({ method }) => {
      if (method === 'PUT' && cuts-- > 0) throw new Error('the line was cut');
      return undefined;
    };
    const asked = await start(world, window, besideTheCluster(own.attach(place)));
    const record = recordOf(await answerTo(window, asked.runId, true));
    expect(ended(record)).toMatchObject({ end: 'succeeded' });
    expect(await accepted(world)).toHaveLength(3);
  });
});
