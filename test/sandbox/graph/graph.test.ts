import { describe, expect, it } from 'vitest';
import { clustersQuery, neighboursQuery } from '../../../src/azure/inventory/queries.js';
import { inventoryQuery } from '../../../src/sandbox/graph/queries.js';
import type { JsonObject } from '../../../src/sandbox/json.js';
import { callerIn, production, shop, toManagedNat, type CallerIn, type Reply } from '../caller.js';

const graph = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01';

const ask = (
  azure: CallerIn,
  query: unknown,
  options: JsonObject = {},
  more: JsonObject = {},
): Promise<Reply> =>
  azure.send('POST', graph, { query, options: { resultFormat: 'objectArray', ...options }, ...more });

const rowsOf = (reply: Reply): readonly JsonObject[] => reply.at('data') as readonly JsonObject[];

describe('the queries of the product', () => {
  it('are known to the sandbox', async () => {
    const azure = await callerIn();
    expect((await ask(azure, clustersQuery)).status).toBe(200);
    expect((await ask(azure, neighboursQuery([shop.split('?')[0]!]))).status).toBe(200);
    expect((await ask(azure, neighboursQuery([]))).status).toBe(200);
  });

  it('are known however they are broken into lines', async () => {
    const azure = await callerIn();
    expect((await ask(azure, inventoryQuery.replaceAll('\n', ' '))).at('count')).toBe(25);
  });
});

describe('the inventory', () => {
  it('has a row for each cluster of the tenant that may be read, by name', async () => {
    const reply = await ask(await callerIn(), inventoryQuery, { $top: 1000 });
    const names = rowsOf(reply).map(({ name }) => name as string);
    expect(names).toHaveLength(25);
    expect(names).toEqual(names.toSorted());
    expect(names).not.toContain('finance-prod');
    expect(names).not.toContain('fabrikam-web');
    expect(reply.body).toMatchObject({ totalRecords: 25, count: 25, resultTruncated: 'false', facets: [] });
    expect(reply.headers.get('x-ms-user-quota-remaining')).toBe('14');
  });

  it('writes groups in lower case, and empty texts for what is absent', async () => {
    const [row] = rowsOf(await ask(await callerIn(), inventoryQuery)).filter(
      ({ name }) => name === 'shop-prod',
    );
    expect(row).toMatchObject({
      id: `/subscriptions/${production}/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/shop-prod`,
      resourceGroup: 'rg-shop',
      outboundType: 'loadBalancer',
      natGatewaySku: '',
      subnetId: '',
      privateCluster: null,
      powerState: 'Running',
    });
  });

  it('shows a change that is under way', async () => {
    const azure = await callerIn();
    await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    const [row] = rowsOf(await ask(azure, inventoryQuery)).filter(({ name }) => name === 'shop-prod');
    expect(row).toMatchObject({ outboundType: 'managedNATGateway', provisioningState: 'Updating' });
  });

  it('comes in pages of at most a thousand, each cluster once', async () => {
    const azure = await callerIn({ scenario: 'large' });
    const seen = new Set<unknown>();
    let token: string | undefined;
    let pages = 0;
    do {
      const reply = await ask(azure, inventoryQuery, {
        $top: 1000,
        ...(token === undefined ? {} : { $skipToken: token }),
      });
      for (const { id } of rowsOf(reply)) seen.add(id);
      token = reply.at('$skipToken') as string | undefined;
      pages += 1;
    } while (token !== undefined);
    expect([pages, seen.size]).toEqual([10, 10_000]);
  });

  it('asks of some subscriptions only, when they are named', async () => {
    const azure = await callerIn();
    const reply = await ask(azure, inventoryQuery, {}, { subscriptions: [production] });
    expect(reply.at('totalRecords')).toBe(9);
    const denied = await ask(
      azure,
      inventoryQuery,
      {},
      { subscriptions: ['5b000000-0000-4000-8000-000000000005'] },
    );
    expect(denied.status).toBe(403);
  });
});

describe('the neighbours', () => {
  it('are the resources of the ids that exist, whatever their case, and no children', async () => {
    const network = `/subscriptions/${production}/resourceGroups/rg-orders-network/providers/Microsoft.Network`;
    const ids = [
      `${network}/natGateways/NG-ORDERS`,
      `${network}/virtualNetworks/vnet-orders`,
      `${network}/virtualNetworks/vnet-orders/subnets/snet-aks`,
      `${network}/natGateways/none`,
    ];
    const rows = rowsOf(await ask(await callerIn(), neighboursQuery(ids)));
    expect(rows.map(({ type, name }) => [type, name])).toEqual([
      ['microsoft.network/natgateways', 'ng-orders'],
      ['microsoft.network/virtualnetworks', 'vnet-orders'],
    ]);
    const subnets = (rows[1]!['properties'] as JsonObject)['subnets'] as readonly JsonObject[];
    expect(subnets[0]!['name']).toBe('snet-aks');
  });
});

describe('the graph refuses', () => {
  it.each([
    ['any other query', 'resources | project id'],
    ['no query', undefined],
    ['a query that is no text', 5],
  ])('%s, with the recorded 400', async (_, query) => {
    const reply = await ask(await callerIn(), query);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      error: {
        code: 'BadRequest',
        details: [{ code: 'InvalidQuery' }, { code: 'ParserFailure', token: '<EOF>' }],
      },
    });
  });

  it.each([
    ['a page of 1,001', { $top: 1001 }],
    ['a page of none', { $top: 0 }],
    ['a token of somebody else', { $skipToken: 'xyz' }],
  ])('%s', async (_, options) => {
    expect((await ask(await callerIn(), inventoryQuery, options)).status).toBe(400);
  });

  it('and counts no query as a write', async () => {
    const azure = await callerIn();
    await ask(azure, inventoryQuery);
    await ask(azure, 'x');
    expect(await azure.sandbox.writes()).toEqual([]);
  });
});
