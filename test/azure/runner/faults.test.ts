import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '../../../src/core/run-outcome.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import { foldRun } from '../../../src/core/run.js';
import { valueAt } from '../../../src/core/json.js';
import { toManagedNatGateway } from '../orders.js';
import { ended, find, never, rig, watching } from '../rig.js';
import { chance, randomDeath, randomFault } from './schedule.js';

// FAULTS=1000 runs more; FAULT_SEED=17 runs one again.
const only = process.env['FAULT_SEED'];
const many = Number(process.env['FAULTS'] ?? 40);
const seeds = only === undefined ? Array.from({ length: many }, (_, index) => index + 1) : [Number(only)];

/** One change under a random schedule of faults and deaths, gone on with until it has ended. */
async function play(seed: number) {
  const random = chance(seed);
  const world = rig();
  let window = world.open();
  const order = await world.order(window, 'shop-prod', toManagedNatGateway);
  const { clusterId } = order.plan;
  for (let count = random.below(4); count > 0; count--) await world.fault(randomFault(random, clusterId));
  randomDeath(random, window);
  let outcome: RunOutcome | undefined;
  const dare = async (act: () => Promise<RunOutcome>) => {
    outcome = await act().catch(() => undefined);
  };
  await dare(() => window.azure.runner.start(order, watching().watch));
  for (let turn = 0; turn < 25 && outcome?.kind !== 'ended'; turn++) {
    if (random.below(3) === 0) world.clock.advance(random.below(400_000));
    window = world.open();
    if (turn < 4) randomDeath(random, window);
    const [listing] = await window.azure.runner.records();
    if (listing?.kind !== 'record') {
      await dare(() => window.azure.runner.start(order, watching().watch));
      continue;
    }
    const { runId } = listing.record;
    const asks = foldRun(listing.record).question !== undefined;
    await dare(() =>
      asks
        ? window.azure.runner.answer(runId, true, watching().watch)
        : window.azure.runner.resume(runId, watching().watch),
    );
  }
  const entries = world.log.lines.map((line) => JSON.parse(line) as LogLine);
  const struck = new Set(entries.flatMap(({ kind, id }) => (kind === 'struck' ? [id] : [])));
  const changes = entries.filter(({ fault }) => fault?.kind.startsWith('change') === true);
  for (const { kind, id } of entries)
    if (kind === 'fault' && !changes.some((one) => one.id === id)) await world.sandbox.liftFault(id);
  const last = world.open();
  const { basis } = await last.azure.read(await find(last, 'shop-prod'), never());
  const writes = await world.puts();
  // A change without a place happens at once, one with a place when it struck.
  const happened = changes.filter(
    ({ id, fault }) => (fault?.method ?? fault?.path) === undefined || struck.has(id),
  );
  return {
    world,
    outcome,
    writes,
    body: basis.body,
    happened: new Set(happened.map(({ fault }) => fault?.kind)),
  };
}

interface LogLine {
  readonly kind: string;
  readonly id: string;
  readonly fault?: { readonly kind: string; readonly method?: string; readonly path?: string };
}

describe('under any schedule of faults', () => {
  it.each(seeds)('%i: nothing is sent twice, lost or overwritten', async (seed) => {
    const { world, outcome, writes, body, happened } = await play(seed);
    if (outcome?.kind !== 'ended')
      throw new Error(`it never ended: ${JSON.stringify(outcome ?? 'no outcome').slice(-900)}`);
    const { record } = outcome;
    const end = ended(record)?.end;
    const accepted = writes.filter((write) => write.accepted);
    expect(accepted.length, 'accepted PUTs').toBeLessThanOrEqual(1);
    // Each PUT was announced before it left; a 401 is healed within one announcement.
    const announced = record.events.filter(({ kind }) => kind === 'sending').length;
    expect(writes.filter(({ status }) => status !== 401).length).toBeLessThanOrEqual(announced);
    const type = valueAt(body, ['properties', 'networkProfile', 'outboundType']);
    if (end === 'succeeded') expect([accepted.length, type]).toEqual([1, 'managedNATGateway']);
    if (accepted.length === 0) expect(end).not.toBe('succeeded');
    if (end === 'stale' || end === 'refused') expect(accepted).toHaveLength(0);
    if (happened.has('changeCluster'))
      expect(valueAt(body, ['tags', 'by']), "somebody else's tag").toBe('somebody');
    // A pool that changed before the look stops the PUT, one that changed later stays or is at least reported;
    // only where the PUT's answer never came can nobody know.
    const isLost = record.events.some(({ kind }) => kind === 'lost');
    const maxCount = valueAt(body, ['properties', 'agentPoolProfiles', 1, 'maxCount']);
    if (happened.has('changePool') && accepted.length === 1 && !isLost)
      expect(differencesIn(record), "somebody else's pool").toContain(
        maxCount === 17 ? 'maxCount' : '"web","eTag"',
      );
    expect(record.operation).toBeUndefined();
    expect(JSON.stringify(record.events)).not.toMatch(/[?&]s=|Bearer [A-Za-z0-9]/);
    expect(world.sandbox.unknownRequests()).toEqual([]);
  });
});

const differencesIn = (record: RunRecord): string =>
  JSON.stringify(
    record.events.flatMap((event) => (event.kind === 'stepEnded' ? (event.differences ?? []) : [])),
  );
