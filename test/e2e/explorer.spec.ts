import { expect, test } from './vscode.js';

test('the side bar shows the scenario: tenants, subscriptions, and clusters with their outbound types', async ({
  vscode,
}) => {
  await vscode.sideBar();
  await vscode.expand('Production');
  await expect(vscode.row('shop-prod')).toContainText(/load balancer/i);
  await expect(vscode.row('edge-prod')).toContainText(/NAT gateway/i);
  await expect(vscode.row('vault-prod')).toContainText(/firewall|routing/i);
});

test('addresses and a path that differs stand on the rows that can be seen, though none is unfolded', async ({
  vscode,
}) => {
  await vscode.sideBar();
  await vscode.expand('Production');
  await expect(vscode.row('ledger-prod')).toContainText('203.0.113.50');
  const orders = vscode.row('orders-prod');
  await expect(orders).toContainText('not as declared: through the NAT gateway ng-orders');
  await expect(orders.locator('.codicon-warning')).toBeVisible();
  await expect(orders).toHaveAttribute('aria-expanded', 'false');
});

test('pools, their path and whose an address is stand below a cluster', async ({ vscode }) => {
  await vscode.sideBar();
  await vscode.expand('Production');
  await vscode.expand('ledger-prod');
  await expect(vscode.row(/^203\.0\.113\.50/)).toBeVisible();
});

test('a subscription that cannot be read says so in its place and hides nothing else', async ({ vscode }) => {
  await vscode.sideBar();
  await expect(vscode.row('Finance')).toContainText(/not|denied|permission/i);
  await expect(vscode.row('Production')).toBeVisible();
});

test("a cluster's own button in the side bar opens its planner", async ({ vscode }) => {
  await vscode.sideBar();
  await vscode.expand('Production');
  // A tree that is drawn anew between press and release swallows the click: a person presses again.
  await expect(async () => {
    await vscode.rowAction('edge-prod', 'Change Outbound Type');
    await expect(vscode.page.getByRole('tab', { name: 'Egress: edge-prod' })).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  const planner = await vscode.planner('edge-prod');
  await expect(planner.answer('today')).toContainText(/NAT gateway run by AKS/);
  await expect(planner.card('managedNATGateway/Standard')).toContainText('Today');
});
