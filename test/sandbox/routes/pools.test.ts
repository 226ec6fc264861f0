import { describe, expect, it } from 'vitest';
import { callerIn, clusterAt, shop, toManagedNat, type Reply } from '../caller.js';

const pools = clusterAt('rg-shop', 'shop-prod', { rest: '/agentPools' });
const pool = (name: string, rest = '') =>
  clusterAt('rg-shop', 'shop-prod', { rest: `/agentPools/${name}${rest}` });

describe('a pool', () => {
  it('is listed and read as a resource of its own', async () => {
    const azure = await callerIn();
    const list = (await azure.get(pools)).at('value') as { name: string }[];
    expect(list.map(({ name }) => name)).toEqual(['system', 'web']);
    const one = await azure.get(pool('WEB'));
    expect(one.body).toEqual(list[1]);
    expect(one.at('properties', 'name')).toBeUndefined();
    expect(one.at('type')).toBe('Microsoft.ContainerService/managedClusters/agentPools');
  });

  it('that is not there is not found, in the words of AKS', async () => {
    const reply = await (await callerIn()).get(pool('none'));
    expect([reply.status, reply.at('code'), reply.at('subcode')]).toEqual([
      404,
      'NotFound',
      'GetAgentPool_NotFound_HCPServerError',
    ]);
  });
});

describe('a new node image', () => {
  it('comes to one pool, whose eTag alone moves', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const post = await azure.send('POST', pool('system', '/upgradeNodeImageVersion'));
    expect([post.status, post.at('properties', 'provisioningState')]).toEqual([
      202,
      'UpgradingNodeImageVersion',
    ]);
    expect(await azure.follow(post.headers.get('azure-asyncoperation')!)).toEqual([
      ...['InProgress', 'RollingUpgradeCreatingSurgeNodes', 'Succeeded'],
    ]);
    const after = await azure.get(shop);
    const of = (reply: Reply) =>
      reply.at('properties', 'agentPoolProfiles') as { eTag: string; nodeImageVersion: string }[];
    expect(after.at('eTag')).toBe(before.at('eTag'));
    expect(of(after)[1]).toEqual(of(before)[1]);
    expect(of(after)[0]!.nodeImageVersion).not.toBe(of(before)[0]!.nodeImageVersion);
    expect(of(after)[0]!.eTag).not.toBe(of(before)[0]!.eTag);
  });

  it('and a change of the cluster wait for each other', async () => {
    const azure = await callerIn();
    const body = toManagedNat((await azure.get(shop)).body);
    const post = await azure.send('POST', pool('system', '/upgradeNodeImageVersion'));
    expect((await azure.send('PUT', shop, body)).at('code')).toBe('OperationNotAllowed');
    await azure.follow(post.headers.get('azure-asyncoperation')!);
    expect((await azure.send('PUT', shop, body)).status).toBe(200);
    expect((await azure.send('POST', pool('system', '/upgradeNodeImageVersion'))).status).toBe(409);
  });
});
