import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startEditor } from '../../scripts/editor.mjs';
import { sandboxBehind } from './sandbox.js';
import { copySample, fastSandbox, removeSample } from './vscode.js';
import { openWindow } from './workbench.js';

test('an editor that is killed in the middle of a change watches it to its end after the next start, and sends nothing twice', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'aks-egress-kept-'));
  const workspace = copySample();
  const options = { workspace, extension: root, dataFolder, settings: fastSandbox };
  const first = await startEditor(options);
  try {
    const window = await openWindow(page, first.url);
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

    const second = await startEditor({ ...options, port: first.port });
    try {
      // The browser keeps a window's state by address.
      expect(second.url).toBe(first.url);
      await page.goto(second.url);
      await window.untilReady();
      const again = await window.planner('shop-staging');
      await sandbox.liftFault(hold);
      const result = await again.untilEnded();
      await expect(result).toContainText('Done in');
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
