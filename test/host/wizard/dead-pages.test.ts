import { beforeEach, describe, expect, it } from 'vitest';
import { replaceDeadPages } from '../../../src/host/wizard/dead-pages.js';
import { desk, webviewTab } from '../../fakes/vscode/desk.js';
import { cluster, plannerRig, reading, type PlannerRig } from './planner-rig.js';

describe('a page whose extension host was killed', () => {
  let memory: Map<string, unknown>;
  let rig: PlannerRig;
  let delayed: (() => void)[];
  /** A new extension host begins in the same window. */
  const begin = (): void => {
    const tabs = desk.tabsInSight;
    rig = plannerRig();
    desk.tabsInSight = tabs;
    delayed = [];
    replaceDeadPages({
      planners: rig.planners,
      world: rig.currentWorld,
      memory: {
        get: (key: string) => memory.get(key) as never,
        // VS Code keeps JSON.
        update: (key, value) => {
          memory.set(key, JSON.parse(JSON.stringify(value)));
          return Promise.resolve();
        },
      },
      guard: (_what, work) => work(),
      later: (work) => {
        delayed.push(work);
        return { dispose: () => (delayed = delayed.filter((one) => one !== work)) };
      },
    });
  };
  const graceIsOver = (): void => {
    for (const work of delayed.splice(0)) work();
  };
  const seen = (label: string): void => {
    desk.tabsInSight = [webviewTab('aksEgress.planner', label)];
    desk.tabsChanged.fire(undefined);
  };

  beforeEach(async () => {
    memory = new Map();
    begin();
    await rig.planners.open(cluster);
    seen(rig.panel().title);
  });

  it('is closed, and the planner of its cluster opened in its place', async () => {
    begin();
    expect(desk.panels).toEqual([]);
    graceIsOver();
    await expect.poll(() => desk.panels.length).toBe(1);
    expect(rig.planners.isOpen(cluster.id)).toBe(true);
    expect(desk.tabsInSight).toEqual([]);
  });

  it('is left to VS Code where VS Code restores it', async () => {
    begin();
    await rig.planners.open(cluster);
    graceIsOver();
    await rig.settled();
    expect(desk.tabsInSight).toHaveLength(1);
    expect(desk.panels).toHaveLength(1);
  });

  it('is looked at when it comes into sight, once', () => {
    const [tab] = desk.tabsInSight;
    desk.tabsInSight = [];
    begin();
    expect(delayed).toEqual([]);
    desk.tabsInSight = [tab!];
    desk.tabsChanged.fire(undefined);
    desk.tabsChanged.fire(undefined);
    expect(delayed).toHaveLength(1);
  });

  it('is only closed where nobody knows its cluster', async () => {
    seen('Egress: a stranger');
    memory.set('planners', [{ world: 'sandbox', cluster: { id: 7 } }, null]);
    begin();
    graceIsOver();
    await expect.poll(() => desk.tabsInSight).toEqual([]);
    expect(desk.panels).toEqual([]);
  });

  it('is forgotten when the person closes it', () => {
    rig.panel().dispose();
    expect(memory.get('planners')).toEqual([]);
  });

  it('is opened anew for its own cluster where two of one name were open', async () => {
    const other = {
      ...cluster,
      id: cluster.id.replace(/resourceGroups\//i, 'resourceGroups/x-'),
      resourceGroup: 'x',
    };
    rig.world.readings.set(other.id.toLowerCase(), reading);
    await rig.planners.open(other);
    expect(rig.panel().title).toBe(`Egress: ${cluster.name} in x (Sandbox)`);
    seen(rig.panel().title);
    begin();
    rig.world.readings.set(other.id.toLowerCase(), reading);
    graceIsOver();
    await expect.poll(() => desk.panels.length).toBe(1);
    expect(rig.planners.isOpen(other.id)).toBe(true);
    expect(rig.planners.isOpen(cluster.id)).toBe(false);
  });

  it('is not opened anew in another Azure than its own', async () => {
    memory.set('planners', [{ world: 'azure', cluster, title: `Egress: ${cluster.name}` }]);
    seen(`Egress: ${cluster.name}`);
    begin();
    graceIsOver();
    await expect.poll(() => desk.tabsInSight).toEqual([]);
    expect(desk.panels).toEqual([]);
  });
});
