import { expect, test } from './vscode.js';

// The next test begins where every other does.
test.afterEach(async ({ vscode }) => {
  await vscode.reset();
  await vscode.scenario('Tour');
});

test('a tenant of ten thousand clusters opens, scrolls, is searched, and one of them is planned', async ({
  vscode,
}) => {
  const clusters = await vscode.sideBar();
  await vscode.scenario('Ten thousand clusters');
  await vscode.expand('Contoso billing');
  await expect(vscode.row(/load balancer|NAT gateway|firewall|No outbound path/i)).toBeVisible();

  // To the last of a thousand subscriptions, and back.
  const [first, last] = [vscode.row('Contoso billing'), vscode.row('Contoso shop')];
  await clusters.getByRole('tree').press('End');
  await expect(last).toBeVisible();
  await expect(first).toBeHidden();
  await clusters.getByRole('tree').press('Home');
  await expect(first).toBeVisible();

  const planner = await vscode.plan('-09999', /-09999$/);
  await expect(planner.answer('today')).not.toBeEmpty();
});
