import { describe, expect, it } from 'vitest';
import { at as valueAt, type JsonObject } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, production, shop, toManagedNat, type CallerIn } from '../caller.js';
import { type } from '../rules/putting.js';

const scopes = {
  shop: shop.split('?')[0]!,
  group: `/subscriptions/${production}/resourceGroups/rg-shop`,
  subscription: `/subscriptions/${production}`,
  subnet: `/subscriptions/${production}/resourceGroups/rg-payments-network/providers/Microsoft.Network/virtualNetworks/vnet-payments/subnets/snet-aks`,
};
const on = (scope: string, rest: string, version: string): string =>
  `${scope}/providers/Microsoft.Authorization/${rest}${rest.includes('?') ? '&' : '?'}api-version=${version}`;
const rows = async (azure: CallerIn, target: string) => (await azure.get(target)).at('value') as JsonObject[];
const errorOf = (reply: Awaited<ReturnType<CallerIn['get']>>) => [reply.status, reply.at('error', 'code')];

describe('a lock', () => {
  const lock = on(scopes.group, 'locks/keep', '2020-05-01');
  const level = (value: string) => ({ properties: { level: value, notes: 'Keep it.' } });

  it('against deletion lets changes through, and is listed for what is above and below', async () => {
    const azure = await callerIn();
    expect((await azure.send('PUT', lock, level('CanNotDelete'))).status).toBe(201);
    expect(errorOf(await azure.send('DELETE', shop))).toEqual([409, 'ScopeLocked']);
    const change = toManagedNat((await azure.get(shop)).body);
    expect((await azure.send('PUT', shop, change)).status).toBe(200);
    for (const scope of [scopes.shop, scopes.group, scopes.subscription])
      expect((await rows(azure, on(scope, 'locks', '2020-05-01'))).map(({ name }) => name)).toEqual(['keep']);
    const group = `${scopes.group}?api-version=2021-04-01`;
    expect(errorOf(await azure.send('DELETE', group))).toEqual([409, 'ScopeLocked']);
  });

  it('is read, changed, and taken away', async () => {
    const azure = await callerIn();
    await azure.send('PUT', lock, level('CanNotDelete'));
    expect((await azure.send('PUT', lock, level('ReadOnly'))).status).toBe(200);
    expect((await azure.get(lock)).at('properties', 'level')).toBe('ReadOnly');
    expect((await azure.send('DELETE', lock)).status).toBe(200);
    expect((await azure.send('DELETE', lock)).status).toBe(204);
    expect(errorOf(await azure.get(lock))).toEqual([404, 'LockNotFound']);
    expect(errorOf(await azure.send('PUT', lock, level('Soft')))).toEqual([400, 'InvalidLockLevel']);
  });
});

describe('a caller who may only read', () => {
  it('is refused by action and scope, and what is joined from elsewhere by its own words', async () => {
    const azure = await callerIn({ scenario: 'reader' });
    const before = await azure.get(shop);
    const put = await azure.send('PUT', shop, toManagedNat(before.body));
    expect(errorOf(put)).toEqual([403, 'AuthorizationFailed']);
    expect(put.at('error', 'message')).toContain(
      "perform action 'Microsoft.ContainerService/managedClusters/write' over scope",
    );
    const abort = await azure.send('POST', shop.replace('?', '/abort?'));
    expect(abort.at('error', 'message')).toContain(
      "'Microsoft.ContainerService/managedClusters/abort/action'",
    );
    const payments = clusterAt('rg-payments', 'payments-prod');
    const cluster = await azure.get(payments);
    const linked = await azure.send('PUT', payments, type('userDefinedRouting')(cluster.body));
    expect(errorOf(linked)).toEqual([403, 'LinkedAuthorizationFailed']);
    expect(linked.at('error', 'message')).toContain('Microsoft.Network/virtualNetworks/subnets/join/action');
  });

  it('is told so by the permissions', async () => {
    const azure = await callerIn({ scenario: 'reader' });
    const [own] = await rows(azure, on(scopes.shop, 'permissions', '2022-04-01'));
    expect(own!['actions']).toEqual(['*/read']);
    const payments = `${scopes.subscription}/resourceGroups/rg-payments`;
    const [other] = await rows(azure, on(payments, 'permissions', '2022-04-01'));
    expect(other!['actions']).toContain('Microsoft.ContainerService/managedClusters/*');
  });
});

describe('a policy against public addresses', () => {
  it('is assigned, refuses an address at once, and a cluster that needs one at the end', async () => {
    const azure = await callerIn({ scenario: 'addresses-denied' });
    const [one] = await rows(azure, on(scopes.shop, 'policyAssignments', '2022-06-01'));
    expect(one!['name']).toBe('deny-public-ip');
    const exact = 'policyAssignments?$filter=atExactScope()';
    expect(await rows(azure, on(scopes.shop, exact, '2022-06-01'))).toEqual([]);
    const address = `${scopes.group}/providers/Microsoft.Network/publicIPAddresses/pip-new?api-version=2025-09-01`;
    const refused = await azure.send('PUT', address, { location: 'switzerlandnorth', properties: {} });
    expect(errorOf(refused)).toEqual([403, 'RequestDisallowedByPolicy']);
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    expect(put.status).toBe(200);
    const operation = put.headers.get('azure-asyncoperation')!;
    expect((await azure.follow(operation)).at(-1)).toBe('Failed');
    expect((await azure.get(operation)).at('error', 'code')).toBe('ReconcileStandardLoadBalancerError');
    expect((await azure.get(operation)).at('error', 'message')).toContain('RequestDisallowedByPolicy');
  });
});

describe('usages', () => {
  const at = (provider: string): string =>
    `${scopes.subscription}/providers/${provider}/locations/switzerlandnorth/usages?api-version=${provider === 'Microsoft.Compute' ? '2024-07-01' : '2025-09-01'}`;
  const usage = async (azure: CallerIn, provider: string, name: string) => {
    const found = (await rows(azure, at(provider))).find((one) => valueAt(one, 'name', 'value') === name)!;
    return [found['currentValue'], found['limit']];
  };

  it('count what is there, and more once something was made', async () => {
    const azure = await callerIn();
    const [before] = await usage(azure, 'Microsoft.Network', 'PublicIPAddresses');
    const target = `${scopes.group}/providers/Microsoft.Network/publicIPAddresses/pip-new?api-version=2025-09-01`;
    await azure.send('PUT', target, { location: 'switzerlandnorth', properties: {} });
    const [after] = await usage(azure, 'Microsoft.Network', 'PublicIPAddresses');
    expect(Number(after) - Number(before)).toBe(1);
    const [cores, limit] = await usage(azure, 'Microsoft.Compute', 'cores');
    expect(Number(cores)).toBeGreaterThan(10);
    expect(Number(limit)).toBeGreaterThan(Number(cores));
  });

  it('that are used up refuse an address, and let a change fail that needs one', async () => {
    const azure = await callerIn({ scenario: 'quota-reached' });
    const [used, limit] = await usage(azure, 'Microsoft.Network', 'PublicIPAddresses');
    expect(Number(used)).toBeGreaterThanOrEqual(Number(limit));
    const target = `${scopes.group}/providers/Microsoft.Network/publicIPAddresses/pip-new?api-version=2025-09-01`;
    const refused = await azure.send('PUT', target, { location: 'switzerlandnorth', properties: {} });
    expect(errorOf(refused)).toEqual([400, 'PublicIPCountLimitReached']);
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    const operation = put.headers.get('azure-asyncoperation')!;
    expect((await azure.follow(operation)).at(-1)).toBe('Failed');
    expect((await azure.get(operation)).at('error', 'code')).toBe('PublicIPCountLimitReached');
    // The address of the load balancer is still there, and is none that the gateway could take over.
    const again = await azure.send('PUT', shop, (await azure.get(shop)).body);
    expect((await azure.follow(again.headers.get('azure-asyncoperation')!)).at(-1)).toBe('Failed');
  });
});

describe('role assignments', () => {
  const network = '4d97b98b-1d4f-4787-a291-c67834d212e7';
  const list = on(scopes.subnet, 'roleAssignments?$filter=atScope()', '2022-04-01');

  it('give a cluster its network, seen from the subnet', async () => {
    const azure = await callerIn();
    const found = await rows(azure, list);
    const cluster = await azure.get(clusterAt('rg-payments', 'payments-prod'));
    const [identity] = Object.values(cluster.at('identity', 'userAssignedIdentities') as JsonObject);
    expect(found.map((one) => valueAt(one, 'properties', 'principalId'))).toEqual([
      valueAt(identity, 'principalId'),
    ]);
    expect(valueAt(found[0], 'properties', 'roleDefinitionId')).toMatch(new RegExp(`${network}$`));
  });

  it('are made once, for somebody whom the directory knows, and taken away', async () => {
    const azure = await callerIn();
    const principalId = (await azure.get(shop)).at('identity', 'principalId') as string;
    const target = on(scopes.subnet, 'roleAssignments/11111111-1111-4111-8111-111111111111', '2022-04-01');
    const roleDefinitionId = `${scopes.subscription}/providers/Microsoft.Authorization/roleDefinitions/${network}`;
    const body = { properties: { roleDefinitionId, principalId } };
    const stranger = {
      properties: { roleDefinitionId, principalId: '22222222-2222-4222-8222-222222222222' },
    };
    expect(errorOf(await azure.send('PUT', target, stranger))).toEqual([400, 'PrincipalNotFound']);
    expect((await azure.send('PUT', target, body)).status).toBe(201);
    const again = on(scopes.subnet, 'roleAssignments/33333333-3333-4333-8333-333333333333', '2022-04-01');
    expect(errorOf(await azure.send('PUT', again, body))).toEqual([409, 'RoleAssignmentExists']);
    const mine = `roleAssignments?$filter=principalId eq '${principalId}'`;
    expect(await rows(azure, on(scopes.subnet, mine, '2022-04-01'))).toHaveLength(1);
    expect((await azure.send('DELETE', target)).status).toBe(200);
    expect(errorOf(await azure.get(target))).toEqual([404, 'RoleAssignmentNotFound']);
  });

  it('name roles that can be looked up by name and by id', async () => {
    const azure = await callerIn();
    const named = "roleDefinitions?$filter=roleName eq 'Network Contributor'";
    const [role] = await rows(azure, on(scopes.subnet, named, '2022-05-01-preview'));
    expect(role!['name']).toBe(network);
    const one = await azure.get(on(scopes.subscription, `roleDefinitions/${network}`, '2022-04-01'));
    expect(one.at('properties', 'roleName')).toBe('Network Contributor');
  });
});
