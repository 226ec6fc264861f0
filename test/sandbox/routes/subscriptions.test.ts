import { describe, expect, it } from 'vitest';
import { callerIn, production, shop, toManagedNat } from '../caller.js';
import type { JsonObject } from '../../../src/sandbox/json.js';

const fabrikam = 'fab00000-0000-4000-8000-000000000002';
const of = (path: string, version: string): string =>
  `/subscriptions/${production}/${path}?api-version=${version}`;

describe('tenants and subscriptions', () => {
  it('are those of the account, and of the tenant that the token is for', async () => {
    const both = await callerIn();
    const tenants = (await both.get('/tenants?api-version=2022-12-01')).at('value') as JsonObject[];
    expect(tenants.map(({ displayName }) => displayName)).toEqual(['Contoso', 'Fabrikam']);
    const names = async (tenantId?: string) => {
      const azure = await callerIn(tenantId === undefined ? {} : { tenantId });
      const reply = await azure.get('/subscriptions?api-version=2022-12-01');
      return (reply.at('value') as { displayName: string }[]).map(({ displayName }) => displayName);
    };
    expect(await names()).toHaveLength(5);
    expect(await names(fabrikam)).toEqual(['Fabrikam Web']);
  });

  it('have resource groups, also those of nodes', async () => {
    const azure = await callerIn();
    const groups = (await azure.get(of('resourceGroups', '2022-09-01'))).at('value') as { name: string }[];
    expect(groups.map(({ name }) => name)).toContain('MC_rg-shop_shop-prod_switzerlandnorth');
    expect((await azure.get(of('resourcegroups/RG-SHOP', '2022-09-01'))).at('name')).toBe('rg-shop');
  });
});

describe('a provider', () => {
  it('lists the api-versions of its types, newest first', async () => {
    const azure = await callerIn();
    const reply = await azure.get(of('providers/Microsoft.ContainerService', '2021-04-01'));
    expect(reply.at('registrationState')).toBe('Registered');
    const types = reply.at('resourceTypes') as { resourceType: string; apiVersions: string[] }[];
    const { apiVersions } = types.find(({ resourceType }) => resourceType === 'managedClusters')!;
    expect(apiVersions.filter((version) => !version.endsWith('preview'))[0]).toBe('2026-06-01');
    expect(apiVersions).toEqual(apiVersions.toSorted().toReversed());
  });

  it('is registering for a while after it was asked to', async () => {
    const azure = await callerIn();
    const target = of('providers/Microsoft.ContainerService', '2021-04-01');
    await azure.send('POST', of('providers/Microsoft.ContainerService/register', '2021-04-01'));
    expect((await azure.get(target)).at('registrationState')).toBe('Registering');
    azure.clock.advance(120_000);
    expect((await azure.get(target)).at('registrationState')).toBe('Registered');
  });
});

describe('a preview feature', () => {
  it('is not registered, then on its way, then registered', async () => {
    const azure = await callerIn();
    const path =
      'providers/Microsoft.Features/providers/Microsoft.ContainerService/features/SomethingPreview';
    const state = async () => (await azure.get(of(path, '2021-07-01'))).at('properties', 'state');
    expect(await state()).toBe('NotRegistered');
    const post = await azure.send('POST', of(`${path}/register`, '2021-07-01'));
    expect(post.body).toEqual({
      properties: { state: 'Registering' },
      id: `/subscriptions/${production}/${path}`,
      type: 'Microsoft.Features/providers/features',
      name: 'Microsoft.ContainerService/SomethingPreview',
    });
    azure.clock.advance(120_000);
    expect(await state()).toBe('Registered');
  });
});

describe('what may be done', () => {
  it('is everything, on whatever scope is asked about', async () => {
    const azure = await callerIn();
    const reply = await azure.get(
      shop
        .replace('?', '/providers/Microsoft.Authorization/permissions?')
        .replace('2026-06-01', '2022-04-01'),
    );
    expect((reply.at('value') as { actions: string[] }[])[0]!.actions).toEqual(['*']);
  });

  it('is nothing where a read-only lock lies', async () => {
    const azure = await callerIn({ scenario: 'locked' });
    const before = await azure.get(shop);
    const put = await azure.send('PUT', shop, toManagedNat(before.body));
    expect([put.status, put.at('error', 'code')]).toEqual([409, 'ScopeLocked']);
    const locks = await azure.get(
      shop.replace('?', '/providers/Microsoft.Authorization/locks?').replace('2026-06-01', '2020-05-01'),
    );
    expect((locks.at('value') as JsonObject[]).map(({ name }) => name)).toEqual(['change-freeze']);
  });
});
