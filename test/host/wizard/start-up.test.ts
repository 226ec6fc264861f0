import { beforeEach, describe, expect, it } from 'vitest';
import type { PageMemory } from '../../../src/host/wizard/pages.js';
import { tellOfUnfinished } from '../../../src/host/wizard/start-up.js';
import { desk, webviewTab } from '../../fakes/vscode/desk.js';
import { recordListing } from '../../fakes/world.js';
import { aRun, ended } from '../run-record.js';
import { cluster, plannerRig, reading, type PlannerRig } from './planner-rig.js';

describe('at start-up', () => {
  let rig: PlannerRig;
  let pages: unknown;
  const memory: PageMemory = { get: () => pages as never, update: () => Promise.resolve() };
  beforeEach(() => {
    rig = plannerRig();
    pages = undefined;
  });
  const told = (): Promise<void> =>
    tellOfUnfinished(rig.rooms, rig.currentWorld, { planners: rig.planners, memory });
  const detached = [
    { kind: 'started', atInMs: 1 },
    { kind: 'detached', atInMs: 2 },
  ] as const;
  const run = aRun({ clusterId: cluster.id, clusterName: cluster.name, events: detached });

  it('loads nothing where the folder holds no unfinished run', async () => {
    let isLoaded = false;
    rig = plannerRig({
      mayHaveUnfinishedRun: () => Promise.resolve(false),
      world: () => {
        isLoaded = true;
        return Promise.reject(new Error('not used'));
      },
    });
    await told();
    expect(isLoaded).toBe(false);
    expect(desk.said).toEqual([]);
  });

  it('says nothing of runs that ended, or that cannot be read', async () => {
    rig.world.runs.push(recordListing({ ...run, events: [...run.events, ended] }));
    rig.world.runs.push({ kind: 'unreadable', runId: 'x', clusterKey: 'key', because: 'damaged' });
    await told();
    expect(desk.said).toEqual([]);
  });

  it('tells once of an operation that was under way, and does nothing when the message is closed', async () => {
    rig.world.runs.push(recordListing(run));
    await told();
    expect(desk.said.map(({ message }) => message)).toEqual([
      `Sandbox: The change of ${cluster.name} is not finished. Azure goes on with what it was given; nothing is sent again unasked.`,
    ]);
    expect(desk.panels).toEqual([]);
    expect(rig.world.calls).toEqual([]);
  });

  it('opens the planner and watches again on Resume Watching', async () => {
    rig.world.runs.push(recordListing(run));
    desk.presses.push('Resume Watching');
    await told();
    expect(desk.panels).toHaveLength(1);
    expect(rig.world.calls).toContain('resume run-1');
  });

  it('only opens the planner on Open', async () => {
    rig.world.runs.push(recordListing(run));
    desk.presses.push('Open');
    await told();
    expect(desk.panels).toHaveLength(1);
    expect(rig.world.calls).not.toContain('resume run-1');
  });

  it('tells of several in one message', async () => {
    const id = cluster.id.replace(/[^/]+$/, 'another');
    rig.world.readings.set(id.toLowerCase(), reading);
    rig.world.runs.push(recordListing(run));
    rig.world.runs.push(
      recordListing(aRun({ ...run, runId: 'run-2', clusterId: id, clusterName: 'another' })),
    );
    desk.presses.push('Resume Watching');
    await told();
    expect(desk.said).toHaveLength(1);
    expect(desk.said[0]!.message).toContain(`${cluster.name}, another`);
    expect(rig.world.calls.filter((call) => call.startsWith('resume')).toSorted()).toEqual([
      'resume run-1',
      'resume run-2',
    ]);
  });

  it('leaves it to a page that came back, or that is in sight and about to', async () => {
    rig.world.runs.push(recordListing(run));
    await rig.planners.open(cluster);
    await told();
    expect(desk.said).toEqual([]);
    rig.planners.closeAll();
    desk.tabsInSight = [webviewTab('aksEgress.planner', rig.panel().title)];
    await told();
    expect(desk.said).toEqual([]);
    desk.tabsInSight = [webviewTab('aksEgress.planner', 'Egress: another')];
    await told();
    expect(desk.said).toHaveLength(1);
  });

  it('takes no page in sight for that of another cluster of the same name', async () => {
    const other = { ...cluster, id: cluster.id.replace(/resourceGroups\/[^/]+/i, 'resourceGroups/rg-other') };
    const title = `Egress: ${cluster.name} (Sandbox)`;
    desk.tabsInSight = [webviewTab('aksEgress.planner', title)];
    rig.world.runs.push(recordListing(run));
    pages = [{ world: 'sandbox', cluster: other, title }];
    await told();
    expect(desk.said).toHaveLength(1);
    pages = [{ world: 'sandbox', cluster, title }];
    await told();
    expect(desk.said).toHaveLength(1);
  });
});
