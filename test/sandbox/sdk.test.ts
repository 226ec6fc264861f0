import { describe, expect, it } from 'vitest';
import type { ManagedCluster } from '@azure/arm-containerservice';
import { sdkIn, type SdkIn } from './sdk-client.js';

const [group, name] = ['rg-shop', 'shop-prod'] as const;

const managedNat = (cluster: ManagedCluster): ManagedCluster => {
  const { loadBalancerProfile: _, ...network } = cluster.networkProfile!;
  return { ...cluster, networkProfile: { ...network, outboundType: 'managedNATGateway' } };
};

/** Polls as the SDK does, on sandbox time. */
async function finish(
  azure: SdkIn,
  poller: { poll(): Promise<unknown>; readonly isDone: boolean },
): Promise<void> {
  for (let turn = 0; turn < 50 && !poller.isDone; turn += 1) {
    await azure.sandbox.clock.sleep(10_000);
    await poller.poll();
  }
}

describe('the real SDK client on the sandbox', () => {
  it('lists the clusters of a subscription, and gets one', async () => {
    const { client } = await sdkIn();
    const names: string[] = [];
    for await (const cluster of client.managedClusters.list()) names.push(cluster.name!);
    expect(names.toSorted()).toEqual([
      ...[
        'catalog-prod',
        'edge-prod',
        'ledger-prod',
        'orders-prod',
        'payments-prod',
        'returns-prod',
        'search-prod',
        'shop-prod',
        'vault-prod',
      ],
    ]);
    const cluster = await client.managedClusters.get(group, name);
    expect(cluster.networkProfile!.outboundType).toBe('loadBalancer');
    expect(cluster.agentPoolProfiles!.map((pool) => pool.name)).toEqual(['system', 'web']);
  });

  it('follows every page of a long list', async () => {
    const { client } = await sdkIn('large', '1a46e000-0000-4000-8000-000000000001');
    const pages: number[] = [];
    for await (const page of client.managedClusters.list().byPage()) pages.push(page.length);
    expect(pages).toEqual([10, 10, 5]);
  });

  it('changes the outbound type and gets the new addresses from the poller', async () => {
    const azure = await sdkIn();
    const before = await azure.client.managedClusters.get(group, name);
    const poller = azure.client.managedClusters.createOrUpdate(group, name, managedNat(before), {
      ifMatch: before.eTag!,
      updateIntervalInMs: 0,
    });
    await poller.submitted();
    await finish(azure, poller);
    const after = poller.result!;
    expect(after.provisioningState).toBe('Succeeded');
    expect(after.networkProfile!.natGatewayProfile!.effectiveOutboundIPs).toHaveLength(1);
    expect(after.eTag).not.toBe(before.eTag);
    expect(await azure.sandbox.writes()).toMatchObject([{ method: 'PUT', accepted: true, status: 200 }]);
  });

  it('is refused with 412 when somebody changed the cluster', async () => {
    const azure = await sdkIn();
    const before = await azure.client.managedClusters.get(group, name);
    await azure.sandbox.addFault({
      kind: 'changeCluster',
      clusterId: before.id!,
      patch: { tags: { by: 'another' } },
    });
    const change = azure.client.managedClusters.createOrUpdate(group, name, managedNat(before), {
      ifMatch: before.eTag!,
    });
    await expect(change.submitted()).rejects.toMatchObject({ statusCode: 412, code: 'PreconditionFailed' });
    expect(await azure.sandbox.writes()).toMatchObject([{ accepted: false, status: 412 }]);
  });

  it('aborts an operation that is held', async () => {
    const azure = await sdkIn();
    const before = await azure.client.managedClusters.get(group, name);
    await azure.sandbox.addFault({ kind: 'hold' });
    const poller = azure.client.managedClusters.createOrUpdate(group, name, managedNat(before), {
      updateIntervalInMs: 0,
    });
    await poller.submitted();
    const abort = azure.client.managedClusters.abortLatestOperation(group, name, { updateIntervalInMs: 0 });
    await abort.submitted();
    await finish(azure, abort);
    expect((await azure.client.managedClusters.get(group, name)).provisioningState).toBe('Canceled');
    await expect(finish(azure, poller)).rejects.toThrow(/canceled/i);
  });

  it('sees a failed operation as failed, and why on the cluster', async () => {
    const azure = await sdkIn('operation-fails');
    const before = await azure.client.managedClusters.get(group, name);
    const poller = azure.client.managedClusters.createOrUpdate(group, name, managedNat(before), {
      updateIntervalInMs: 0,
    });
    await poller.submitted();
    await expect(finish(azure, poller)).rejects.toThrow(/PublicIPCountLimitReached/);
    const after = await azure.client.managedClusters.get(group, name);
    expect(after.provisioningState).toBe('Failed');
    expect(after.status!.provisioningError!.code).toBe('PublicIPCountLimitReached');
  });

  it('tells both shapes of errors apart by code', async () => {
    const { client } = await sdkIn();
    await expect(client.managedClusters.get('rg-none', name)).rejects.toMatchObject({
      code: 'ResourceGroupNotFound',
      statusCode: 404,
    });
    const cluster = await client.managedClusters.get('rg-orders', 'orders-prod');
    const refused = client.managedClusters.createOrUpdate('rg-orders', 'orders-prod', managedNat(cluster));
    await expect(refused.submitted()).rejects.toMatchObject({ code: 'InvalidParameter', statusCode: 400 });
  });

  it('makes a cluster, adds a pool, takes both away again', async () => {
    const azure = await sdkIn();
    const { agentPools, managedClusters } = azure.client;
    const make = managedClusters.createOrUpdate(
      group,
      'fresh',
      {
        location: 'westeurope',
        dnsPrefix: 'fresh',
        identity: { type: 'SystemAssigned' },
        agentPoolProfiles: [{ name: 'system', mode: 'System', count: 1, vmSize: 'Standard_D4s_v5' }],
      },
      { updateIntervalInMs: 0 },
    );
    await make.submitted();
    await finish(azure, make);
    expect(make.result!.networkProfile!.loadBalancerProfile!.effectiveOutboundIPs).toHaveLength(1);
    const pool = { mode: 'User', count: 1, vmSize: 'Standard_D4s_v5' };
    const add = agentPools.createOrUpdate(group, 'fresh', 'user', pool, { updateIntervalInMs: 0 });
    await add.submitted();
    await finish(azure, add);
    expect(add.result!.provisioningState).toBe('Succeeded');
    for (const remove of [
      () => agentPools.delete(group, 'fresh', 'user', { updateIntervalInMs: 0 }),
      () => managedClusters.delete(group, 'fresh', { updateIntervalInMs: 0 }),
    ]) {
      const removal = remove();
      await removal.submitted();
      await finish(azure, removal);
    }
    await expect(managedClusters.get(group, 'fresh')).rejects.toMatchObject({ statusCode: 404 });
    expect((await azure.sandbox.writes()).map(({ status }) => status)).toEqual([201, 201, 202, 202]);
  });

  it('answers a claims challenge by itself', async () => {
    const azure = await sdkIn('stronger-sign-in');
    const before = await azure.client.managedClusters.get(group, name);
    const poller = azure.client.managedClusters.createOrUpdate(group, name, managedNat(before), {
      updateIntervalInMs: 0,
    });
    await poller.submitted();
    expect(await azure.sandbox.writes()).toMatchObject([
      { status: 401, accepted: false },
      { status: 200, accepted: true },
    ]);
  });
});
