import { describe, expect, it } from 'vitest';
import { at, objectsOf, textAt } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, production, type CallerIn } from '../caller.js';

const inSubscription = (rest: string): string => `/subscriptions/${production}/${rest}`;
const inRegion = (location: string): string => `providers/Microsoft.Network/locations/${location}/usages`;
const value = async (azure: CallerIn, target: string) => objectsOf((await azure.get(target)).at('value'));

describe('what stands around a cluster', () => {
  it('has quotas by region, which count what is there', async () => {
    const azure = await callerIn();
    const [gateway] = await value(
      azure,
      inSubscription(
        'resourceGroups/rg-orders-network/providers/Microsoft.Network/natGateways?api-version=2025-09-01',
      ),
    );
    const network = await value(
      azure,
      inSubscription(`${inRegion(textAt(gateway, 'location'))}?api-version=2025-09-01`),
    );
    const counts = new Map(network.map((row) => [textAt(row, 'name', 'value'), at(row, 'currentValue')]));
    expect(counts.get('StandardSkuPublicIpAddresses')).toBeGreaterThan(0);
    expect(counts.get('NatGateways')).toBeGreaterThan(0);
    const elsewhere = await value(azure, inSubscription(`${inRegion('eastus')}?api-version=2025-09-01`));
    expect(elsewhere.every((row) => at(row, 'currentValue') === 0)).toBe(true);
    const compute = await value(
      azure,
      inSubscription('providers/Microsoft.Compute/locations/westeurope/usages?api-version=2024-07-01'),
    );
    expect(compute.map((row) => textAt(row, 'name', 'value'))).toContain('cores');
  });

  it('has role assignments of whom the filter names, and the definition that each refers to', async () => {
    const azure = await callerIn();
    const scope =
      'resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-aks';
    const path = `${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`;
    const of = (principal: string) =>
      value(azure, inSubscription(`${path}&$filter=atScope() and assignedTo('${principal}')`));
    const own = textAt(
      (await azure.get(clusterAt('rg-orders', 'orders-prod'))).body,
      'identity',
      'principalId',
    );
    const [assignment] = await of(own);
    expect(textAt(assignment, 'properties', 'principalId')).toBe(own);
    const definition = await azure.get(
      `${textAt(assignment, 'properties', 'roleDefinitionId')}?api-version=2022-04-01`,
    );
    expect(definition.at('properties', 'roleName')).toBe('Network Contributor');
    expect(await of('a-stranger')).toEqual([]);
    const unknown = await azure.get(
      inSubscription('providers/Microsoft.Authorization/roleDefinitions/nothing?api-version=2022-04-01'),
    );
    expect([unknown.status, unknown.at('error', 'code')]).toEqual([404, 'RoleDefinitionDoesNotExist']);
  });

  it('answers what a policy would say without writing anything', async () => {
    const azure = await callerIn();
    const ask = () =>
      azure.send(
        'POST',
        inSubscription(
          'resourceGroups/rg-shop/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?api-version=2023-03-01',
        ),
        { resourceDetails: { resourceContent: { type: 'Microsoft.Network/natGateways' } } },
      );
    expect((await ask()).at('contentEvaluationResult', 'policyEvaluations')).toEqual([]);
    await azure.sandbox.addFault({ kind: 'policy', assignment: 'no-gateways' });
    const [evaluation] = objectsOf((await ask()).at('contentEvaluationResult', 'policyEvaluations'));
    expect(textAt(evaluation, 'effectDetails', 'policyEffect')).toBe('Deny');
    expect(textAt(evaluation, 'policyInfo', 'policyAssignmentId')).toContain('no-gateways');
    expect(await azure.sandbox.writes()).toEqual([]);
  });

  it('has no maintenance, no extension and no registry of its own, in the words of who answers', async () => {
    const azure = await callerIn();
    const none = async (rest: string) =>
      (await azure.get(clusterAt('rg-shop', 'shop-prod', { rest }))).at('value');
    expect(await none('/maintenanceConfigurations')).toEqual([]);
    const nobody = await azure.get(clusterAt('rg-shop', 'nobody', { rest: '/maintenanceConfigurations' }));
    expect(nobody.status).toBe(404);
    const registry = 'resourceGroups/rg-shop/providers/Microsoft.ContainerRegistry/registries/images';
    const missing = await azure.get(inSubscription(`${registry}?api-version=2023-07-01`));
    expect([missing.status, missing.at('error', 'code')]).toEqual([404, 'ResourceNotFound']);
  });

  it('has the firewall of a network, its policy, and the rules in it', async () => {
    const azure = await callerIn();
    await azure.get(clusterAt('rg-payments', 'payments-prod'));
    const [firewall] = await value(
      azure,
      inSubscription('providers/Microsoft.Network/azureFirewalls?api-version=2025-09-01'),
    );
    const policy = textAt(firewall, 'properties', 'firewallPolicy', 'id');
    const [group] = await value(azure, `${policy}/ruleCollectionGroups?api-version=2025-09-01`);
    const [names] = objectsOf(at(group, 'properties', 'ruleCollections'));
    expect(textAt(names, 'action', 'type')).toBe('Allow');
    const missing = await azure.get(`${policy}-not/ruleCollectionGroups?api-version=2025-09-01`);
    expect(missing.status).toBe(404);
  });
});
