import type { Locator } from '@playwright/test';
import { expect, test } from './vscode.js';

const squiggles = (editor: Locator): Locator => editor.locator('.squiggly-error, .squiggly-warning');

test('a Bicep file with wrong egress settings gets a squiggle, its fix is applied, and it goes away', async ({
  vscode,
}) => {
  const editor = await vscode.open('wrong-egress.bicep', 'ManagedNatGateway');
  await expect(squiggles(editor).first()).toBeVisible();
  const before = await squiggles(editor).count();
  await vscode.quickFix('managedNATGateway');
  await expect(editor).toContainText("outboundType: 'managedNATGateway'");
  await expect(squiggles(editor)).toHaveCount(before - 1);
});

test('a Bicep file with right settings gets none, also when it is asked for', async ({ vscode }) => {
  const editor = await vscode.open('main.bicep');
  await vscode.command('AKS Egress: Check This File');
  await expect(vscode.notification('Nothing wrong was found')).toBeVisible();
  await expect(squiggles(editor)).toHaveCount(0);
});

test('the outbound type in a Bicep file explains itself', async ({ vscode }) => {
  await vscode.open('main.bicep', 'outboundType');
  await expect(await vscode.hoverAtCaret()).toContainText(/NAT gateway/i);
});
