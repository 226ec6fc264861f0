import { describe, expect, it } from 'vitest';
import { valueOf, type Fact } from '../../../src/core/fact.js';
import { egressAddressesOf } from '../../../src/core/egress-addresses.js';
import { valueAt } from '../../../src/core/json.js';
import { find, never, rig, type Window } from '../rig.js';

const read = async (
  window: Window,
  name: string,
  before: () => Promise<unknown> = () => Promise.resolve(),
) => {
  const cluster = await find(window, name);
  await before();
  window.requests.length = 0;
  return window.azure.read(cluster, never());
};

describe('reading a cluster', () => {
  it('finds the whole way out: pools, subnets, gateway, addresses and prefixes', async () => {
    const world = rig();
    const { facts } = await read(world.open(), 'ledger-prod');
    expect(Object.values(facts.subnets)).toHaveLength(2);
    const [gateway] = Object.values(facts.natGateways);
    expect(gateway?.kind === 'known' && gateway.value.name).toBe('ng-ledger');
    expect(valueOf(egressAddressesOf(facts))?.map(({ address }) => address)).toEqual([
      '203.0.113.50',
      '203.0.113.52/31',
    ]);
    expect(
      Object.values(facts.addresses).every(
        (one) => one.kind === 'known' && valueOf(one.value.owner) === 'customer',
      ),
    ).toBe(true);
  });

  it('finds the route table, and public Services by name and address, internal ones not', async () => {
    const world = rig();
    const window = world.open();
    const payments = await read(window, 'payments-prod');
    const [table] = Object.values(payments.facts.routeTables);
    expect(table?.kind === 'known' && valueOf(table.value.routes)?.map(({ name }) => name)).toEqual([
      'to-firewall',
      'to-datacenter',
    ]);
    const shop = await read(window, 'shop-prod');
    expect(valueOf(shop.facts.services)).toEqual([
      { name: 'ingress-nginx/ingress-nginx-controller', address: '203.0.113.11' },
      { name: 'shop/mqtt', address: '203.0.113.12' },
    ]);
  });

  it('of every cluster of the tour leaves no fact odd or unread', async () => {
    const world = rig();
    const window = world.open();
    const { tenants } = await window.azure.inventory(never());
    const clusters = tenants.flatMap(({ subscriptions }) => subscriptions.flatMap((one) => one.clusters));
    for (const cluster of clusters) {
      const { facts } = await window.azure.read(cluster, never());
      const groups = [facts.cluster, facts.subnets, facts.natGateways, facts.routeTables, facts.addresses];
      expect(
        groups
          .flatMap((group) => Object.values(group as Readonly<Record<string, Fact<unknown>>>))
          .filter(({ kind }) => kind === 'unknown'),
        cluster.name,
      ).toEqual([]);
      expect(facts.pools.kind).toBe('known');
      expect(facts.services.kind).toBe('known');
    }
    expect(await world.sandbox.unknownRequests()).toEqual([]);
    expect(await world.sandbox.writes()).toEqual([]);
  });

  it('takes facts at the newest version and the basis at the version that is written', async () => {
    const world = rig();
    const window = world.open();
    const shop = await read(window, 'shop-prod');
    expect(valueOf(shop.facts.cluster.apiVersion)).toBe('2026-06-01');
    expect(shop.basis).toMatchObject({ apiVersion: '2026-05-01', eTag: valueOf(shop.facts.cluster.eTag) });
    expect(Object.keys(shop.basis.poolETags)).toEqual(['system', 'web']);
    expect(shop.apiVersions[0]! >= '2026-06-01').toBe(true);
    const { tenants } = await window.azure.inventory(never());
    const newer = tenants
      .flatMap(({ subscriptions }) => subscriptions.flatMap((one) => one.clusters))
      .find(({ natGatewaySku }) => natGatewaySku === 'StandardV2');
    const { basis } = await window.azure.read(newer!, never());
    expect(basis.apiVersion).toBe('2026-06-01');
    expect(valueAt(basis.body, ['properties', 'networkProfile', 'natGatewayProfile', 'sku'])).toBe(
      'StandardV2',
    );
  });

  it('stays at what the provider lists, where a cloud lags behind', async () => {
    const world = rig();
    const window = world.open();
    const lagging = ['2026-04-01', '2026-03-02-preview', '2025-10-01'];
    window.answerWith = (response, { url }) => {
      const { pathname, searchParams } = new URL(url);
      if (/providers\/Microsoft.ContainerService$/i.test(pathname))
        return Response.json({ resourceTypes: [{ resourceType: 'managedClusters', apiVersions: lagging }] });
      if (!pathname.includes('/managedClusters/') || lagging.includes(searchParams.get('api-version') ?? ''))
        return response;
      return Response.json({ error: { code: 'NoRegisteredProviderFound', message: 'x' } }, { status: 400 });
    };
    const reading = await read(window, 'shop-prod');
    expect(valueOf(reading.facts.cluster.apiVersion)).toBe('2026-04-01');
    expect(reading.basis.apiVersion).toBe('2026-04-01');
  });

  it('keeps a subnet that may not be read as a reason inside the fact, and reads the rest', async () => {
    const world = rig();
    const { facts } = await read(world.open(), 'ledger-prod', () =>
      world.fault({
        kind: 'refuse',
        status: 403,
        path: 'snet-apps',
        body: { error: { code: 'AuthorizationFailed', message: 'You may not.' } },
      }),
    );
    const [apps, system] = Object.entries(facts.subnets)
      .toSorted()
      .map(([, node]) => node);
    expect(apps).toMatchObject({
      kind: 'unknown',
      reason: 'denied',
      because: { args: { words: { args: { code: 'AuthorizationFailed', message: 'You may not.' } } } },
    });
    expect(system?.kind).toBe('known');
    expect(Object.values(facts.natGateways)[0]?.kind).toBe('known');
  });

  it.each([
    [
      'gone',
      { kind: 'refuse', status: 404, body: { error: { code: 'ResourceNotFound', message: 'x' } } },
      'notFound',
    ],
    ['an HTML page', { kind: 'html' }, 'failed'],
  ] as const)('tells an address that is %s', async (_, fault, reason) => {
    const world = rig();
    const { facts } = await read(world.open(), 'ledger-prod', () =>
      world.fault({ ...fault, path: 'pip-ng-ledger' }),
    );
    expect(Object.values(facts.addresses)).toContainEqual(
      expect.objectContaining({ kind: 'unknown', reason }),
    );
    expect(Object.values(facts.addresses).some(({ kind }) => kind === 'known')).toBe(true);
  });

  it.each([
    [403, 'denied'],
    [404, 'failed'],
    [500, 'failed'],
  ])('of a cluster that answers %i is a trouble of the kind %s', async (status, kind) => {
    const world = rig();
    const window = world.open();
    await expect(
      read(window, 'shop-prod', () =>
        world.fault({
          kind: 'refuse',
          status,
          path: 'managedClusters/shop-prod',
          body: { error: { code: 'X', message: 'y' } },
        }),
      ),
    ).rejects.toMatchObject({ name: 'Trouble', problem: { kind, azure: { code: 'X' } } });
  });

  it.each([
    ['[]', 'failed'],
    ['null', 'failed'],
    ['{"properties":7}', 'failed'],
    // No JSON at all did not come from Azure.
    ['<html>', 'offline'],
    ['', 'offline'],
  ])('of an answer %j is a trouble, not a crash: %s', async (text, kind) => {
    const world = rig();
    const window = world.open();
    const cluster = await find(window, 'shop-prod');
    window.answerWith = (response, { url }) =>
      /managedClusters\/shop-prod/.test(url)
        ? new Response(text, { headers: { 'content-type': 'application/json' } })
        : response;
    await expect(window.azure.read(cluster, never())).rejects.toMatchObject({
      name: 'Trouble',
      problem: { kind },
    });
  });

  it('asks for no resource twice, and is as true when the graph guessed its neighbours', async () => {
    const world = rig();
    const window = world.open();
    const first = await read(window, 'ledger-prod');
    const firstRequests = [...window.requests];
    const second = await read(window, 'ledger-prod');
    for (const requests of [firstRequests, window.requests]) {
      const network = requests.filter((request) => request.includes('microsoft.network'));
      expect(new Set(network).size).toBe(network.length);
    }
    expect(window.requests).toContain('POST /providers/Microsoft.ResourceGraph/resources');
    expect({ ...second, readAtInMs: 0 }).toEqual({ ...first, readAtInMs: 0 });
    await world.fault({ kind: 'html', path: 'Microsoft.ResourceGraph' });
    expect({ ...(await read(window, 'ledger-prod')), readAtInMs: 0 }).toEqual({
      ...first,
      readAtInMs: 0,
    });
  });
});
