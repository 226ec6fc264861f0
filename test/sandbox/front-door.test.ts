import { describe, expect, it } from 'vitest';
import { announceUnknown, takeUnknown } from '../fakes/unknown-routes.js';
import { callerIn, clusterAt, production, shop, toManagedNat } from './caller.js';

describe('the front door', () => {
  it.each([
    ['no token', undefined, 'AuthenticationFailed'],
    ['another kind of token', 'Basic YTpi', 'AuthenticationFailed'],
    ['a token that is none of the sandbox', 'Bearer eyJ0eXAiOiJKV1QifQ.e30.x', 'InvalidAuthenticationToken'],
  ])('answers 401 and says how to sign in, for %s', async (_, authorization, code) => {
    const { sandbox } = await callerIn();
    const headers = authorization === undefined ? {} : { authorization };
    const response = await sandbox.handle(new Request(`${sandbox.host}${shop}`, { headers }));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer authorization_uri="https:\/\/login/);
  });

  it('answers 401 when a token has run out', async () => {
    const azure = await callerIn();
    const { token } = await azure.sandbox.sessions.token({
      accountId: 'alex.contoso',
      tenantId: 'c0450000-0000-4000-8000-000000000001',
      scopes: [],
    });
    azure.clock.advance(3_600_001);
    const request = new Request(`${azure.sandbox.host}${shop}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const response = await azure.sandbox.handle(request);
    expect(await response.json()).toMatchObject({ error: { code: 'ExpiredAuthenticationToken' } });
  });

  it('answers 401 for a token of another tenant, and names the right one', async () => {
    const azure = await callerIn({ tenantId: 'fab00000-0000-4000-8000-000000000002' });
    const reply = await azure.get(shop);
    expect([reply.status, reply.at('error', 'code')]).toEqual([401, 'InvalidAuthenticationTokenTenant']);
    expect(reply.text).toContain('c0450000-0000-4000-8000-000000000001');
  });

  it.each([
    ['no api-version', shop.split('?')[0]!, 400, 'MissingApiVersionParameter'],
    [
      'an unknown api-version',
      clusterAt('rg-shop', 'shop-prod', { apiVersion: '2031-01-01' }),
      400,
      'NoRegisteredProviderFound',
    ],
    [
      'an unknown subscription',
      clusterAt('rg-shop', 'shop-prod', { subscriptionId: '0' }),
      404,
      'SubscriptionNotFound',
    ],
    ['an unknown resource group', clusterAt('rg-none', 'shop-prod'), 404, 'ResourceGroupNotFound'],
    ['an unknown cluster', clusterAt('rg-shop', 'none'), 404, 'ResourceNotFound'],
    [
      'an unknown type',
      `/subscriptions/${production}/providers/Microsoft.Network/unicorns?api-version=2025-09-01`,
      404,
      'InvalidResourceType',
    ],
    [
      'an unknown provider',
      `/subscriptions/${production}/providers/Contoso.Things/a?api-version=2025-09-01`,
      404,
      'InvalidResourceNamespace',
    ],
    ['no route at all', '/elsewhere?api-version=1', 404, 'NotFound'],
  ])('answers with its own shape for %s', async (_, target, status, code) => {
    announceUnknown(/unicorns|Contoso[.]Things|elsewhere/);
    const reply = await (await callerIn()).get(target);
    expect([reply.status, reply.at('error', 'code')]).toEqual([status, code]);
    expect(reply.headers.get('x-ms-failure-cause')).toBe('gateway');
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('lists the versions that there are, where one is asked for that is not', async () => {
    const reply = await (await callerIn()).get(clusterAt('rg-shop', 'shop-prod', { apiVersion: 'x' }));
    expect(reply.text).toContain('2026-05-01, 2026-05-02-preview, 2026-06-01');
  });

  it('tells a test which routes it does not know', async () => {
    const azure = await callerIn();
    await azure.get(shop);
    await azure.send('DELETE', `/subscriptions/${production}?api-version=2022-12-01`);
    expect(await azure.sandbox.unknownRequests()).toEqual([`DELETE /subscriptions/${production}`]);
    // Left there, it would fail this test, as it does any.
    expect(takeUnknown()).toEqual([`DELETE /subscriptions/${production}`]);
  });

  it('finds a resource however its path is spelt, and answers the recorded spelling', async () => {
    const azure = await callerIn();
    const reply = await azure.get(shop.toUpperCase().replace('API-VERSION', 'api-version'));
    expect(reply.at('id')).toBe(
      `/subscriptions/${production}/resourcegroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/shop-prod`,
    );
    expect(reply.at('type')).toBe('Microsoft.ContainerService/ManagedClusters');
  });

  it('refuses a body that is no JSON, and counts it as received', async () => {
    const azure = await callerIn();
    const reply = await azure.send('PUT', shop, '{"location": ');
    expect([reply.status, reply.at('error', 'code')]).toEqual([400, 'InvalidRequestContent']);
    expect(await azure.sandbox.writes()).toMatchObject([{ status: 400, accepted: false }]);
  });

  it('speaks the headers of a user: limits, ids, no AKS Retry-After', async () => {
    const azure = await callerIn();
    const read = await azure.get(shop);
    const write = await azure.send('PUT', shop, toManagedNat(read.body));
    expect(read.headers.get('content-type')).toBe('application/json');
    expect(read.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBe('249');
    expect(write.headers.get('x-ms-ratelimit-remaining-subscription-writes')).toBe('199');
    expect(write.headers.get('retry-after')).toBeNull();
    expect(write.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(write.headers.get('x-ms-request-id')).not.toBe(read.headers.get('x-ms-request-id'));
    expect(read.text).toMatch(/^\{\n "id"/);
    expect(Number(read.headers.get('content-length'))).toBe(new TextEncoder().encode(read.text).length);
  });

  it('is no other host', async () => {
    const { sandbox } = await callerIn();
    await expect(sandbox.handle(new Request(`https://management.azure.com${shop}`))).rejects.toThrow(
      TypeError,
    );
    await expect(sandbox.handle(new Request(`http://sandbox.aks-egress.invalid${shop}`))).rejects.toThrow(
      TypeError,
    );
  });

  it('stops at once when its caller has given up', async () => {
    const { sandbox } = await callerIn();
    const request = new Request(`${sandbox.host}${shop}`, { signal: AbortSignal.abort() });
    await expect(sandbox.handle(request)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
