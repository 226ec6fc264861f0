import { expect, test } from '@playwright/test';
import { root, startEditor } from '../../scripts/editor.mjs';
import { copySample, removeSample } from './vscode.js';
import { openWindow } from './workbench.js';

test('in Restricted Mode the workspace cannot choose its Azure, and Bicep files are checked; trusted, it can', async ({
  page,
}) => {
  const workspace = copySample();
  const editor = await startEditor({ workspace, extension: root, trust: true });
  try {
    const window = await openWindow(page, editor.url);
    const notice = page.locator('.part.statusbar, .part.banner').getByText(/Restricted Mode/);
    await expect(notice.first()).toBeVisible();
    const clusters = await window.sideBar();
    await expect(clusters).toContainText(/sign in/i);
    await expect(clusters).not.toContainText('Contoso');
    const file = await window.open('wrong-egress.bicep', 'ManagedNatGateway');
    await expect(file.locator('.squiggly-error, .squiggly-warning').first()).toBeVisible();

    await window.command('Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await expect(page.locator('.workspace-trust-editor')).toContainText('You trust this folder');
    await expect(await window.sideBar()).toContainText('Contoso Production');

    // The window outlives its extension host.
    expect(editor.killExtensionHost()).toBeGreaterThan(0);
    await window.reload();
    await expect(await window.sideBar()).toContainText('Contoso Production');
  } finally {
    await editor.close();
    removeSample(workspace);
  }
});
