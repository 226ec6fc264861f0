import { expect, test } from './vscode.js';

test('a target that Azure would refuse cannot be started, and the page says why', async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('orders-prod');
  await planner.choose('managedNATGateway/Standard');
  await expect(planner.footer).toContainText('Start is not possible yet');
  await expect(planner.page.locator('section#check .finding').first()).toBeVisible();
  const start = planner.page.locator('footer.footer egress-button').filter({ hasText: 'Start' });
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await start.click();
  // The key that starts does not start either.
  await planner.answer('choose').press('Control+Enter');
  await expect(vscode.dialog(/^/)).toHaveCount(0);
  expect(await sandbox.writes()).toEqual([]);
});

test('a plan of a cluster that somebody changed meanwhile is not started, and the difference is shown', async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('shop-staging');
  await planner.choose('managedNATGateway/Standard');
  await planner.typeName('shop-staging');
  await planner.askToStart();
  await sandbox.addFault({
    kind: 'changeCluster',
    clusterId: await sandbox.clusterId('shop-staging'),
    patch: { tags: { changedBy: 'somebody else' } },
  });
  await vscode.answer(/^/, 'Start in the Sandbox');
  const result = await planner.untilEnded();
  await expect(result).toContainText('Somebody changed the cluster');
  await expect(planner.page.locator('body')).toContainText('changedBy');
  expect(await sandbox.clusterPuts('shop-staging')).toEqual([]);
  expect(await sandbox.outboundTypeOf('shop-staging')).toBe('loadBalancer');
});
