import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/entry.js';
import { manualClock } from '../fakes/manual-clock.js';
import { callerIn, production, shop, toManagedNat } from './caller.js';

const state = ['properties', 'provisioningState'] as const;
const shopId = shop.split('?')[0]!;

describe('a hold', () => {
  it('keeps an operation in progress until it is lifted, and then it ends at once', async () => {
    const azure = await callerIn();
    const id = await azure.sandbox.addFault({ kind: 'hold', clusterId: shopId });
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    azure.clock.advance(3_000_000);
    expect((await azure.get(put.headers.get('azure-asyncoperation')!)).at('status')).toBe(
      'ReconcilingAddons',
    );
    await azure.sandbox.liftFault(id);
    expect((await azure.get(shop)).at(...state)).toBe('Succeeded');
  });

  it('of one cluster leaves the others alone', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({ kind: 'hold', clusterId: `${shopId}-other` });
    await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    azure.clock.advance(120_000);
    expect((await azure.get(shop)).at(...state)).toBe('Succeeded');
  });

  it('can be set and lifted by another process', async () => {
    const azure = await callerIn();
    const other = createSandbox({ log: azure.log, wallClock: azure.clock });
    const id = await other.addFault({ kind: 'hold' });
    await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    azure.clock.advance(500_000);
    expect((await azure.get(shop)).at(...state)).toBe('Updating');
    await other.liftFault(id);
    expect((await azure.get(shop)).at(...state)).toBe('Succeeded');
  });
});

describe('an operation that ends otherwise', () => {
  it('failed: the half that is done stays, the reason stands on the cluster, and the next try works', async () => {
    const azure = await callerIn({ scenario: 'operation-fails' });
    const before = await azure.get(shop);
    const put = await azure.send('PUT', shop, toManagedNat(before.body));
    const url = put.headers.get('azure-asyncoperation')!;
    expect((await azure.follow(url)).at(-1)).toBe('Failed');
    expect((await azure.get(url)).at('error', 'code')).toBe('PublicIPCountLimitReached');
    const failed = await azure.get(shop);
    expect(failed.at(...state)).toBe('Failed');
    expect(failed.at('properties', 'status', 'provisioningError', 'code')).toBe('PublicIPCountLimitReached');
    expect(failed.at('properties', 'networkProfile', 'outboundType')).toBe('managedNATGateway');
    expect(failed.at('eTag')).not.toBe(before.at('eTag'));

    const again = await azure.send('PUT', shop, toManagedNat(failed.body));
    expect((await azure.follow(again.headers.get('azure-asyncoperation')!)).at(-1)).toBe('Succeeded');
    const after = await azure.get(shop);
    expect(after.at('properties', 'status')).toBeUndefined();
    expect(
      after.at('properties', 'networkProfile', 'natGatewayProfile', 'effectiveOutboundIPs'),
    ).toHaveLength(1);
  });

  it('canceled: the cluster says so, in the recorded words', async () => {
    const azure = await callerIn({ scenario: 'operation-canceled' });
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    const url = put.headers.get('azure-asyncoperation')!;
    expect((await azure.follow(url)).at(-1)).toBe('Canceled');
    expect((await azure.get(url)).at('error')).toEqual({
      code: 'Canceled',
      message: 'Operation is being canceled by user',
    });
    expect((await azure.get(shop)).at(...state)).toBe('Canceled');
  });

  it('preempted: succeeded with an error, as Azure has it', async () => {
    const azure = await callerIn();
    const error = { code: 'NotLatestOperation', message: 'Another operation preempted it.' };
    await azure.sandbox.addFault({ kind: 'endOperation', status: 'Succeeded', error, times: 1 });
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    const url = put.headers.get('azure-asyncoperation')!;
    await azure.follow(url);
    expect((await azure.get(url)).body).toMatchObject({ status: 'Succeeded', error });
  });
});

describe('a connection that breaks', () => {
  it('before Azure got the request leaves nothing received', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    await azure.sandbox.addFault({ kind: 'lost', when: 'beforeAcceptance', method: 'PUT', times: 1 });
    await expect(azure.send('PUT', shop, toManagedNat(before.body))).rejects.toThrow(TypeError);
    expect(await azure.sandbox.writes()).toEqual([]);
    expect((await azure.get(shop)).body).toEqual(before.body);
  });

  it('after acceptance leaves the change under way', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    await azure.sandbox.addFault({ kind: 'lost', when: 'afterAcceptance', method: 'PUT', times: 1 });
    await expect(azure.send('PUT', shop, toManagedNat(before.body))).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' },
    });
    expect(await azure.sandbox.writes()).toMatchObject([{ accepted: true, status: 200 }]);
    expect((await azure.get(shop)).at(...state)).toBe('Updating');
  });

  it('is never made while the sandbox is offline: nothing arrives', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    await azure.sandbox.addFault({ kind: 'offline', times: 1 });
    await expect(azure.send('PUT', shop, toManagedNat(before.body))).rejects.toMatchObject({
      cause: { code: 'ENOTFOUND' },
    });
    expect(await azure.sandbox.writes()).toEqual([]);
    expect((await azure.get(shop)).body).toEqual(before.body);
  });

  it('does not break for an answer that accepts nothing', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({ kind: 'lost', when: 'afterAcceptance', method: 'PUT', times: 1 });
    expect((await azure.send('PUT', shop, '{')).status).toBe(400);
  });
});

describe('an answer that is none of the route', () => {
  it('is throttling, with and without a time to wait', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({ kind: 'throttle', retryAfterInSeconds: 7, times: 1 });
    await azure.sandbox.addFault({ kind: 'throttle', times: 1 });
    const [told, untold, through] = [await azure.get(shop), await azure.get(shop), await azure.get(shop)];
    expect([told.status, told.headers.get('retry-after')]).toEqual([429, '7']);
    expect([untold.status, untold.headers.get('retry-after')]).toEqual([429, null]);
    expect(through.status).toBe(200);
  });

  it('is a page of HTML with 503', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({ kind: 'html', times: 1 });
    const reply = await azure.get(shop);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([503, 'text/html']);
    expect(reply.text).toContain('Service Unavailable');
  });

  it('is a policy, which refuses writes and lets reads pass', async () => {
    const azure = await callerIn({ scenario: 'policy' });
    const before = await azure.get(shop);
    const put = await azure.send('PUT', shop, toManagedNat(before.body));
    expect([put.status, put.at('error', 'code')]).toEqual([403, 'RequestDisallowedByPolicy']);
    expect(put.text).toContain('Public IP addresses need approval');
    expect(await azure.sandbox.writes()).toMatchObject([{ code: 'RequestDisallowedByPolicy', status: 403 }]);
  });

  it('is a claims challenge, until a token answers it', async () => {
    const azure = await callerIn({ scenario: 'stronger-sign-in' });
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    const header = put.headers.get('www-authenticate')!;
    expect(header).toContain('error="insufficient_claims"');
    const claims = atob(/claims="([^"]+)"/.exec(header)![1]!);
    expect(JSON.parse(claims)).toMatchObject({ access_token: { acrs: { essential: true } } });
  });

  it('is an expired token, once', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({ kind: 'expiredToken' });
    expect((await azure.get(shop)).at('error', 'code')).toBe('ExpiredAuthenticationToken');
    expect((await azure.get(shop)).status).toBe(200);
  });

  it('is whatever a refusal says, for the requests that it concerns', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({
      kind: 'refuse',
      method: 'get',
      path: '/publicIPAddresses/',
      status: 502,
      body: { error: { code: 'BadGatewayConnection', message: 'x' } },
      headers: { 'x-ms-failure-cause': 'service' },
    });
    expect((await azure.get(shop)).status).toBe(200);
    const address = `/subscriptions/${production}/resourceGroups/rg-shop/providers/Microsoft.Network/publicIPAddresses/x?api-version=2025-09-01`;
    const reply = await azure.get(address);
    expect([reply.status, reply.headers.get('x-ms-failure-cause')]).toEqual([502, 'service']);
  });
});

describe('a slow answer', () => {
  it('takes its time on the sandbox clock, without holding the others up', async () => {
    const clock = manualClock({ sleeping: 'waits' });
    const azure = await callerIn({ clock });
    await azure.sandbox.addFault({
      kind: 'slow',
      path: '/managedClusters/shop-prod',
      delayInMs: 30_000,
      times: 1,
    });
    const slow = azure.get(shop);
    while (clock.sleepers === 0) await Promise.resolve();
    expect((await azure.get('/tenants?api-version=2022-12-01')).status).toBe(200);
    clock.advance(30_000);
    expect((await slow).status).toBe(200);
  });
});

describe("somebody else's change", () => {
  it('of the cluster moves its eTag at once', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    await azure.sandbox.addFault({
      kind: 'changeCluster',
      clusterId: shopId,
      patch: { tags: { by: 'another', team: null } },
    });
    const after = await azure.get(shop);
    expect(after.at('tags')).toEqual({ environment: 'production', by: 'another' });
    expect(after.at('eTag')).not.toBe(before.at('eTag'));
  });

  it('of a pool moves only the eTag of the pool', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    await azure.sandbox.addFault({ kind: 'changePool', clusterId: shopId, pool: 'web', patch: { count: 5 } });
    const after = await azure.get(shop);
    const eTags = (reply: typeof after) =>
      (reply.at('properties', 'agentPoolProfiles') as { eTag: string; count: number }[]).map(
        ({ eTag }) => eTag,
      );
    expect(after.at('eTag')).toBe(before.at('eTag'));
    expect(eTags(after)[0]).toBe(eTags(before)[0]);
    expect(eTags(after)[1]).not.toBe(eTags(before)[1]);
  });

  it('can come just before a request, once, so that the request meets it', async () => {
    const azure = await callerIn({ scenario: 'somebody-else' });
    const before = await azure.get(shop);
    const headers = { 'if-match': before.at('eTag') as string };
    expect((await azure.send('PUT', shop, toManagedNat(before.body), headers)).status).toBe(412);
    const now = await azure.get(shop);
    expect(now.at('tags', 'changed-by')).toBe('a colleague');
    const again = await azure.send('PUT', shop, toManagedNat(now.body), {
      'if-match': now.at('eTag') as string,
    });
    expect(again.status).toBe(200);
  });

  it('can take its time, in which nobody else may write', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    await azure.sandbox.addFault({
      kind: 'changeCluster',
      clusterId: shopId,
      patch: { tags: { by: 'another' } },
      lastsInMs: 60_000,
    });
    const busy = await azure.send('PUT', shop, toManagedNat(before.body), {
      'if-match': before.at('eTag') as string,
    });
    expect([busy.status, busy.at('code'), busy.at('subcode')]).toEqual([
      ...[409, 'EtagMismatch', 'PutManagedClusterAndAgentPools_FailedPrecondition'],
    ]);
    azure.clock.advance(60_000);
    const after = await azure.get(shop);
    expect(after.at(...state)).toBe('Succeeded');
    expect(after.at('properties', 'networkProfile')).toEqual(before.at('properties', 'networkProfile'));
  });
});

describe('a denied subscription', () => {
  it('is listed, and refuses everything in it', async () => {
    const azure = await callerIn();
    const list = await azure.get('/subscriptions?api-version=2022-12-01');
    expect(list.text).toContain('Contoso Finance');
    const finance = '5b000000-0000-4000-8000-000000000005';
    const reply = await azure.get(
      `/subscriptions/${finance}/providers/Microsoft.ContainerService/managedClusters?api-version=2026-06-01`,
    );
    expect([reply.status, reply.at('error', 'code')]).toEqual([403, 'AuthorizationFailed']);
    expect(reply.text).toContain("'Microsoft.ContainerService/managedClusters/read'");
  });
});

describe('a fault', () => {
  it('with a pattern that is no regular expression is refused where it is set', async () => {
    const { sandbox } = await callerIn();
    await expect(sandbox.addFault({ kind: 'html', path: '(' })).rejects.toThrow(RangeError);
  });

  it('that is lifted twice, or never was, changes nothing', async () => {
    const azure = await callerIn();
    const id = await azure.sandbox.addFault({ kind: 'html' });
    await azure.sandbox.liftFault(id);
    await azure.sandbox.liftFault(id);
    await azure.sandbox.liftFault('never');
    expect((await azure.get(shop)).status).toBe(200);
  });
});
