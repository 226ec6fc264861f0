import { expect, test } from './vscode.js';

test('the activity bar has a tab "AKS Egress" that opens the side bar', async ({ vscode }) => {
  await expect(vscode.activityBarTab).toBeVisible();
  await vscode.sideBar();
  await expect(vscode.page.locator('.part.sidebar')).toContainText(/AKS Egress/i);
});
