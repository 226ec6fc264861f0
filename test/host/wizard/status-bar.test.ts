import { describe, expect, it } from 'vitest';
import { statusBar } from '../../../src/host/wizard/status-bar.js';
import { desk } from '../../fakes/vscode/desk.js';
import { recordListing } from '../../fakes/world.js';
import { aRun, ended } from '../run-record.js';
import { cluster, plannerRig, reading } from './planner-rig.js';

describe('the status bar', () => {
  it('tells of an operation only while it is watched, and leads to its planner', async () => {
    const rig = plannerRig();
    const bar = statusBar(rig.planners);
    const item = desk.statusItems.at(-1)!;
    expect(item.isShown).toBe(false);
    const run = aRun({ clusterId: cluster.id, clusterName: cluster.name });
    rig.world.runs.push(recordListing(run));
    await rig.planners.open(cluster);
    await expect.poll(() => item.isShown).toBe(true);
    expect(item.text).toBe(`$(sync~spin) Sandbox: Changing the egress of ${cluster.name}`);
    expect(item.command).toMatchObject({
      command: 'aksEgress.changeOutboundType',
      arguments: [{ clusterId: cluster.id }],
    });
    rig.world.watched[0]!.returns({ kind: 'ended', record: { ...run, events: [...run.events, ended] } });
    await expect.poll(() => item.isShown).toBe(false);
    bar.dispose();
  });

  it('counts where several are watched', async () => {
    const rig = plannerRig();
    statusBar(rig.planners);
    const item = desk.statusItems.at(-1)!;
    const another = { ...cluster, id: cluster.id.replace(/[^/]+$/, 'another'), name: 'another' };
    for (const [index, one] of [cluster, another].entries()) {
      rig.world.readings.set(one.id.toLowerCase(), reading);
      rig.world.runs.push(
        recordListing(aRun({ clusterId: one.id, clusterName: one.name, runId: `run-${index}` })),
      );
      await rig.planners.session(one);
    }
    await expect.poll(() => item.text).toBe('$(sync~spin) Sandbox: Changing the egress of 2 clusters');
  });
});
