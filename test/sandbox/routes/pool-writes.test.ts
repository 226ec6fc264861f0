import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, shop, type CallerIn } from '../caller.js';

const pool = (name: string, group = 'rg-shop', cluster = 'shop-prod') =>
  clusterAt(group, cluster, { rest: `/agentPools/${name}` });
const plain = { properties: { count: 2, mode: 'User', vmSize: 'Standard_D4s_v5', nodeTaints: [], tags: {} } };
const names = async (azure: CallerIn) =>
  ((await azure.get(shop)).at('properties', 'agentPoolProfiles') as JsonObject[]).map(({ name }) => name);

describe('a pool that is added', () => {
  it('answers 201 with an eTag of its own, works node by node, and leaves the cluster as it was', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const put = await azure.send('PUT', pool('batch'), plain);
    expect([put.status, put.at('properties', 'provisioningState')]).toEqual([201, 'Creating']);
    expect(put.at('properties', 'eTag')).toMatch(/^[0-9a-f-]{36}$/);
    const during = await azure.get(shop);
    expect([during.at('eTag'), during.at('properties', 'provisioningState')]).toEqual([
      before.at('eTag'),
      'Succeeded',
    ]);
    expect(await azure.follow(put.headers.get('azure-asyncoperation')!)).toEqual([
      ...['CreatingAgentPool', 'CreatingAgentPool: 0/2 nodes completed', 'Succeeded'],
    ]);
    const made = await azure.get(pool('batch'));
    expect(made.at('properties', 'provisioningState')).toBe('Succeeded');
    expect(made.at('properties', 'eTag')).not.toBe(put.at('properties', 'eTag'));
    expect((await azure.get(shop)).at('eTag')).toBe(before.at('eTag'));
    expect(await names(azure)).toEqual(['system', 'web', 'batch']);
  });

  it('keeps what it was not told of when it is changed', async () => {
    const azure = await callerIn();
    const before = await azure.get(pool('web'));
    const put = await azure.send(
      'PUT',
      pool('web'),
      { properties: { nodeLabels: { tier: 'front' } } },
      { 'if-match': before.at('properties', 'eTag') as string },
    );
    expect(put.status).toBe(200);
    await azure.follow(put.headers.get('azure-asyncoperation')!);
    const after = await azure.get(pool('web'));
    expect(after.at('properties', 'nodeLabels')).toEqual({ tier: 'front' });
    expect(after.at('properties', 'vmSize')).toBe(before.at('properties', 'vmSize'));
  });

  it.each<readonly [what: string, target: string, body: JsonObject, status: number, code: string]>([
    ['a name that is none', pool('Batch-1'), plain, 400, 'InvalidParameter'],
    [
      'a taint on a system pool',
      pool('batch'),
      { properties: { mode: 'System', nodeTaints: ['dedicated=x:NoSchedule'] } },
      400,
      'SystemPoolHasRestrictedTaint',
    ],
    [
      'local DNS without a mode',
      pool('batch'),
      { properties: { localDNSProfile: { mode: 'Unspecified' } } },
      400,
      'InvalidParameter',
    ],
    [
      'another size',
      pool('web'),
      { properties: { vmSize: 'Standard_D2s_v5' } },
      400,
      'PropertyChangeNotAllowed',
    ],
    [
      'Windows nodes without a NAT behind a load balancer',
      pool('win'),
      { properties: { osType: 'Windows', windowsProfile: { disableOutboundNat: true } } },
      400,
      'InvalidParameter',
    ],
    ['what is no pool', pool('batch'), { properties: 7 }, 400, 'InvalidParameter'],
    ['a count of words', pool('batch'), { properties: { count: 'two' } }, 400, 'UnmarshalError'],
  ])('is refused with %s', async (_, target, body, status, code) => {
    const put = await (await callerIn()).send('PUT', target, body);
    expect([put.status, put.at('code')]).toEqual([status, code]);
  });

  it('is compared by its own eTag', async () => {
    const azure = await callerIn();
    const stale = await azure.send('PUT', pool('web'), plain, { 'if-match': 'x' });
    const there = await azure.send('PUT', pool('web'), plain, { 'if-none-match': '*' });
    expect([stale.status, there.status]).toEqual([412, 412]);
  });
});

describe('a pool that is deleted', () => {
  it('is gone at the end, and not found in the words of AKS', async () => {
    const azure = await callerIn();
    const gone = await azure.send('DELETE', pool('web'));
    expect([gone.status, gone.headers.has('location')]).toEqual([202, true]);
    expect((await azure.get(pool('web'))).at('properties', 'provisioningState')).toBe('Deleting');
    await azure.follow(gone.headers.get('azure-asyncoperation')!);
    expect((await azure.get(pool('web'))).at('subcode')).toBe('GetAgentPool_NotFound_HCPServerError');
    expect(await names(azure)).toEqual(['system']);
    expect((await azure.send('DELETE', pool('web'))).status).toBe(204);
  });

  it('is not the last system pool', async () => {
    const refused = await (await callerIn()).send('DELETE', pool('system'));
    expect([refused.status, refused.at('code')]).toEqual([400, 'OperationNotAllowed']);
  });

  it('waits for what runs on the cluster', async () => {
    const azure = await callerIn();
    await azure.send('PUT', pool('batch'), plain);
    const refused = await azure.send('DELETE', pool('web'));
    expect([refused.status, refused.at('code')]).toEqual([409, 'OperationNotAllowed']);
  });
});
