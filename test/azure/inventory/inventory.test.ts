import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../../src/core/inventory.js';
import { find, never, rig } from '../rig.js';

const clustersOf = ({ tenants }: Inventory) =>
  tenants.flatMap(({ subscriptions }) => subscriptions.flatMap(({ clusters }) => clusters));
const graph = 'POST /providers/Microsoft.ResourceGraph/resources';

describe('the inventory', () => {
  it('has every cluster of every tenant, under its subscription, by one graph query for each tenant', async () => {
    const { open } = rig();
    const window = open();
    const inventory = await window.azure.inventory(never());
    expect(inventory.tenants.map(({ name }) => name)).toEqual(['Contoso', 'Fabrikam']);
    expect(clustersOf(inventory).length).toBeGreaterThan(12);
    for (const { subscriptions, account } of inventory.tenants) {
      expect(account).toBe('alex@contoso.example');
      for (const { id, clusters, tenantId } of subscriptions)
        for (const cluster of clusters) expect(cluster).toMatchObject({ subscriptionId: id, tenantId });
    }
    expect(window.requests.filter((request) => request === graph)).toHaveLength(2);
  });

  it('knows type, sku and state of each, and which stand on a network of their own', async () => {
    const { open } = rig();
    const window = open();
    expect(await find(window, 'edge-prod')).toMatchObject({
      outboundType: 'managedNATGateway',
      natGatewaySku: 'Standard',
      provisioningState: 'Succeeded',
      powerState: 'Running',
      hasOwnNetwork: false,
    });
    expect(await find(window, 'ledger-prod')).toMatchObject({
      outboundType: 'userAssignedNATGateway',
      hasOwnNetwork: true,
    });
  });

  it('says in its place that a subscription is denied, and hides nothing else', async () => {
    const { open } = rig();
    const inventory = await open().azure.inventory(never());
    const subscriptions = inventory.tenants.flatMap((tenant) => tenant.subscriptions);
    const finance = subscriptions.find(({ name }) => name === 'Contoso Finance');
    expect(finance).toMatchObject({
      problem: { kind: 'denied', azure: { status: 403, code: 'AuthorizationFailed' } },
      clusters: [],
    });
    expect(subscriptions.filter(({ problem }) => problem !== undefined)).toHaveLength(1);
    expect(subscriptions.find(({ name }) => name === 'Contoso Legacy')).toBeDefined();
  });

  it.each([
    ['denied', { kind: 'refuse', status: 403, body: { error: { code: 'Forbidden', message: 'x' } } }],
    ['down', { kind: 'html' }],
    ['throttled for long', { kind: 'throttle', retryAfterInSeconds: 600 }],
  ] as const)('is listed by subscription where the graph is %s, and shows the same', async (_, fault) => {
    const { open, fault: add } = rig();
    const byGraph = await open().azure.inventory(never());
    await add({ ...fault, path: 'Microsoft.ResourceGraph' });
    const window = open();
    const byLists = await window.azure.inventory(never());
    const names = (inventory: Inventory) =>
      clustersOf(inventory)
        .map(({ name, outboundType, hasOwnNetwork }) => `${name} ${outboundType} ${hasOwnNetwork}`)
        .toSorted();
    expect(names(byLists)).toEqual(names(byGraph));
    expect(
      byLists.tenants.flatMap((tenant) => tenant.subscriptions).find(({ name }) => name === 'Contoso Finance')
        ?.problem?.kind,
    ).toBe('denied');
  });

  it('of a tenant without consent says so, with the way out, beside the tenant that works', async () => {
    const { open } = rig({ scenario: 'no-consent' });
    const { azure } = open();
    const [contoso, fabrikam] = (await azure.inventory(never())).tenants;
    expect(contoso?.problem).toBeUndefined();
    expect(clustersOf({ tenants: [contoso!] }).length).toBeGreaterThan(0);
    expect(fabrikam?.problem?.kind).toBe('noConsent');
    await azure.signIn(fabrikam?.id);
    expect((await azure.inventory(never())).tenants.every(({ problem }) => problem === undefined)).toBe(true);
  });

  it('of a session that ran out asks for a sign-in, and is there again after it', async () => {
    const { open } = rig({ scenario: 'expired' });
    const { azure } = open();
    expect((await azure.inventory(never())).tenants).toMatchObject([{ problem: { kind: 'expired' } }]);
    await azure.signIn();
    expect(clustersOf(await azure.inventory(never())).length).toBeGreaterThan(0);
  });

  it('of nobody is empty', async () => {
    const { open } = rig({ scenario: 'signed-out' });
    const { azure } = open();
    expect(await azure.isSignedIn()).toBe(false);
    expect(await azure.inventory(never())).toEqual({ tenants: [] });
    await azure.signIn();
    expect(await azure.isSignedIn()).toBe(true);
  });

  it('of a newcomer who signs in holds everything that may be read, with each trouble in its place', async () => {
    const { open } = rig({ scenario: 'signed-out' });
    const { azure } = open();
    await azure.signIn();
    const { tenants } = await azure.inventory(never());
    expect(tenants.map(({ name, account, problem }) => [name, account, problem?.kind])).toEqual([
      ['Contoso', 'alex@contoso.example', undefined],
      ['Fabrikam', 'alex@contoso.example', 'noConsent'],
    ]);
    const seen = tenants[0]!.subscriptions.map(({ name, problem, clusters }) => [
      name,
      problem?.kind,
      clusters.length,
    ]);
    expect(seen.toSorted()).toEqual([
      ['Contoso Finance', 'denied', 0],
      ['Contoso Production', undefined, 4],
    ]);
  });

  it('that is offline says so for each tenant, and is never a shorter list', async () => {
    const { open } = rig();
    const window = open();
    window.onSending = () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    const { tenants } = await window.azure.inventory(never());
    expect(tenants.length).toBe(2);
    expect(tenants.every(({ problem }) => problem?.kind === 'offline')).toBe(true);
  });

  it('stops when nobody waits any more, and is then no list at all', async () => {
    const { open } = rig();
    const window = open();
    const stop = new AbortController();
    window.onAnswered = () => stop.abort(new Error('enough'));
    await expect(window.azure.inventory(stop.signal)).rejects.toThrow('enough');
  });

  it('of 1,000 subscriptions and 10,000 clusters takes at most 11 requests in a tenant', async () => {
    const { open } = rig({ scenario: 'large' });
    const window = open();
    const inventory = await window.azure.inventory(never());
    expect(clustersOf(inventory)).toHaveLength(10_000);
    expect(inventory.tenants.flatMap(({ subscriptions }) => subscriptions)).toHaveLength(1000);
    expect(window.requests.filter((request) => request !== 'GET /tenants').length).toBeLessThanOrEqual(11);
  });
});
