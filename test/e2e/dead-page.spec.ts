import { expect, test } from './vscode.js';

test('a planner whose extension host was killed in the middle of a change comes back by itself and sees its end', async ({
  vscode,
  sandbox,
  editor,
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

  expect(editor.running.killExtensionHost()).toBeGreaterThan(0);
  // The dead page still shows its last picture: what counts is what it shows after the operation has ended.
  await sandbox.liftFault(hold);
  await expect(await planner.untilEnded()).toContainText('Done in');
  expect(await sandbox.clusterPuts('shop-staging')).toHaveLength(1);
  expect(await sandbox.outboundTypeOf('shop-staging')).toBe('managedNATGateway');
});
