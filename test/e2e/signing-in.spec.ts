import { expect, test } from './vscode.js';

// The next test begins where every other does.
test.afterEach(async ({ vscode }) => {
  await vscode.reset();
  await vscode.scenario('Tour');
});

test('a newcomer signs in and sees accounts, tenants, subscriptions and clusters, with each trouble in its place', async ({
  vscode,
}) => {
  const clusters = await vscode.sideBar();
  await vscode.scenario('Signed out');
  await expect(clusters).toContainText('This scenario of the sandbox begins signed out');
  await clusters.getByRole('button', { name: 'Sign In' }).click();

  await expect(vscode.row('Contoso')).toContainText('alex@contoso.example');
  await expect(vscode.row('Contoso Finance')).toContainText('not readable');
  await expect(vscode.row('Ask for the Reader role')).toBeVisible();
  await expect(vscode.row('shop-prod')).toContainText('Load balancer');
  await expect(vscode.row('Fabrikam')).toContainText('no consent');
  // Its own way out opens the tenant, and hides nothing of the others.
  await vscode.rowAction('Sign in to agree', 'Sign In');
  await expect(vscode.row('Fabrikam Web')).toContainText('1 cluster');
  await expect(vscode.row('shop-prod')).toBeVisible();
});

test('a session that has expired shows at once how to sign in, also after other scenarios', async ({
  vscode,
}) => {
  const clusters = await vscode.sideBar();
  await vscode.scenario('Tour');
  await expect(vscode.row('shop-prod')).toBeVisible();
  await vscode.scenario('Session expired');
  await expect(clusters).toContainText('Your sign-in has expired');
  await expect(vscode.row('shop-prod')).toBeHidden();
  await clusters.getByRole('button', { name: 'Sign In' }).click();
  await expect(vscode.row('shop-prod')).toBeVisible();
});
