import { describe, expect, it } from 'vitest';
import { objectOf, type Json } from '../../../src/sandbox/json.js';
import type { Fault } from '../../../src/sandbox/entry.js';
import { memoryLog } from '../../fakes/memory-log.js';
import { callerIn, clusterAt, production, shop, withNetwork, type CallerIn } from '../caller.js';

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const targets = [
  ...[
    shop,
    clusterAt('rg-orders', 'orders-prod'),
    clusterAt('rg-payments', 'payments-prod'),
    clusterAt('rg-edge', 'edge-prod'),
  ],
];
const types = [
  'loadBalancer',
  'managedNATGateway',
  'userAssignedNATGateway',
  'userDefinedRouting',
  'none',
  'pigeon',
];
const shopId = shop.split('?')[0]!;

const faults: readonly Fault[] = [
  { kind: 'hold', times: 1 },
  { kind: 'endOperation', status: 'Failed', error: { code: 'X', message: 'x' }, times: 1 },
  { kind: 'changePool', clusterId: shopId, pool: 'web', patch: { count: 4 } },
  { kind: 'changeCluster', clusterId: shopId, patch: { tags: { a: 'b' } }, lastsInMs: 30_000 },
  { kind: 'throttle', times: 1 },
  { kind: 'lost', when: 'afterAcceptance', method: 'PUT', times: 1 },
  { kind: 'lost', when: 'beforeAcceptance', method: 'PUT', times: 1 },
];

/** One random act; what it answers does not matter here. */
async function act(azure: CallerIn, roll: (sides: number) => number): Promise<void> {
  const target = targets[roll(targets.length)]!;
  switch (roll(7)) {
    case 0:
    case 1: {
      const body = (await azure.get(target)).body;
      if (objectOf(body)['properties'] === undefined) return;
      const change = withNetwork(body, {
        outboundType: types[roll(types.length)],
        loadBalancerProfile: undefined,
      });
      await azure.send('PUT', target, change).catch(() => undefined);
      return;
    }
    case 2:
      await azure.send('POST', target.replace('?', '/abort?'));
      return;
    case 3:
      await azure.send('POST', target.replace('?', '/agentPools/system/upgradeNodeImageVersion?'));
      return;
    case 4:
      azure.clock.advance(roll(100_000));
      return;
    case 5:
      await azure.sandbox.addFault(faults[roll(faults.length)]!);
      return;
    default:
      await azure.sandbox.liftFault(`fault-${roll(10)}`);
  }
}

/** All that can be seen of the clusters and of what their node resource groups hold. */
async function pictureOf(azure: CallerIn): Promise<readonly Json[]> {
  const picture: Json[] = [];
  for (const target of targets) {
    const cluster = await azure.get(target);
    picture.push(cluster.body ?? null);
    const group = cluster.at('properties', 'nodeResourceGroup') as string;
    for (const type of ['publicIPAddresses', 'loadBalancers', 'natGateways'])
      picture.push(
        (
          await azure.get(
            `/subscriptions/${production}/resourceGroups/${group}/providers/Microsoft.Network/${type}?api-version=2025-09-01`,
          )
        ).body ?? null,
      );
  }
  return picture;
}

describe('what a log has come to', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is the same for who was there and who reads it later (seed %i)',
    async (seed) => {
      const roll = dice(seed);
      const azure = await callerIn();
      for (let turn = 0; turn < 40; turn += 1) await act(azure, roll);
      for (let id = 0; id < 20; id += 1) await azure.sandbox.liftFault(`fault-${id}`);
      const later = await callerIn({ log: memoryLog([...azure.log.lines]), clock: azure.clock });
      expect(await pictureOf(later)).toEqual(await pictureOf(azure));
      const writes = await azure.sandbox.writes();
      expect(await later.sandbox.writes()).toEqual(writes);
      expect(writes.some(({ accepted }) => accepted)).toBe(true);
    },
  );

  it('depends on the seed, and on nothing else that is not in the log', async () => {
    const body = async (seed: number): Promise<Json | undefined> =>
      (await (await callerIn({ seed })).get(shop)).body;
    expect(await body(1)).toEqual(await body(1));
    expect(await body(1)).not.toEqual(await body(2));
  });
});
