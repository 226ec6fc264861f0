import { describe, expect, it } from 'vitest';
import { at, objectsOf, textAt } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, production, type Reply } from '../caller.js';

const inSubscription = (rest: string): string => `/subscriptions/${production}/${rest}`;
const names = (reply: Reply): readonly string[] =>
  objectsOf(reply.at('value')).map((row) => textAt(row, 'name'));

describe('what clients ask beside the road', () => {
  it('gives a kubeconfig that names the API server, and does not count as a write', async () => {
    const azure = await callerIn();
    for (const who of ['User', 'Admin']) {
      const rest = `/listCluster${who}Credential`;
      const answer = await azure.send('POST', clusterAt('rg-shop', 'shop-prod', { rest }));
      const [config] = objectsOf(answer.at('kubeconfigs'));
      expect(textAt(config, 'name')).toBe(`cluster${who}`);
      expect(atob(textAt(config, 'value'))).toMatch(/server: "https:\/\/shop-prod.*azmk8s\.io:443"/);
    }
    expect(await azure.sandbox.writes()).toEqual([]);
    const nobody = clusterAt('rg-shop', 'nobody', { rest: '/listClusterUserCredential' });
    expect((await azure.send('POST', nobody)).status).toBe(404);
  });

  it('lists Kubernetes versions with their way up, in the words of today and of 2019', async () => {
    const azure = await callerIn();
    const place = 'providers/Microsoft.ContainerService/locations/westeurope';
    const now = await azure.get(inSubscription(`${place}/kubernetesVersions?api-version=2026-06-01`));
    const [, usual] = objectsOf(now.at('values'));
    expect(at(usual, 'isDefault')).toBe(true);
    expect(at(usual, 'patchVersions', '1.34.3', 'upgrades')).toEqual(['1.34.4', '1.35.0']);
    const then = await azure.get(inSubscription(`${place}/orchestrators?api-version=2019-04-01`));
    expect(objectsOf(then.at('properties', 'orchestrators')).filter((one) => one['default'])).toHaveLength(1);
  });

  it('lists the resources of a group, without their properties, and of the whole subscription', async () => {
    const azure = await callerIn();
    const filter = "$filter=resourceGroup eq 'rg-orders-network'&$expand=provisioningState";
    const some = await azure.get(inSubscription(`resources?${filter}&api-version=2024-11-01`));
    expect([...names(some)].sort()).toEqual(['ng-orders', 'pip-ng-orders', 'vnet-orders']);
    expect(objectsOf(some.at('value')).every((row) => !('properties' in row))).toBe(true);
    expect(objectsOf(some.at('value'))[0]?.['provisioningState']).toBe('Succeeded');
    const group = inSubscription('resourceGroups/rg-orders-network/resources?api-version=2024-11-01');
    expect(names(await azure.get(group))).toEqual(names(some));
    const type = "$filter=resourceType eq 'Microsoft.ContainerService/managedClusters'";
    const clusters = names(await azure.get(inSubscription(`resources?${type}&api-version=2024-11-01`)));
    expect(clusters).toContain('shop-prod');
    expect(clusters).not.toContain('vnet-orders');
  });

  it('lists the identities of clusters, and no policy', async () => {
    const azure = await callerIn();
    const list = 'providers/Microsoft.ManagedIdentity/userAssignedIdentities?api-version=2023-01-31';
    expect(names(await azure.get(inSubscription(list)))).toContain('id-payments');
    expect(names(await azure.get(inSubscription(`resourceGroups/rg-payments/${list}`)))).toEqual([
      'id-payments',
    ]);
    const policies = 'providers/Microsoft.Authorization/policyAssignments?api-version=2021-06-01';
    expect(names(await azure.get(inSubscription(policies)))).toEqual([]);
  });
});
