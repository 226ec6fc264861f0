import { expect, test as base } from '@playwright/test';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startEditor, type RunningEditor } from '../../scripts/editor.mjs';
import { fastSpeed, sandboxBehind, type SandboxBehind } from './sandbox.js';
import { openWindow, type Workbench } from './workbench.js';

export { expect } from '@playwright/test';
export { themes, Workbench } from './workbench.js';

/** An editor on a copy of the sample workspace. */
export interface Editor {
  readonly running: RunningEditor;
  readonly workspace: string;
}

/** A change that takes two minutes of Azure is done at once. */
export const fastSandbox = { 'aksEgress.sandbox.speed': fastSpeed } as const;

/** A copy of the sample workspace in a temporary folder of its own. */
export function copySample(): string {
  const workspace = path.join(mkdtempSync(path.join(tmpdir(), 'aks-egress-workspace-')), 'sample');
  refreshSample(workspace);
  return workspace;
}

export const removeSample = (workspace: string): void =>
  rmSync(path.dirname(workspace), { recursive: true, force: true, maxRetries: 5 });

const refreshSample = (workspace: string): void =>
  cpSync(path.join(root, 'sample'), workspace, { recursive: true });

interface PerTest {
  /** The window, as new. */
  readonly vscode: Workbench;
  /** The sandbox behind the window, as its scenario begins. */
  readonly sandbox: SandboxBehind;
}

interface PerWorker {
  /** Settings of VS Code; other settings are another window. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly editor: Editor;
  readonly window: Workbench;
}

// One editor and one window per worker, made as new between tests: ten times faster than a reload.
export const test = base.extend<PerTest, PerWorker>({
  settings: [fastSandbox, { option: true, scope: 'worker' }],

  editor: [
    async ({ settings }, use) => {
      const workspace = copySample();
      const running = await startEditor({ workspace, extension: root, settings });
      try {
        await use({ running, workspace });
      } finally {
        await running.close();
        removeSample(workspace);
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  window: [
    async ({ browser, editor }, use) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const window = await openWindow(page, editor.running.url);
      await use(window);
      await page.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  page: async ({ window }, use) => {
    await use(window.page);
  },

  vscode: async ({ window, editor }, use) => {
    refreshSample(editor.workspace);
    await use(window);
    await window.reset();
  },

  sandbox: async ({ vscode, editor }, use) => {
    const behind = sandboxBehind(editor.running.data);
    await use(behind);
    expect(await behind.unknownRequests()).toEqual([]);
    await vscode.reset();
    await vscode.resetSandbox();
  },
});
