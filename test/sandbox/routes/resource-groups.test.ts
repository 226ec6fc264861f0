import { describe, expect, it } from 'vitest';
import { objectsOf, textAt } from '../../../src/sandbox/json.js';
import { callerIn, production, shop, type CallerIn } from '../caller.js';

const groupAt = (name: string): string =>
  `/subscriptions/${production}/resourceGroups/${name}?api-version=2024-11-01`;
const namesIn = async (azure: CallerIn): Promise<readonly string[]> => {
  const list = await azure.get(`/subscriptions/${production}/resourcegroups?api-version=2024-11-01`);
  return objectsOf(list.at('value')).map((group) => textAt(group, 'name'));
};

/** Asks as clients do who have only a `Location`: until it is no 202. */
async function gone(azure: CallerIn, location: string): Promise<number> {
  for (let turn = 0; turn < 20; turn += 1) {
    const { status } = await azure.get(location);
    if (status !== 202) return status;
    await azure.sandbox.clock.sleep(15_000);
  }
  throw new Error('The group did not go.');
}

describe('resource groups', () => {
  it('are made, once, in one place', async () => {
    const azure = await callerIn();
    const made = await azure.send('PUT', groupAt('rg-made'), { location: 'West Europe', tags: { a: 'b' } });
    expect([made.status, made.at('location'), made.at('tags', 'a')]).toEqual([201, 'westeurope', 'b']);
    expect(await namesIn(azure)).toContain('rg-made');
    expect((await azure.send('PUT', groupAt('RG-Made'), { location: 'westeurope' })).status).toBe(200);
    const elsewhere = await azure.send('PUT', groupAt('rg-made'), { location: 'eastus' });
    expect([elsewhere.status, elsewhere.at('error', 'code')]).toEqual([409, 'InvalidResourceGroupLocation']);
    const nowhere = await azure.send('PUT', groupAt('rg-other'), {});
    expect(nowhere.at('error', 'code')).toBe('LocationRequired');
  });

  it('say that they are there without a body, and take tags', async () => {
    const azure = await callerIn();
    expect((await azure.send('HEAD', groupAt('rg-shop'))).status).toBe(204);
    expect((await azure.send('HEAD', groupAt('rg-nowhere'))).status).toBe(404);
    expect((await azure.send('PATCH', groupAt('rg-shop'), { tags: { c: 'd' } })).at('tags', 'c')).toBe('d');
    expect((await azure.get(shop)).status).toBe(200);
  });

  it('go with everything in them, and take nothing meanwhile', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const answer = await azure.send('DELETE', groupAt('rg-shop'));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '15']);
    expect((await azure.get(groupAt('rg-shop'))).at('properties', 'provisioningState')).toBe('Deleting');
    const late = await azure.send('PUT', shop, before.body);
    expect([late.status, late.at('error', 'code')]).toEqual([409, 'ResourceGroupBeingDeleted']);
    expect(await gone(azure, answer.headers.get('location') ?? '')).toBe(200);
    expect((await azure.get(shop)).at('error', 'code')).toBe('ResourceGroupNotFound');
    expect(await namesIn(azure)).not.toContain('rg-shop');
    expect((await azure.send('DELETE', groupAt('rg-shop'))).status).toBe(404);
  });

  it('stay when something in them is locked, and when the deletion fails', async () => {
    const locked = await callerIn({ scenario: 'locked' });
    const refused = await Promise.all(
      (await namesIn(locked)).map((name) => locked.send('DELETE', groupAt(name))),
    );
    expect(refused.map((one) => one.at('error', 'code'))).toContain('ScopeLocked');
    const azure = await callerIn();
    const error = { code: 'ResourceGroupDeletionBlocked', message: 'Deletion of resource group failed.' };
    await azure.sandbox.addFault({ kind: 'endOperation', status: 'Failed', error });
    const answer = await azure.send('DELETE', groupAt('rg-shop'));
    expect(await gone(azure, answer.headers.get('location') ?? '')).toBe(409);
    expect((await azure.get(shop)).status).toBe(200);
  });

  it('know no operation of somebody else', async () => {
    const azure = await callerIn();
    const target = `/subscriptions/${production}/operationresults/nothing?api-version=2024-11-01`;
    expect((await azure.get(target)).at('error', 'code')).toBe('OperationNotFound');
  });
});
