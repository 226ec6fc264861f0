import { describe, expect, it } from 'vitest';
import { at, objectsOf } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, shop, type Reply } from '../caller.js';

const legacy = '5b000000-0000-4000-8000-000000000004';
const action = (what: string): string => clusterAt('rg-shop', 'shop-prod', { rest: `/${what}` });
const power = (reply: Reply): unknown => reply.at('properties', 'powerState', 'code');

describe('stopping and starting a cluster', () => {
  it('takes minutes, and moves the power state of the cluster and of each pool', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const answer = await azure.send('POST', action('stop'));
    expect(answer.status).toBe(202);
    expect(answer.headers.has('location')).toBe(true);
    expect((await azure.get(shop)).at('properties', 'provisioningState')).toBe('Stopping');
    await azure.follow(answer.headers.get('azure-asyncoperation') ?? '');
    const after = await azure.get(shop);
    expect(power(after)).toBe('Stopped');
    expect(after.at('eTag')).not.toBe(before.at('eTag'));
    const pools = objectsOf(after.at('properties', 'agentPoolProfiles'));
    expect(pools.map((pool) => at(pool, 'powerState', 'code'))).toEqual(['Stopped', 'Stopped']);

    expect((await azure.send('POST', action('stop'))).status).toBe(409);
    const back = await azure.send('POST', action('start'));
    await azure.follow(back.headers.get('azure-asyncoperation') ?? '');
    expect(power(await azure.get(shop))).toBe('Running');
  });

  it('leaves the power as it was when the operation fails', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({ kind: 'endOperation', status: 'Failed' });
    const answer = await azure.send('POST', action('stop'));
    await azure.follow(answer.headers.get('azure-asyncoperation') ?? '');
    const after = await azure.get(shop);
    expect([power(after), after.at('properties', 'provisioningState')]).toEqual(['Running', 'Failed']);
  });

  it('waits for whatever is going on, and knows only clusters that are there', async () => {
    const azure = await callerIn();
    const updating = clusterAt('rg-dev', 'updating-dev', { subscriptionId: legacy, rest: '/stop' });
    expect((await azure.send('POST', updating)).status).toBe(409);
    const nobody = clusterAt('rg-shop', 'nobody', { rest: '/start' });
    expect((await azure.send('POST', nobody)).at('error', 'code')).toBe('ResourceNotFound');
    expect((await azure.send('POST', action('start'))).status).toBe(202);
  });
});
