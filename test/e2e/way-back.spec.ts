import { expect, test } from './vscode.js';

test('a person takes a change back, with everything that it did on their network', async ({
  vscode,
  sandbox,
}) => {
  const planner = await vscode.plan('catalog-prod');
  await planner.choose('userAssignedNATGateway');
  await planner.start();
  const result = await planner.untilEnded();
  await expect(result).toContainText('Done in');
  await expect(result).toContainText('that takes back what this change did on your network');
  const there = (await sandbox.writes()).length;

  await planner.press('Plan the way back');
  await expect(planner.section('configure')).toContainText('The settings of before the change');
  await planner.show('plan');
  const plan = planner.section('plan');
  await expect(plan).toContainText('Let the new address of the load balancer in at the API server');
  await expect(plan).toContainText('<address AKS gives the load balancer>');
  await expect(plan).toContainText('Take NAT gateway ng-catalog-prod off snet-apps');
  await planner.start();
  await expect(planner.answer('run')).toBeVisible();
  await expect(await planner.untilEnded()).toContainText('Done in', { timeout: 60_000 });
  const back = (await sandbox.writes()).slice(there).map(({ method, path }) => {
    const [name = ''] = path.split('?');
    return `${method} ${name.slice(name.lastIndexOf('/') + 1)}`;
  });
  expect(back).toEqual([
    ...['PUT catalog-prod', 'PUT catalog-prod', 'PUT snet-system', 'PUT snet-apps', 'PUT catalog-prod'],
  ]);
});
