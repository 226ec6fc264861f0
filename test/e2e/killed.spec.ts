import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startEditor } from '../../scripts/editor.mjs';
import { sandboxBehind } from './sandbox.js';
import { copySample, fastSandbox, removeSample } from './vscode.js';
import { openWindow } from './workbench.js';

test('a change in whose middle editor and window were killed is found at the next start, watched to its end, and sent once', async ({
  browser,
}) => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'aks-egress-kept-'));
  const workspace = copySample();
  const options = { workspace, extension: root, dataFolder, settings: fastSandbox };
  const first = await startEditor(options);
  try {
    const before = await browser.newContext();
    const window = await openWindow(await before.newPage(), first.url);
    const planner = await window.plan('shop-staging');
    const sandbox = sandboxBehind(dataFolder);
    const hold = await sandbox.addFault({
      kind: 'hold',
      clusterId: await sandbox.clusterId('shop-staging'),
    });
    await planner.choose('managedNATGateway/Standard');
    await planner.typeName('shop-staging');
    await planner.start();
    await expect(planner.page.locator('section#run .azure li').first()).toBeVisible();
    await first.kill();
    // With the browser's storage all that the window knew is gone: only the extension's own journal is left.
    await before.close();

    const second = await startEditor({ ...options, port: first.port });
    try {
      expect(second.url).toBe(first.url);
      const after = await openWindow(await browser.newPage(), second.url);
      const notice = after.notification('The change of shop-staging is not finished');
      await expect(notice).toBeVisible({ timeout: 20_000 });
      await notice.getByRole('button', { name: 'Resume Watching' }).click();
      const again = await after.planner('shop-staging');
      await sandbox.liftFault(hold);
      await expect(await again.untilEnded()).toContainText('Done in');
      expect(await sandbox.clusterPuts('shop-staging')).toHaveLength(1);
      expect(await sandbox.outboundTypeOf('shop-staging')).toBe('managedNATGateway');
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    removeSample(workspace);
  }
});
