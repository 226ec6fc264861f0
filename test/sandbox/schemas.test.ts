import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  at,
  isObject,
  objectOf,
  objectsOf,
  textAt,
  withAt,
  type Json,
  type JsonObject,
} from '../../src/sandbox/json.js';
import { scenarios } from '../../src/sandbox/scenarios/scenarios.js';
import type { Plot } from '../../src/sandbox/scenarios/scenario.js';
import { callerIn, shop, toManagedNat, type CallerIn } from './caller.js';
import { schemasOf } from './closed-schemas.js';
import { mutated } from './mutated.js';

const { isThere, why, check } = schemasOf();

/** Everything that a scenario shows of itself, read by GET as a person's window would. */
async function bodiesOf(azure: CallerIn, plots: readonly Plot[]): Promise<readonly JsonObject[]> {
  const bodies: JsonObject[] = [];
  for (const plot of plots) {
    for (const resource of plot.build().resources) {
      const id = textAt(resource, 'id');
      const version = id.includes('/Microsoft.Network/') ? '2025-09-01' : '2026-06-01';
      const reply = await azure.get(`${id}?api-version=${version}`);
      if (reply.status === 200 && isObject(reply.body)) bodies.push(reply.body);
    }
  }
  return bodies;
}

const plotsOf = (name: string): readonly Plot[] => {
  const plots = scenarios.find((one) => one.name === name)!.data(7).plots;
  // Of ten thousand alike clusters, forty spread over the whole.
  return plots.length > 500 ? plots.filter((_, index) => index % 250 === 0) : plots;
};

describe.skipIf(!isThere)(`answers against the closed schemas${why}`, () => {
  it.each(scenarios.map(({ name }) => name))('%s has none that a schema refuses', async (scenario) => {
    const azure = await callerIn({ scenario });
    for (const tenant of scenarios.find(({ name }) => name === scenario)!.data(7).tenants)
      await azure.sandbox.sessions.signIn(tenant.id);
    for (const fault of ['lists', 'graph', 'reads', 'page', 'graph-denied'])
      await azure.sandbox.liftFault(fault);
    const signedIn = await callerIn({ scenario, log: azure.log, clock: azure.clock });
    const bodies = await bodiesOf(signedIn, plotsOf(scenario));
    expect(bodies.flatMap(check)).toEqual([]);
    if (scenario !== 'empty') expect(bodies.length).toBeGreaterThan(5);
  });

  it('would notice a property that Azure does not have, and a wrong type', async () => {
    const azure = await callerIn();
    const body = objectOf((await azure.get(shop)).body);
    expect(check(withAt(body, ['properties', 'networkProfile', 'egress'], 'x'))).toHaveLength(1);
    expect(check(withAt(body, ['properties', 'maxAgentPools'], '100'))).toHaveLength(1);
  });

  const inside =
    /\/properties\/(?!networkProfile\/|apiServerAccessProfile)\w+(\/\S+)? must NOT have additional properties/;

  it('holds whatever body was sent before', async () => {
    const azure = await callerIn();
    const sent = (await azure.get(shop)).body;
    await fc.assert(
      fc.asyncProperty(mutated(sent), async (odd) => {
        await azure.send('PUT', shop, JSON.stringify(odd));
        azure.clock.advance(200_000);
        const found = check(objectOf((await azure.get(shop)).body));
        // Settings that nothing is decided by are kept as they were sent, with whatever stands in them.
        expect(found.filter((finding) => !inside.test(finding))).toEqual([]);
        await azure.sandbox.reset({ scenario: 'tour', factor: 1, seed: 7 });
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  it('holds during a whole change, and for what the change leaves behind', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const put = await azure.send('PUT', shop, toManagedNat(before.body));
    const seen: Json[] = [put.body!];
    for (let turn = 0; turn < 9; turn += 1) {
      seen.push((await azure.get(shop)).body!);
      await azure.sandbox.clock.sleep(15_000);
    }
    const after = objectOf(seen.at(-1));
    expect(at(after, 'properties', 'provisioningState')).toBe('Succeeded');
    for (const { id } of objectsOf(
      at(after, 'properties', 'networkProfile', 'natGatewayProfile', 'effectiveOutboundIPs'),
    ))
      seen.push((await azure.get(`${id as string}?api-version=2025-09-01`)).body!);
    expect(seen.map(objectOf).flatMap(check)).toEqual([]);
  });
});
