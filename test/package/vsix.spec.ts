import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureEditor, startEditor } from '../../scripts/editor.mjs';
import { packInto } from '../../scripts/package.mjs';
import { copySample, removeSample } from '../e2e/vscode.js';
import { openWindow } from '../e2e/workbench.js';

const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-vsix-'));
const vsix = path.join(folder, 'aks-egress.vsix');

// The list of running extensions draws only the rows that are in sight.
test.use({ viewport: { width: 1280, height: 1800 } });

test.beforeAll(async () => {
  const sizeInBytes = await packInto(vsix);
  console.log(`aks-egress.vsix: ${(sizeInBytes / 1024).toFixed(1)} KiB`);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const which of ['newest', 'oldest'] as const) {
  test(`the packed extension installs offline, activates and plans in the ${which} editor`, async ({
    page,
  }) => {
    test.setTimeout(150_000);
    const extensionsFolder = path.join(folder, which);
    const { node, main } = await ensureEditor(which);
    execFileSync(node, [main, '--install-extension', vsix, '--extensions-dir', extensionsFolder], {
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    });
    const workspace = copySample();
    const editor = await startEditor({ which, workspace, extensionsFolder });
    try {
      const window = await openWindow(page, editor.url);
      await window.command('Developer: Show Running Extensions');
      const running = page
        .locator('.runtime-extensions-editor .monaco-list-row')
        .filter({ hasText: 'AKS Egress' });
      await expect(running).toContainText(/Activation|Startup/i);
      await expect(running).not.toContainText(/uncaught/i);
      await expect(await window.sideBar()).toContainText('Contoso Production');
      const planner = await window.plan('orders-prod');
      await planner.choose('userAssignedNATGateway');
      await expect(planner.page.locator('section#plan .steps > li').first()).toBeVisible();
      await expect(planner.footer).toContainText('Nothing is sent before you confirm');
    } finally {
      await editor.close();
      removeSample(workspace);
    }
  });
}
