import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startEditor } from '../../scripts/editor.mjs';
import { copySample } from './vscode.js';
import { openWindow } from './workbench.js';

test('a window survives the death of its extension host and of its editor; without trust it is restricted', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'aks-egress-kept-'));
  const workspace = copySample();
  const options = { workspace, extension: root, dataFolder, trust: true };
  const first = await startEditor(options);
  try {
    const window = await openWindow(page, first.url);
    await expect(
      page
        .locator('.part.statusbar, .part.banner')
        .getByText(/Restricted Mode/)
        .first(),
    ).toBeVisible();
    expect(first.killExtensionHost()).toBeGreaterThan(0);
    await window.reload();
    await window.sideBar();
    await first.kill();
    const second = await startEditor({ ...options, port: first.port });
    try {
      expect(second.port).toBe(first.port);
      await page.goto(second.url);
      await window.untilReady();
      await window.sideBar();
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
    rmSync(dataFolder, { recursive: true, force: true });
    rmSync(workspace, { recursive: true, force: true });
  }
});
