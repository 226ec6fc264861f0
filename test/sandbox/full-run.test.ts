import { describe, expect, it } from 'vitest';
import {
  at,
  isObject,
  objectOf,
  objectsOf,
  textAt,
  textOf,
  type Json,
  type JsonObject,
} from '../../src/sandbox/json.js';
import { scenarios } from '../../src/sandbox/scenarios/scenarios.js';
import type { Plot } from '../../src/sandbox/scenarios/scenario.js';
import { callerIn, withNetwork, type CallerIn, type Reply } from './caller.js';
import { schemasOf } from './closed-schemas.js';

const { isThere, why, check } = schemasOf();

const versions = { aks: '2026-06-01', network: '2025-09-01' };
const versionFor = (id: string): string =>
  id.includes('/Microsoft.Network/') ? versions.network : versions.aks;

/** Every resource inside an answer, however deep: of lists, of networks with their subnets. */
function resourcesIn(value: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(resourcesIn);
  if (!isObject(value)) return [];
  const isOne = textOf(value['type']) !== undefined && isObject(value['properties']);
  return [...(isOne ? [value] : []), ...Object.values(value).flatMap(resourcesIn)];
}

/** All of them in the tour; the other scenarios are the same clusters under other circumstances. */
const everyType = [
  'managedNATGateway',
  'userAssignedNATGateway',
  'userDefinedRouting',
  'none',
  'loadBalancer',
];

/** Somebody who watches all that is answered. */
function watching(azure: CallerIn) {
  const findings: string[] = [];
  const seen = { answers: 0, resources: 0 };
  const send = async (method: string, target: string, body?: unknown): Promise<Reply> => {
    const reply = await azure.send(method, target, body);
    seen.answers += 1;
    if (reply.status < 400)
      for (const one of resourcesIn(reply.body)) {
        seen.resources += 1;
        findings.push(...check(one).map((finding) => `${method} ${target.split('?')[0] ?? ''}: ${finding}`));
      }
    else if (reply.body !== undefined)
      // Either the front door's or Network's wrapper, or the bare error of AKS.
      findings.push(
        ...(at(reply.body, 'error', 'code') === undefined && at(reply.body, 'code') === undefined
          ? [`${method} ${target}: an error without a code`]
          : []),
      );
    return reply;
  };
  return { findings, seen, send };
}

type Send = ReturnType<typeof watching>['send'];

/** Asks for a change, and looks at the cluster in each step of the way. */
async function change(azure: CallerIn, send: Send, target: string, outboundType: string): Promise<void> {
  const before = await send('GET', target);
  if (before.status !== 200) return;
  const body = withNetwork(before.body, {
    outboundType,
    loadBalancerProfile: undefined,
    natGatewayProfile: undefined,
  });
  const put = await send('PUT', target, body);
  if (put.status >= 400) return;
  for (let turn = 0; turn < 6; turn += 1) {
    azure.clock.advance(25_000);
    await send('GET', target);
  }
}

async function walk(azure: CallerIn, send: Send, plot: Plot, types: readonly string[]): Promise<void> {
  const target = `${plot.clusterId}?api-version=${versions.aks}`;
  const rest = (path: string): string => `${plot.clusterId}/${path}?api-version=${versions.aks}`;
  await send('GET', target);
  await send('GET', rest('agentPools'));
  for (const type of types) await change(azure, send, target, type);
  await send('PATCH', target, { tags: { walked: 'yes' } });
  const [pool] = objectsOf(at((await send('GET', rest('agentPools'))).body, 'value'));
  if (pool !== undefined) {
    await send('POST', rest(`agentPools/${textAt(pool, 'name')}/upgradeNodeImageVersion`));
    azure.clock.advance(2_000_000);
    await send('PUT', rest('agentPools/walked'), { properties: { count: 1, mode: 'User' } });
    azure.clock.advance(2_000_000);
    await send('DELETE', rest('agentPools/walked'));
    azure.clock.advance(2_000_000);
  }
  for (const resource of plot.build().resources) {
    const id = textAt(resource, 'id');
    // Nobody writes a firewall here, and nobody but AKS its load balancers.
    if (/[/](azureFirewalls|firewallPolicies|loadBalancers)[/]/.test(id)) continue;
    const one = `${id}?api-version=${versionFor(id)}`;
    const now = await send('GET', one);
    if (now.status !== 200 || !id.includes('/Microsoft.Network/')) continue;
    await send('PUT', one, now.body);
    azure.clock.advance(60_000);
    await send('GET', one);
  }
  for (const { name } of plot.groups)
    for (const kind of [
      'virtualNetworks',
      'natGateways',
      'publicIPAddresses',
      'routeTables',
      'loadBalancers',
    ])
      await send(
        'GET',
        `/subscriptions/${plot.subscriptionId}/resourceGroups/${name}/providers/Microsoft.Network/${kind}?api-version=${versions.network}`,
      );
}

/** Of many alike, a few; of few, all. */
const someOf = (plots: readonly Plot[]): readonly Plot[] => {
  const step = Math.ceil(plots.length / 25);
  return plots.filter((_, index) => index % step === 0);
};

const faultsThatHide = [
  'lists',
  'graph',
  'reads',
  'page',
  'graph-denied',
  'changes',
  'policy',
  'claims',
  'hold',
  'sending',
  'watching',
  'cut',
  'change',
  'session',
];

describe.skipIf(!isThere)(`every answer of a full run against the closed schemas${why}`, () => {
  it.each(scenarios.map(({ name }) => name))(
    '%s',
    async (scenario) => {
      const { tenants, plots, subscriptions } = scenarios.find(({ name }) => name === scenario)!.data(7);
      const first = await callerIn({ scenario });
      for (const { id } of tenants) await first.sandbox.sessions.signIn(id);
      for (const id of faultsThatHide) await first.sandbox.liftFault(id);
      for (const tenant of tenants) {
        const own = new Set(
          subscriptions.filter(({ tenantId }) => tenantId === tenant.id).map(({ id }) => id),
        );
        const mine = someOf(plots).filter(({ subscriptionId }) => own.has(subscriptionId));
        const azure = await callerIn({ scenario, log: first.log, clock: first.clock, tenantId: tenant.id });
        const { findings, seen, send } = watching(azure);
        const types = scenario === 'tour' ? everyType : everyType.slice(0, 1);
        for (const plot of mine) await walk(azure, send, plot, types);
        expect(findings).toEqual([]);
        expect(await azure.sandbox.unknownRequests()).toEqual([]);
        if (mine.length > 0) expect(seen.resources).toBeGreaterThan(mine.length);
      }
    },
    120_000,
  );

  it('would notice a property that no schema has', () => {
    const body = { id: '/x', type: 'Microsoft.Network/natGateways', properties: { novel: 1 } };
    expect(resourcesIn({ value: [body] }).flatMap(check)).not.toEqual([]);
    expect(objectOf(resourcesIn({ value: [body] })[0])).toEqual(body);
  });
});
