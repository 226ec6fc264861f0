import { expect, test } from './vscode.js';

test('a window that is loaded again in the middle of a change watches it to its end, and sends nothing twice', async ({
  vscode,
  sandbox,
}) => {
  const hold = await sandbox.addFault({
    kind: 'hold',
    clusterId: await sandbox.clusterId('shop-staging'),
  });
  const planner = await vscode.plan('shop-staging');
  await planner.choose('managedNATGateway/Standard');
  await planner.typeName('shop-staging');
  await planner.start();
  await expect(planner.page.locator('section#run .azure li').first()).toBeVisible();

  await vscode.reload();
  // The page comes back by itself, and the run with it.
  const again = await vscode.planner('shop-staging');
  await expect(again.section('run')).toContainText(/./);
  await sandbox.liftFault(hold);
  const result = await again.untilEnded();
  await expect(result).toContainText('Done in');
  expect(await sandbox.clusterPuts('shop-staging')).toHaveLength(1);
  expect(await sandbox.outboundTypeOf('shop-staging')).toBe('managedNATGateway');
});
