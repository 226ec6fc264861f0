import { describe, expect, it } from 'vitest';
import { isObject, type Json } from '../../../src/sandbox/json.js';
import { scenarios } from '../../../src/sandbox/scenarios/scenarios.js';
import { callerIn, clusterAt, shop, toManagedNat, withNetwork } from '../caller.js';

const texts = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(texts);
  return isObject(value) ? Object.values(value).flatMap(texts) : [];
};

/** 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737), private ranges, and the two that mean "everywhere". */
const mayBeShown =
  /^(192\.0\.2|198\.51\.100|203\.0\.113|10\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+|0\.0\.0)\.\d+(\/\d+)?$/;

describe('a scenario', () => {
  it('has a name of its own, and says in plain words what it shows', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    for (const { title, description } of scenarios) {
      expect(title.length).toBeGreaterThan(3);
      expect(description).toMatch(/^[A-Z].{20,}\.$/);
      expect(description).not.toMatch(/!|please|oops/i);
    }
  });

  it.each(scenarios.map(({ name }) => name))('%s shows addresses of documentation only', (scenario) => {
    const { plots } = scenarios.find(({ name }) => name === scenario)!.data(3);
    const some = plots.filter((_, index) => index % Math.ceil(plots.length / 40) === 0);
    const addresses = some
      .flatMap((plot) => plot.build().resources.flatMap(texts))
      .filter((text) => /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(text));
    expect(addresses.filter((address) => !mayBeShown.test(address))).toEqual([]);
  });

  it.each(scenarios.map(({ name }) => name))(
    '%s has a subscription and a tenant for each of its clusters',
    (scenario) => {
      const { plots, subscriptions, tenants, accounts } = scenarios
        .find(({ name }) => name === scenario)!
        .data(3);
      const ids = new Map(subscriptions.map(({ id, tenantId }) => [id, tenantId]));
      const known = new Set(tenants.map(({ id }) => id));
      expect(plots.filter(({ subscriptionId }) => !known.has(ids.get(subscriptionId) ?? ''))).toEqual([]);
      expect(new Set(plots.map(({ clusterId }) => clusterId.toLowerCase())).size).toBe(plots.length);
      expect(accounts.flatMap(({ tenantIds }) => tenantIds).every((id) => known.has(id))).toBe(true);
    },
  );

  // Typed into the planner, such an address is refused: a newcomer could try no firewall.
  it.each(scenarios.map(({ name }) => name))(
    '%s has no firewall among the addresses of Services',
    (scenario) => {
      const { plots } = scenarios.find(({ name }) => name === scenario)!.data(3);
      const some = plots.filter((_, index) => index % Math.ceil(plots.length / 40) === 0);
      for (const plot of some) {
        const hops = JSON.stringify(plot.build().resources).matchAll(/"nextHopIpAddress":"(\d+\.\d+)\./g);
        const [, services] = /"serviceCidr":"(\d+\.\d+)\./.exec(JSON.stringify(plot.cluster())) ?? [];
        expect([...hops].map(([, hop]) => hop)).not.toContain(services);
      }
    },
  );

  it('large is made of 1,000 subscriptions and 10,000 clusters, the same ones for the same seed', () => {
    const large = scenarios.find(({ name }) => name === 'large')!;
    const { plots, subscriptions } = large.data(3);
    expect([subscriptions.length, plots.length]).toEqual([1_000, 10_000]);
    expect(plots[4711]!.cluster()).toEqual(large.data(3).plots[4711]!.cluster());
    const types = new Set(
      plots.slice(0, 200).map((plot) => JSON.stringify(plot.cluster()).match(/"outboundType":"(\w+)"/)![1]),
    );
    expect(types.size).toBe(5);
  });
});

describe('the way from managed NAT gateway back to the load balancer', () => {
  const edge = clusterAt('rg-edge', 'edge-prod');
  it.each([
    ['nat-to-load-balancer-accepted', 200, undefined],
    ['nat-to-load-balancer-refused', 400, 'UpdatingOutboundTypeNotAllowed'],
  ])('%s', async (scenario, status, code) => {
    const azure = await callerIn({ scenario });
    const change = withNetwork((await azure.get(edge)).body, {
      outboundType: 'loadBalancer',
      natGatewayProfile: undefined,
      loadBalancerProfile: undefined,
    });
    const put = await azure.send('PUT', edge, change);
    expect([put.status, put.at('code')]).toEqual([status, code]);
  });
});

describe('an operation that hangs', () => {
  it('can be aborted', async () => {
    const azure = await callerIn({ scenario: 'operation-hangs' });
    await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    azure.clock.advance(10_000_000);
    expect((await azure.get(shop)).at('properties', 'provisioningState')).toBe('Updating');
    const abort = await azure.send('POST', shop.replace('?', '/abort?'));
    await azure.follow(abort.headers.get('azure-asyncoperation')!);
    expect((await azure.get(shop)).at('properties', 'provisioningState')).toBe('Canceled');
  });
});
