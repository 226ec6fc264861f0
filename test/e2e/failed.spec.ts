import { expect, test } from './vscode.js';

const words =
  'Network security group /subscriptions/x/resourceGroups/y/providers/Microsoft.Network/networkSecurityGroups/z is in use.';

test("an operation that fails in Azure is explained with Azure's own words and a way on", async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('shop-staging');
  await sandbox.addFault({
    kind: 'endOperation',
    status: 'Failed',
    clusterId: await sandbox.clusterId('shop-staging'),
    error: { code: 'CreateOrUpdateNatGatewayFailed', message: words },
  });
  await planner.choose('managedNATGateway/Standard');
  await planner.typeName('shop-staging');
  await planner.start();
  const result = await planner.untilEnded();
  await expect(result).toContainText('failed in Azure');
  await expect(result.locator('.azure')).toContainText('CreateOrUpdateNatGatewayFailed');
  await expect(result.locator('.azure')).toContainText(words);
  await expect(planner.button('Plan again').first()).toBeVisible();
  expect(await sandbox.clusterPuts('shop-staging')).toHaveLength(1);
});

test('a change that a policy forbids is told before the start, and cannot be started', async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('shop-staging');
  await sandbox.addFault({ kind: 'policy', method: 'PUT', assignment: 'egress-by-firewall-only' });
  await planner.choose('managedNATGateway/Standard');
  await expect(planner.finding('aks-policy-denies')).toContainText('egress-by-firewall-only');
  expect(await sandbox.clusterPuts('shop-staging')).toHaveLength(0);
});

test("a policy that came after the checks refuses with Azure's own words, and nothing has changed", async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('shop-staging');
  await planner.choose('managedNATGateway/Standard');
  await planner.typeName('shop-staging');
  await expect(planner.button('Review and start…')).toBeEnabled();
  await sandbox.addFault({ kind: 'policy', method: 'PUT', assignment: 'egress-by-firewall-only' });
  await planner.start();
  const result = await planner.untilEnded();
  await expect(result.locator('.azure')).toContainText('RequestDisallowedByPolicy');
  await expect(result.locator('.azure')).toContainText('egress-by-firewall-only');
  expect(await sandbox.outboundTypeOf('shop-staging')).toBe('loadBalancer');
});

test('what Azure took and did not finish is sent once more by a plan, and the way out is not known until then', async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('shop-staging');
  await sandbox.addFault({
    kind: 'endOperation',
    status: 'Failed',
    times: 1,
    clusterId: await sandbox.clusterId('shop-staging'),
    error: { code: 'CreateOrUpdateNatGatewayFailed', message: words },
  });
  await planner.choose('managedNATGateway/Standard');
  await planner.typeName('shop-staging');
  await planner.start();
  await expect(await planner.untilEnded()).toContainText('failed in Azure');
  await planner.button('Plan again').first().click();
  await expect(planner.answer('today')).toHaveText(
    'How traffic leaves is not known: the last operation failed',
  );
  await expect(planner.section('plan')).toContainText('Let Azure finish its work');
  await planner.start();
  await expect(planner.answer('result')).toContainText('Done in');
  expect(await sandbox.clusterPuts('shop-staging')).toHaveLength(2);
});
