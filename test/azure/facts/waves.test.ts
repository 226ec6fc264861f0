import { describe, expect, it } from 'vitest';
import type { ClusterListing } from '../../../src/core/inventory.js';
import { never, rig, type Window } from '../rig.js';

/** Lets what was asked together be answered together, and counts the rounds. */
async function wavesOf(window: Window, work: () => Promise<unknown>): Promise<number> {
  const waiting: (() => void)[] = [];
  const flying = { count: 0, isDone: false };
  window.onSending = () =>
    new Promise((goOn) => {
      waiting.push(() => goOn(undefined));
    });
  window.onAnswered = () => void (flying.count -= 1);
  const working = work().finally(() => {
    flying.isDone = true;
  });
  let waves = 0;
  for (;;) {
    for (let turn = 0; turn < 20 || flying.count > 0; turn++) await new Promise((goOn) => setImmediate(goOn));
    if (flying.isDone) break;
    const round = waiting.splice(0);
    flying.count += round.length;
    if (round.length > 0) waves += 1;
    for (const go of round) go();
  }
  window.onSending = () => undefined;
  window.onAnswered = () => undefined;
  await working;
  return waves;
}

describe('reading a cluster', () => {
  const clustersOf = async (window: Window): Promise<readonly ClusterListing[]> =>
    (await window.azure.inventory(never())).tenants.flatMap(({ subscriptions }) =>
      subscriptions.flatMap((one) => one.clusters),
    );

  it('takes at most three waves of requests for the first time, with what the list and the graph tell', async () => {
    const window = rig().open();
    for (const cluster of await clustersOf(window))
      expect(
        await wavesOf(window, () => window.azure.read(cluster, never())),
        cluster.name,
      ).toBeLessThanOrEqual(3);
  });

  it('takes at most four without the graph', async () => {
    const world = rig();
    const window = world.open();
    const clusters = await clustersOf(window);
    await world.fault({
      kind: 'refuse',
      path: 'Microsoft.ResourceGraph',
      status: 403,
      body: { error: { code: 'Forbidden', message: 'x' } },
    });
    for (const cluster of clusters)
      expect(
        await wavesOf(window, () => window.azure.read(cluster, never())),
        cluster.name,
      ).toBeLessThanOrEqual(4);
  });
});
