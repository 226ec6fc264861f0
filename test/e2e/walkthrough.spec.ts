import { expect, test } from './vscode.js';

test('the walkthrough ticks the sandbox that was chosen before it opened, and the button of each step leads on', async ({
  vscode,
}) => {
  await vscode.command('AKS Egress: Open Walkthrough');
  const steps = vscode.page.locator('.getting-started-step');
  const step = (title: string) => steps.filter({ hasText: title });
  const tick = (title: string) => step(title).locator('.codicon-getting-started-step-checked');
  const press = async (title: string, button: string) => {
    await step(title).locator('h3').click();
    await step(title).getByRole('button', { name: button }).click();
  };
  await expect(tick('Choose an Azure')).toBeVisible();

  await press('Look at your clusters', 'Show the Clusters');
  await expect(vscode.row('Contoso Production')).toBeVisible();
  await expect(tick('Look at your clusters')).toBeVisible();

  await press('Plan a change', 'Change Outbound Type');
  await expect(vscode.page.getByPlaceholder('Choose a cluster')).toBeVisible();
  await vscode.page.keyboard.press('Escape');
  await press('Tell others the new address', 'Copy Egress Addresses');
  await expect(vscode.page.getByPlaceholder('Choose a cluster')).toBeVisible();
  await vscode.page.keyboard.press('Escape');

  await press('Check a Bicep file', 'Check a Bicep File');
  await vscode.quickPick('main.bicep').click();
  await expect(vscode.notification('Nothing wrong was found')).toBeVisible();
});
