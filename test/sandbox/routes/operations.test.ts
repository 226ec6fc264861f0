import { describe, expect, it } from 'vitest';
import { callerIn, clusterAt, production, shop, toManagedNat } from '../caller.js';

const start = async () => {
  const azure = await callerIn();
  const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
  return { azure, put, url: put.headers.get('azure-asyncoperation')! };
};

const abortUrl = clusterAt('rg-shop', 'shop-prod', { rest: '/abort' });
const state = ['properties', 'provisioningState'] as const;

describe('an operation', () => {
  it('has a long signed URL on the same host, with a version of its own', async () => {
    const { url, azure } = await start();
    expect(url).toMatch(
      new RegExp(
        `^${azure.sandbox.host}/subscriptions/${production}/providers/Microsoft.ContainerService/locations/switzerlandnorth/operations/[0-9a-f-]{36}\\?api-version=2025-03-01&t=\\d+&c=\\w+&s=\\w+&h=\\w+$`,
      ),
    );
    expect(url.length).toBeGreaterThan(1_500);
  });

  it('has the recorded body: name, status, start, and an end when it has ended', async () => {
    const { url, azure } = await start();
    const body = (await azure.get(url)).body;
    expect(body).toEqual({
      name: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      status: 'InProgress',
      startTime: '2026-11-24T09:00:00.0000000Z',
    });
    azure.clock.advance(120_000);
    expect((await azure.get(url)).body).toMatchObject({
      status: 'Succeeded',
      endTime: '2026-11-24T09:02:00.0000000Z',
    });
  });

  it('is found under its own subscription and region only', async () => {
    const { url, azure } = await start();
    expect((await azure.get(url.replace('switzerlandnorth', 'westeurope'))).status).toBe(404);
    expect((await azure.get(url.replace('operations/', 'operations/0'))).status).toBe(404);
  });

  it('lasts two minutes for a change of type, 76 seconds for any other', async () => {
    const { azure } = await start();
    azure.clock.advance(119_999);
    expect((await azure.get(shop)).at(...state)).toBe('Updating');
    azure.clock.advance(1);
    const done = await azure.get(shop);
    expect(done.at(...state)).toBe('Succeeded');
    await azure.send('PUT', shop, { ...(done.body as object), tags: {} });
    azure.clock.advance(75_999);
    expect((await azure.get(shop)).at(...state)).toBe('Updating');
    azure.clock.advance(1);
    expect((await azure.get(shop)).at(...state)).toBe('Succeeded');
  });
});

describe('an abort', () => {
  it('is accepted while an operation runs, and then both have ended', async () => {
    const { azure, url } = await start();
    const abort = await azure.send('POST', abortUrl);
    expect([abort.status, abort.at(...state)]).toEqual([202, 'Canceling']);
    expect(abort.headers.get('location')).toContain('/operationresults/');
    expect((await azure.get(url)).at('status')).toBe('InProgress');
    expect((await azure.get(abort.headers.get('location')!)).status).toBe(202);
    expect(await azure.follow(abort.headers.get('azure-asyncoperation')!)).toEqual([
      'InProgress',
      'Succeeded',
    ]);
    expect((await azure.get(abort.headers.get('location')!)).status).toBe(204);
    expect((await azure.get(url)).body).toMatchObject({ status: 'Canceled', error: { code: 'Canceled' } });
    const cluster = await azure.get(shop);
    expect(cluster.at(...state)).toBe('Canceled');
    expect((await azure.send('PUT', shop, cluster.body)).status).toBe(200);
  });

  it('stops what would have ended meanwhile', async () => {
    const { azure, url } = await start();
    azure.clock.advance(119_000);
    await azure.send('POST', abortUrl);
    azure.clock.advance(10_000);
    expect((await azure.get(shop)).at(...state)).toBe('Canceling');
    azure.clock.advance(20_000);
    expect((await azure.get(url)).at('status')).toBe('Canceled');
  });

  it('is refused where nothing runs, and where it is being aborted already', async () => {
    const azure = await callerIn();
    expect((await azure.send('POST', abortUrl)).status).toBe(409);
    await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    expect((await azure.send('POST', abortUrl)).status).toBe(202);
    expect((await azure.send('POST', abortUrl)).status).toBe(409);
  });

  it('frees a cluster that somebody left in the middle', async () => {
    const azure = await callerIn();
    const legacy = { subscriptionId: '5b000000-0000-4000-8000-000000000004' };
    const abort = await azure.send(
      'POST',
      clusterAt('rg-dev', 'updating-dev', { ...legacy, rest: '/abort' }),
    );
    await azure.follow(abort.headers.get('azure-asyncoperation')!);
    expect((await azure.get(clusterAt('rg-dev', 'updating-dev', legacy))).at(...state)).toBe('Canceled');
  });
});
