import { describe, expect, it } from 'vitest';
import { objectOf, textAt, type JsonObject } from '../../../src/sandbox/json.js';
import {
  callerIn,
  clusterAt,
  production,
  shop,
  toManagedNat,
  withNetwork,
  type CallerIn,
  type Reply,
} from '../caller.js';

const network = ['properties', 'networkProfile'] as const;
const idsOf = (reply: Reply, profile: string): readonly string[] =>
  ((reply.at(...network, profile, 'effectiveOutboundIPs') ?? []) as { id: string }[]).map(({ id }) => id);

/** Changes a cluster and waits for the end. */
async function change(azure: CallerIn, target: string, body: JsonObject): Promise<Reply> {
  const put = await azure.send('PUT', target, body);
  expect([put.at('code'), put.status]).toEqual([undefined, 200]);
  expect((await azure.follow(put.headers.get('azure-asyncoperation')!)).at(-1)).toBe('Succeeded');
  return azure.get(target);
}

const to = (reply: Reply, outboundType: string, more: Readonly<Record<string, unknown>> = {}): JsonObject =>
  withNetwork(reply.body, {
    outboundType,
    loadBalancerProfile: undefined,
    natGatewayProfile: undefined,
    ...more,
  });

describe('the addresses of a cluster', () => {
  it('of a load balancer go when a NAT gateway comes, and do not come back', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const [old] = idsOf(before, 'loadBalancerProfile');
    const address = await azure.get(`${old!}?api-version=2025-09-01`);
    expect(address.at('properties', 'ipAddress')).toBe('203.0.113.10');
    await change(azure, shop, toManagedNat(before.body));
    expect((await azure.get(`${old!}?api-version=2025-09-01`)).status).toBe(404);
  });

  it('stay when the count grows, and new ones are appended', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const profile = objectOf(before.at(...network, 'loadBalancerProfile'));
    const after = await change(
      azure,
      shop,
      withNetwork(before.body, { loadBalancerProfile: { ...profile, managedOutboundIPs: { count: 3 } } }),
    );
    expect(idsOf(after, 'loadBalancerProfile')).toHaveLength(3);
    expect(idsOf(after, 'loadBalancerProfile')[0]).toBe(idsOf(before, 'loadBalancerProfile')[0]);
  });

  it('are all new when the gateway is replaced by StandardV2, and of that sku', async () => {
    const edge = clusterAt('rg-edge', 'edge-prod');
    const azure = await callerIn();
    const before = await azure.get(edge);
    const profile = objectOf(before.at(...network, 'natGatewayProfile'));
    const after = await change(
      azure,
      edge,
      withNetwork(before.body, { natGatewayProfile: { ...profile, sku: 'StandardV2' } }),
    );
    const ids = idsOf(after, 'natGatewayProfile');
    expect(ids).toHaveLength(2);
    expect(ids.some((id) => idsOf(before, 'natGatewayProfile').includes(id))).toBe(false);
    expect((await azure.get(`${ids[0]!}?api-version=2025-09-01`)).at('sku', 'name')).toBe('StandardV2');
  });

  it("are the customer's own when they are named, and Azure keeps them", async () => {
    const batch = clusterAt('rg-batch', 'batch-staging', {
      subscriptionId: '5b000000-0000-4000-8000-000000000003',
    });
    const azure = await callerIn();
    const before = await azure.get(batch);
    const ids = idsOf(before, 'loadBalancerProfile');
    const one = { outboundIPs: { publicIPs: [{ id: ids[1]! }] }, allocatedOutboundPorts: 0 };
    const after = await change(azure, batch, withNetwork(before.body, { loadBalancerProfile: one }));
    expect(idsOf(after, 'loadBalancerProfile')).toEqual([ids[1]]);
    expect(
      (await azure.get(`${ids[0]!}?api-version=2025-09-01`)).at('properties', 'ipConfiguration'),
    ).toBeUndefined();
  });

  it('are none of the cluster behind a firewall or the customer’s gateway', async () => {
    const azure = await callerIn();
    const [payments, orders] = [
      clusterAt('rg-payments', 'payments-prod'),
      clusterAt('rg-orders', 'orders-prod'),
    ];
    const routed = await change(azure, payments, to(await azure.get(payments), 'userDefinedRouting'));
    expect(routed.at(...network, 'loadBalancerProfile')).toBeUndefined();
    const gated = await change(azure, orders, to(await azure.get(orders), 'userAssignedNATGateway'));
    expect(idsOf(gated, 'loadBalancerProfile')).toEqual([]);
    expect(gated.at(...network, 'natGatewayProfile')).toBeUndefined();
  });

  it('are new ones after the way back to a load balancer', async () => {
    const edge = clusterAt('rg-edge', 'edge-prod');
    const azure = await callerIn();
    const before = await azure.get(edge);
    const after = await change(azure, edge, to(before, 'loadBalancer'));
    expect(after.at(...network, 'natGatewayProfile')).toBeUndefined();
    expect(idsOf(after, 'loadBalancerProfile')).toHaveLength(1);
    const balancer = await azure.get(
      `/subscriptions/${production}/resourceGroups/MC_rg-edge_edge-prod_westeurope/providers/Microsoft.Network/loadBalancers/kubernetes?api-version=2025-09-01`,
    );
    expect(balancer.at('properties', 'outboundRules')).toHaveLength(1);
  });
});

describe('an eTag', () => {
  it('moves with each phase of an update, and with it those of the pools', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const put = await azure.send('PUT', shop, toManagedNat(before.body));
    expect(put.at('eTag')).toBe(before.at('eTag'));
    const seen = new Set([before.at('eTag')]);
    for (let turn = 0; turn < 5; turn += 1) {
      seen.add((await azure.get(shop)).at('eTag'));
      azure.clock.advance(30_000);
    }
    expect(seen.size).toBe(6);
    const pool = (reply: Reply) =>
      (reply.at('properties', 'agentPoolProfiles') as { eTag: string }[])[0]!.eTag;
    expect(pool(await azure.get(shop))).not.toBe(pool(before));
  });

  it('is taken with quotes and without, and a star takes any', async () => {
    const azure = await callerIn();
    for (const ifMatch of ['*', '"{}"', '{}']) {
      await azure.sandbox.reset({ scenario: 'tour', factor: 1 });
      const before = await azure.get(shop);
      const headers = { 'if-match': ifMatch.replace('{}', textAt(before.body, 'eTag')) };
      expect((await azure.send('PUT', shop, toManagedNat(before.body), headers)).status).toBe(200);
    }
  });
});

describe('an api-version', () => {
  it('hides what came after it', async () => {
    const azure = await callerIn();
    const edge = (apiVersion: string) => azure.get(clusterAt('rg-edge', 'edge-prod', { apiVersion }));
    expect((await edge('2026-06-01')).at(...network, 'natGatewayProfile', 'sku')).toBe('Standard');
    expect((await edge('2026-05-01')).at(...network, 'natGatewayProfile', 'sku')).toBeUndefined();
    expect((await edge('2024-09-01')).at('eTag')).toBeDefined();
    const old = await edge('2024-08-01');
    expect([old.at('eTag'), old.at('properties', 'bootstrapProfile'), old.at('kind')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(old.text).not.toContain('eTag');
  });

  it('that cannot see the sku of a gateway does not change it either', async () => {
    const azure = await callerIn();
    const old = clusterAt('rg-search', 'search-prod', { apiVersion: '2026-05-01' });
    const before = await azure.get(old);
    await change(azure, old, { ...objectOf(before.body), tags: { by: 'an older client' } });
    const after = await azure.get(clusterAt('rg-search', 'search-prod'));
    expect(after.at(...network, 'natGatewayProfile', 'sku')).toBe('StandardV2');
  });

  it('that cannot see own addresses of a gateway does not take them away', async () => {
    const azure = await callerIn();
    const own = `/subscriptions/${production}/resourceGroups/rg-orders-network/providers/Microsoft.Network/publicIPAddresses/pip-v2`;
    await azure.send('PUT', `${own}?api-version=2025-09-01`, {
      location: 'westeurope',
      sku: { name: 'StandardV2' },
    });
    const newer = clusterAt('rg-edge', 'edge-prod');
    const profile = { sku: 'StandardV2', outboundIPs: { publicIPs: [own] } };
    const owned = await change(
      azure,
      newer,
      withNetwork((await azure.get(newer)).body, { natGatewayProfile: profile }),
    );
    expect(idsOf(owned, 'natGatewayProfile')).toEqual([own]);
    const older = clusterAt('rg-edge', 'edge-prod', { apiVersion: '2026-05-01' });
    await change(azure, older, {
      ...objectOf((await azure.get(older)).body),
      tags: { by: 'an older client' },
    });
    expect(idsOf(await azure.get(newer), 'natGatewayProfile')).toEqual([own]);
  });

  it('decides the sku that nobody named: Standard before 2026-06-01, StandardV2 since where there is one', async () => {
    const skuAfter = async (target: string, tenantId?: string) => {
      const azure = await callerIn(tenantId === undefined ? {} : { tenantId });
      await change(azure, target, toManagedNat((await azure.get(target)).body));
      return (await azure.get(target.replace(/[\d-]+$/, '2026-06-01'))).at(
        ...network,
        'natGatewayProfile',
        'sku',
      );
    };
    expect(await skuAfter(clusterAt('rg-shop', 'shop-prod', { apiVersion: '2026-05-01' }))).toBe('Standard');
    expect(await skuAfter(shop)).toBe('StandardV2');
    const canada = clusterAt('rg-web', 'fabrikam-web', {
      subscriptionId: '5b000000-0000-4000-8000-000000000006',
    });
    expect(await skuAfter(canada, 'fab00000-0000-4000-8000-000000000002')).toBe('Standard');
  });
});

describe('what a PUT leaves as it is', () => {
  it('is everything that was not sent, and everything that only Azure writes', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const after = await change(azure, shop, {
      location: 'switzerlandnorth',
      properties: {
        networkProfile: { outboundType: 'managedNATGateway' },
        fqdn: 'mine.example',
        status: {},
        maxAgentPools: 1,
      },
    });
    const cut = ({ body }: Reply): JsonObject => {
      const { networkProfile: _, agentPoolProfiles: __, ...rest } = objectOf(objectOf(body)['properties']);
      return rest;
    };
    expect(cut(after)).toEqual(cut(before));
    expect(after.at('tags')).toEqual(before.at('tags'));
  });

  it('is nothing of an authorized range that was taken away', async () => {
    const azure = await callerIn();
    const before = objectOf((await azure.get(shop)).body);
    const properties = {
      ...objectOf(before['properties']),
      apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.0/26'] },
    };
    const after = await change(azure, shop, { ...before, properties });
    expect(after.at('properties', 'apiServerAccessProfile', 'authorizedIPRanges')).toEqual(['192.0.2.0/26']);
  });
});

describe('tags', () => {
  it('change by PATCH at once, and nothing else does', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const patch = await azure.send('PATCH', shop, { tags: { a: 'b' }, location: 'x' });
    expect(patch.status).toBe(200);
    const after = await azure.get(shop);
    expect(after.at('tags')).toEqual({ a: 'b' });
    expect(after.at('location')).toBe(before.at('location'));
    expect(after.at('eTag')).not.toBe(before.at('eTag'));
  });
});
