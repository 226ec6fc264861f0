import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, objectOf, type Json } from '../../src/sandbox/json.js';
import { inventoryQuery } from '../../src/sandbox/graph/queries.js';
import { callerIn, clusterAt, production, shop, toManagedNat, type CallerIn, type Reply } from './caller.js';

interface Exchange {
  readonly index: number;
  readonly request: { readonly method: string; readonly url: string };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Json;
  };
}

const folder = path.resolve(import.meta.dirname, '../../../shared/data/recordings');
const isThere = existsSync(folder);
const why = isThere ? '' : ' (skipped, because ../shared/data/recordings is not there)';

const exchanges = (file: string): readonly Exchange[] =>
  (JSON.parse(readFileSync(path.join(folder, `${file}.json`), 'utf8')) as { exchanges: Exchange[] })
    .exchanges;

/** The keys of a body as paths; items of lists all count as one. */
function keysOf(value: Json | undefined, here = ''): readonly string[] {
  if (Array.isArray(value))
    return [...new Set((value as readonly Json[]).flatMap((item) => keysOf(item, `${here}[]`)))];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${here}.${key}`,
    ...keysOf(inner, `${here}.${key}`),
  ]);
}

const missing = (ours: Json | undefined, recorded: Json | undefined, except: RegExp): readonly string[] => {
  const there = new Set(keysOf(ours));
  return keysOf(recorded).filter((key) => !there.has(key) && !except.test(key));
};

const never = /^$/;

const found = (file: string, fits: (exchange: Exchange) => boolean): Exchange => {
  const exchange = exchanges(file).find(fits);
  if (exchange === undefined) throw new Error(`${file} has no such exchange`);
  return exchange;
};

const got = (file: string, url: RegExp): Json =>
  found(
    file,
    ({ request, response }) => request.method === 'GET' && response.status === 200 && url.test(request.url),
  ).response.body;

describe.skipIf(!isThere)(`answers beside recorded ones${why}`, () => {
  // Of previews, of add-ons that no scenario has, and undocumented ones.
  const elsewhere =
    /podLinkLocalAccess|controlPlanePluginProfiles|enableFIPS|upgradeStrategy|diskCSIDriver\.version|^\.tags|fqdn|nodeLabels/;

  it('a managed cluster has every key that a recorded one has', async () => {
    const azure = await callerIn();
    const recorded = found('aks-crud-2026', ({ index }) => index === 24).response.body;
    expect(missing((await azure.get(shop)).body, recorded, elsewhere)).toEqual([]);
  });

  it('a key that is missing would be noticed, however deep', () => {
    const recorded = { a: [{ b: { c: 1 } }], d: 2 };
    expect(missing({ a: [{ b: {} }] }, recorded, never)).toEqual(['.a[].b.c', '.d']);
  });

  it('a managed cluster with a managed NAT gateway too, before and after', async () => {
    const azure = await callerIn();
    const recorded = exchanges('aks-managednatgateway-create-and-scale-ips').filter(({ index }) =>
      [17, 23].includes(index),
    );
    const edge = clusterAt('rg-edge', 'edge-prod');
    const body = (await azure.get(edge)).body;
    const old =
      /linuxProfile|enablePodSecurityPolicy|enableCustomCATrust|workloadRuntime|EncryptionAtHost|UltraSSD|agentPoolProfiles\[\]\.networkProfile|diskCSIDriver\.version/;
    for (const { response } of recorded) expect(missing(body, response.body, old)).toEqual([]);
  });

  it('a pool has them, alone and in a list', async () => {
    const azure = await callerIn();
    const one = await azure.get(clusterAt('rg-shop', 'shop-prod', { rest: '/agentPools/system' }));
    const recorded = found('aks-crud-2026', ({ index }) => index === 57).response.body;
    expect(missing(one.body, recorded, elsewhere)).toEqual([]);
    expect(Object.keys(objectOf(one.body))).toEqual(Object.keys(objectOf(recorded)));
  });

  it('an accepted change has the recorded headers, and no others that matter', async () => {
    const azure = await callerIn();
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    const recorded = found('aks-crud-2026', ({ index }) => index === 14).response.headers;
    expect(Object.keys(recorded).filter((name) => !put.headers.has(name))).toEqual([]);
    expect([put.headers.has('retry-after'), put.headers.has('location')]).toEqual([false, false]);
  });

  it('an operation has the recorded body while it runs and when it has ended', async () => {
    const azure = await callerIn();
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    const url = put.headers.get('azure-asyncoperation')!;
    const recorded = (index: number): readonly string[] =>
      keysOf(found('aks-crud-2026', (one) => one.index === index).response.body);
    expect(keysOf((await azure.get(url)).body)).toEqual(recorded(15));
    await azure.follow(url);
    expect(keysOf((await azure.get(url)).body)).toEqual(recorded(34));
  });

  const network: readonly (readonly [
    what: string,
    file: string,
    url: RegExp,
    target: string,
    except: RegExp,
  ])[] = [
    [
      'a public address',
      'network-publicip',
      /publicIPAddresses\/[^/]+\?/,
      'rg-orders-network/publicIPAddresses/pip-ng-orders',
      never,
    ],
    [
      'a NAT gateway',
      'network-natgateway',
      /natGateways\/[^/]+\?/,
      'rg-orders-network/natGateways/ng-orders',
      /scope|privateIPAddresses|sku\.tier/,
    ],
    [
      'a route table',
      'network-routetable',
      /routeTables\/[^/]+\?/,
      'rg-payments-network/routeTables/rt-payments',
      /disablePeeringRoute/,
    ],
    [
      'a route',
      'network-routetable',
      /routes\/[^/]+\?/,
      'rg-payments-network/routeTables/rt-payments/routes/to-firewall',
      never,
    ],
    [
      'a subnet',
      'network-subnet-vnet',
      /subnets\/[^/]+\?/,
      'rg-orders-network/virtualNetworks/vnet-orders/subnets/snet-aks',
      never,
    ],
    [
      'a virtual network',
      'network-subnet-vnet',
      /virtualNetworks\/[^/]+\?/,
      'rg-orders-network/virtualNetworks/vnet-orders',
      never,
    ],
    [
      'a load balancer',
      'network-loadbalancer',
      /loadBalancers\/[^/]+\?/,
      'MC_rg-shop_shop-prod_switzerlandnorth/loadBalancers/kubernetes',
      /inboundNatPools/,
    ],
  ];

  it.each(network)('%s has every key', async (_, file, url, target, except) => {
    const azure = await callerIn();
    const [group = '', ...rest] = target.split('/');
    const ours = await azure.get(
      `/subscriptions/${production}/resourceGroups/${group}/providers/Microsoft.Network/${rest.join('/')}?api-version=2025-09-01`,
    );
    expect(ours.status).toBe(200);
    expect(missing(ours.body, got(file, url), except)).toEqual([]);
  });

  it('Resource Graph has the recorded envelope and quota headers', async () => {
    const azure = await callerIn();
    const reply = await azure.send(
      'POST',
      '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
      {
        query: inventoryQuery,
        options: { $top: 3 },
      },
    );
    const [page] = exchanges('resource-graph');
    expect(Object.keys(objectOf(reply.body)).toSorted()).toEqual(
      Object.keys(objectOf(page!.response.body)).toSorted(),
    );
    for (const name of ['x-ms-user-quota-remaining', 'x-ms-user-quota-resets-after'])
      expect(reply.headers.has(name)).toBe(true);
  });

  const errors: readonly (readonly [
    what: string,
    code: string,
    ours: (azure: CallerIn) => Promise<Reply>,
  ])[] = [
    ['an unknown cluster', 'ResourceNotFound', (azure) => azure.get(clusterAt('rg-shop', 'none'))],
    ['an unknown group', 'ResourceGroupNotFound', (azure) => azure.get(clusterAt('none', 'none'))],
    [
      'an unknown pool',
      'NotFound',
      (azure) => azure.get(clusterAt('rg-shop', 'shop-prod', { rest: '/agentPools/x' })),
    ],
    [
      'another operation',
      'EtagMismatch',
      async (azure) => {
        const body = toManagedNat((await azure.get(shop)).body);
        await azure.send('PUT', shop, body);
        return azure.send('PUT', shop, body, { 'if-match': '"0"' });
      },
    ],
    [
      'a denied subscription',
      'AuthorizationFailed',
      (azure) =>
        azure.get(
          clusterAt('rg-finance', 'finance-prod', { subscriptionId: '5b000000-0000-4000-8000-000000000005' }),
        ),
    ],
  ];

  it.each(errors)('%s is refused with the recorded status and keys', async (_, code, ours) => {
    const isSame = (body: Json): boolean => objectOf(objectOf(body)['error'] ?? body)['code'] === code;
    const recorded = found(
      'errors',
      ({ response }) =>
        (isSame(response.body) && !/machines|Network/.test(JSON.stringify(response.body))) ||
        (code === 'AuthorizationFailed' && isSame(response.body)),
    );
    const reply = await ours(await callerIn());
    expect([reply.status, keysOf(reply.body)]).toEqual([
      recorded.response.status,
      keysOf(recorded.response.body),
    ]);
    expect(reply.headers.get('content-type')).toBe(recorded.response.headers['content-type']);
    expect(reply.headers.get('x-ms-failure-cause')).toBe(
      recorded.response.headers['x-ms-failure-cause'] ?? null,
    );
  });
});
