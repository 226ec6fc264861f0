import { beforeEach, describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/core/make-plan.js';
import { abortOperation, resumeOperation, stopWatching } from '../../../src/host/commands/operations.js';
import { desk } from '../../fakes/vscode/desk.js';
import { recordListing } from '../../fakes/world.js';
import { aRun } from '../run-record.js';
import { cluster, reading } from '../wizard/planner-rig.js';
import { hostRig } from './host-rig.js';

let rig: ReturnType<typeof hostRig>;
beforeEach(() => {
  rig = hostRig();
});

const madePlan = (): Extract<ReturnType<typeof makePlan>, { kind: 'plan' }> => {
  const target = { outboundType: 'managedNATGateway', sku: 'Standard' } as const;
  const made = makePlan({ reading, target, bodyDigest: 'b' });
  if (made.kind !== 'plan') throw new Error('The fake cluster has a plan to a NAT gateway.');
  return made;
};

const other = { ...cluster, id: cluster.id.replace(/[^/]+$/, 'another'), name: 'another' };
const underWay = (one: typeof cluster, runId: string): void => {
  rig.world.readings.set(one.id.toLowerCase(), reading);
  rig.world.runs.push(recordListing(aRun({ clusterId: one.id, clusterName: one.name, runId })));
};
const isStopped = (runId: string): boolean | undefined =>
  rig.world.watched.find((one) => one.runId === runId)?.watch.signal.aborted;

describe('Stop Watching', () => {
  it('asks which one where several are watched, stops that one and opens no page', async () => {
    underWay(cluster, 'run-1');
    underWay(other, 'run-2');
    for (const one of [cluster, other]) await (await rig.planners.session(one)).whenIdle();
    await expect.poll(() => rig.planners.watching().length).toBe(2);
    desk.picks.push('another');
    await stopWatching(rig.host, undefined);
    expect(desk.offered[0]!.map(({ label }) => label).toSorted()).toEqual(
      ['another', cluster.name].toSorted(),
    );
    expect([isStopped('run-1'), isStopped('run-2')]).toEqual([false, true]);
    expect(desk.panels).toEqual([]);
  });

  it('says so where nothing is watched, even if a run waits in the journal', async () => {
    underWay(cluster, 'run-1');
    await expect(stopWatching(rig.host, undefined)).rejects.toMatchObject({ name: 'HumanError' });
    await expect(stopWatching(rig.host, { clusterId: cluster.id })).rejects.toMatchObject({
      message: `This window does not watch an operation of ${cluster.name}.`,
    });
    expect(desk.panels).toEqual([]);
  });
});

describe('Resume Operation', () => {
  it('opens the planner of the only one and watches it', async () => {
    underWay(cluster, 'run-1');
    await resumeOperation(rig.host, undefined);
    expect(rig.world.calls).toContain('resume run-1');
    expect(desk.panels).toHaveLength(1);
  });

  it('says so where there is none', async () => {
    await expect(resumeOperation(rig.host, undefined)).rejects.toMatchObject({
      message: 'No operation is under way.',
    });
    await expect(resumeOperation(rig.host, { clusterId: cluster.id })).rejects.toMatchObject({
      message: `No operation of ${cluster.name} is under way.`,
    });
  });
});

describe('Abort Operation in Azure', () => {
  it('says so where Azure does nothing that could be aborted', async () => {
    underWay(cluster, 'run-1');
    await expect(abortOperation(rig.host, undefined)).rejects.toMatchObject({ name: 'HumanError' });
    expect(rig.world.calls.filter((call) => call.startsWith('abort'))).toEqual([]);
  });

  it('asks natively first', async () => {
    const run = aRun({ clusterId: cluster.id, clusterName: cluster.name });
    const { plan } = madePlan();
    const events = [
      ...run.events,
      { kind: 'sending', stepId: plan.steps[0]!.id, atInMs: 1 },
      { kind: 'accepted', stepId: plan.steps[0]!.id, status: 200, atInMs: 2 },
    ] as const;
    rig.world.runs.push(recordListing({ ...run, plan, events }));
    await abortOperation(rig.host, undefined);
    expect(desk.said.at(-1)?.kind).toBe('modal warning');
    expect(rig.world.calls.filter((call) => call.startsWith('abort'))).toEqual([]);
  });
});
