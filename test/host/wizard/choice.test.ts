import { beforeEach, describe, expect, it } from 'vitest';
import type { PlannerState } from '../../../src/wizard/state.js';
import { recordListing } from '../../fakes/world.js';
import { aRun, ended } from '../run-record.js';
import { cluster, plannerRig, type PlannerRig } from './planner-rig.js';

describe('the planner', () => {
  let rig: PlannerRig;
  let world: PlannerRig['world'];
  let planners: PlannerRig['planners'];
  const { id, name } = cluster;
  const panel = (): ReturnType<PlannerRig['panel']> => rig.panel();
  const settled = (): ReturnType<PlannerRig['settled']> => rig.settled();

  beforeEach(() => {
    rig = plannerRig();
    ({ world, planners } = rig);
  });

  const chosen = (state: PlannerState): string | undefined =>
    state.choose?.choices.find((choice) => choice.chosen)?.key;
  const typed = (state: PlannerState): readonly string[] =>
    state.configure?.fields.map(({ value }) => value) ?? [];
  describe("keeps the person's choice", () => {
    beforeEach(async () => {
      await planners.open(cluster);
      await settled();
      panel().sends({ kind: 'choose', target: 'managedNATGateway/Standard' });
      panel().sends({ kind: 'configure', option: 'managedOutboundIPCount', value: '3' });
      panel().sends({ kind: 'configure', option: 'idleTimeoutInMinutes', value: '' });
      await settled();
    });

    it('over a reload', async () => {
      // What the page keeps is JSON.
      const kept: unknown = JSON.parse(JSON.stringify({ message: panel().posted.at(-1) }));
      planners.closeAll();
      await rig.restored(kept);
      expect(chosen(await settled())).toBe('managedNATGateway/Standard');
      expect(typed(await settled())).toEqual(['3', '']);
    });

    it('when the page is closed and opened again', async () => {
      panel().dispose();
      expect(planners.isOpen(id)).toBe(false);
      await planners.open(cluster);
      expect(chosen(await settled())).toBe('managedNATGateway/Standard');
      expect(typed(await settled())).toEqual(['3', '']);
    });

    it('but lets a command choose another, with its options', async () => {
      panel().dispose();
      await planners.open(cluster, {
        outboundType: 'managedNATGateway',
        sku: 'StandardV2',
        managedOutboundIPCount: 2,
      });
      expect(chosen(await settled())).toBe('managedNATGateway/StandardV2');
      expect(typed(await settled())[0]).toBe('2');
    });

    it('but lets a command choose another on the open page, with its options', async () => {
      await planners.open(cluster, { outboundType: 'loadBalancer', allocatedOutboundPorts: 1024 });
      expect(chosen(await settled())).toBe('loadBalancer');
      expect(typed(await settled())).toContain('1024');
    });

    it('not where it belongs to another Azure', async () => {
      panel().dispose();
      rig.worldChanged.fire('azure');
      await planners.open(cluster);
      expect(chosen(await settled())).toBeUndefined();
    });
  });

  it('does not choose again by itself what a run has already brought', async () => {
    const record = aRun({ clusterId: id, clusterName: name });
    world.runs.push(recordListing(record));
    await planners.open(cluster);
    await settled();
    world.watched[0]!.returns({ kind: 'ended', record: { ...record, events: [...record.events, ended] } });
    await expect.poll(() => planners.watching().length).toBe(0);
    const session = await planners.session(cluster);
    expect(session.view().result).toBeDefined();
    expect(session.choice()).toEqual([]);
  });
});
