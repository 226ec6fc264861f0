import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, production, type CallerIn } from '../caller.js';
import { network } from '../rules/putting.js';

const platform = '5b000000-0000-4000-8000-000000000002';
const of = (subscription: string, rest: string, version = '2021-07-01'): string =>
  `/subscriptions/${subscription}/providers/${rest}?api-version=${version}`;

const states = (value: Json | undefined): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    (value as JsonObject[]).map(({ name, properties }) => [
      name as string,
      (properties as JsonObject)['state']!,
    ]),
  );

const flag = 'OutboundTypeBlockPreview';
const next = clusterAt('rg-isolated', 'isolated-next', { subscriptionId: platform });

const toBlock = async (azure: CallerIn) => {
  const before = await azure.get(next);
  const change = network({ outboundType: 'block', loadBalancerProfile: undefined });
  const put = await azure.send('PUT', next, change(before.body));
  return [put.status, put.at('code'), put.at('message')];
};

describe('preview features', () => {
  it('are listed for one provider and for all, with their states', async () => {
    const azure = await callerIn({ scenario: 'preview-flag' });
    const own = await azure.get(
      of(platform, 'Microsoft.Features/providers/microsoft.containerservice/features'),
    );
    expect(states(own.at('value'))).toMatchObject({
      'Microsoft.ContainerService/ManagedNATGatewayV2Preview': 'NotRegistered',
      [`Microsoft.ContainerService/${flag}`]: 'NotRegistered',
    });
    const all = await azure.get(of(platform, 'Microsoft.Features/features'));
    expect(Object.keys(states(all.at('value')))).toContain('Microsoft.Network/AllowLBPreview');
  });

  it('that are asked for again stay registered, and go away slowly too', async () => {
    const azure = await callerIn();
    const path = 'Microsoft.Features/providers/Microsoft.Network/features/AllowLBPreview';
    const ask = async (how: string) =>
      (await azure.send('POST', of(production, `${path}/${how}`))).at('properties', 'state');
    const state = async () => (await azure.get(of(production, path))).at('properties', 'state');
    const seen = [await ask('register'), await state()];
    azure.clock.advance(120_000);
    seen.push(await state(), await ask('register'), await ask('unregister'));
    azure.clock.advance(120_000);
    expect([...seen, await state()]).toEqual([
      ...['Registering', 'Registering', 'Registered', 'Registered', 'Unregistering', 'Unregistered'],
    ]);
  });

  it('reach the provider only when that is registered again after them', async () => {
    const azure = await callerIn({ scenario: 'preview-flag' });
    const refused = [
      400,
      'BadRequest',
      `Feature Microsoft.ContainerService/${flag} is not enabled. Please see https://aka.ms/aks/previews for how to enable features.`,
    ];
    const provider = of(platform, 'Microsoft.ContainerService/register', '2021-04-01');
    expect(await toBlock(azure)).toEqual(refused);
    await azure.send(
      'POST',
      of(platform, `Microsoft.Features/providers/Microsoft.ContainerService/features/${flag}/register`),
    );
    // Too early: the flag is not through yet.
    await azure.send('POST', provider);
    azure.clock.advance(120_000);
    expect(await toBlock(azure)).toEqual(refused);
    await azure.send('POST', provider);
    expect(await toBlock(azure)).toEqual(refused);
    azure.clock.advance(120_000);
    expect((await toBlock(azure))[0]).toBe(200);
  });

  it('have a newer face that says the same', async () => {
    const azure = await callerIn();
    const target = of(
      production,
      'Microsoft.Features/featureProviders/Microsoft.Network/subscriptionFeatureRegistrations/AllowLBPreview',
    );
    const before = await azure.get(target);
    expect(before.at('properties', 'state')).toBe('NotRegistered');
    expect((await azure.send('PUT', target, {})).at('properties', 'state')).toBe('Registering');
    azure.clock.advance(120_000);
    expect((await azure.get(target)).at('properties', 'state')).toBe('Registered');
    expect((await azure.send('DELETE', target)).status).toBe(200);
    expect((await azure.get(target)).at('properties', 'state')).toBe('Unregistering');
  });
});

describe('a provider', () => {
  const gateway = `/subscriptions/${production}/resourceGroups/rg-shop/providers/Microsoft.Network/publicIPAddresses/pip-new?api-version=2025-09-01`;

  it('that is not registered takes no write, and is read all the same', async () => {
    const azure = await callerIn({ scenario: 'provider-not-registered' });
    const body = { location: 'switzerlandnorth', sku: { name: 'Standard' }, properties: {} };
    const put = await azure.send('PUT', gateway, body);
    expect([put.status, put.at('error', 'code')]).toEqual([409, 'MissingSubscriptionRegistration']);
    const at = (rest = ''): string => of(production, `Microsoft.Network${rest}`, '2021-04-01');
    expect((await azure.get(at())).at('registrationState')).toBe('NotRegistered');
    const post = await azure.send('POST', at('/register'));
    expect(post.at('registrationState')).toBe('Registering');
    expect((await azure.send('PUT', gateway, body)).status).toBe(201);
    azure.clock.advance(120_000);
    expect((await azure.get(at())).at('registrationState')).toBe('Registered');
  });

  it('is given up only where nothing of it is left', async () => {
    const target = of(production, 'Microsoft.Network/unregister', '2021-04-01');
    const used = await (await callerIn()).send('POST', target);
    expect([used.status, used.at('error', 'code')]).toEqual([409, 'CannotUnregisterResourceProvider']);
    const free = await (await callerIn({ scenario: 'empty' })).send('POST', target);
    expect([free.status, free.at('registrationState')]).toEqual([200, 'Unregistering']);
  });

  it('is one of a list, and an unknown one is none', async () => {
    const azure = await callerIn();
    const list = await azure.get(`/subscriptions/${production}/providers?api-version=2021-04-01`);
    expect((list.at('value') as JsonObject[]).map(({ namespace }) => namespace)).toContain(
      'Microsoft.Features',
    );
    const none = await azure.send('POST', of(production, 'Contoso.Things/register', '2021-04-01'));
    expect([none.status, none.at('error', 'code')]).toEqual([404, 'InvalidResourceNamespace']);
  });
});
