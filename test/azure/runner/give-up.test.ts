import { describe, expect, it } from 'vitest';
import { toManagedNatGateway } from '../orders.js';
import { rig, watching } from '../rig.js';

describe('a run that cannot be read', () => {
  it('hinders its cluster until the person gives it up, and is kept beside', async () => {
    const { open, order, puts, store } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    const torn = start.plan.clusterId.toUpperCase();
    store.kept.set('torn', torn);
    store.kept.set('newer', JSON.stringify({ version: 2, clusterId: start.plan.clusterId }));
    for (const runId of ['torn', 'newer']) {
      await expect(window.azure.runner.start(start, watching().watch)).rejects.toMatchObject({
        name: 'Trouble',
      });
      await window.azure.runner.giveUp(runId);
    }
    expect([...store.aside.keys()]).toEqual(['torn', 'newer']);
    expect(store.aside.get('torn')).toBe(torn);
    expect(await puts()).toEqual([]);
    const outcome = await window.azure.runner.start(start, watching().watch);
    expect(outcome.kind).toBe('ended');
    expect(await puts()).toHaveLength(1);
  });

  it('is not given up while another window works on its cluster', async () => {
    const { open, order, store } = rig();
    const window = open();
    const { plan } = await order(window, 'shop-prod', toManagedNatGateway);
    const key = plan.clusterId.toLowerCase();
    store.kept.set('torn', key);
    store.holders.set(key, { window: 'window 2', turn: 3 });
    await expect(window.azure.runner.giveUp('torn')).rejects.toMatchObject({
      problem: { message: { args: { holder: 'window 2' } } },
    });
    expect(store.kept.has('torn')).toBe(true);
    store.holders.set(key, { window: 'another machine', turn: 4 });
    await window.azure.runner.giveUp('torn');
    expect(store.kept.has('torn')).toBe(false);
  });
});
