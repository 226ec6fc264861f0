import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { resetKey, root } from '../../scripts/editor.mjs';
import { Planner } from './planner.js';

/** Themes as VS Code's picker names them, and the class that a webview's body then has. */
export const themes = {
  light: { name: 'Light Modern', bodyClass: 'vscode-light' },
  dark: { name: 'Dark Modern', bodyClass: 'vscode-dark' },
  highContrast: { name: 'Default High Contrast', bodyClass: 'vscode-high-contrast' },
  highContrastLight: { name: 'Default High Contrast Light', bodyClass: 'vscode-high-contrast-light' },
} as const;

const patienceInMs = 30_000;
const glanceInMs = 3000;

/** `:line:column` of a word in a file of the sample workspace. */
function placeOf(file: string, word: string): string {
  const lines = readFileSync(path.join(root, 'sample', file), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(word));
  if (line === -1) throw new Error(`${file} of the sample does not hold ${word}.`);
  return `:${line + 1}:${lines[line]!.indexOf(word) + 2}`;
}

/** VS Code's window, in a person's words. */
export class Workbench {
  constructor(readonly page: Page) {}

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input[type=text]');
  }

  /** The activity bar's tab of the extension: there as soon as its contributions are registered. */
  get activityBarTab(): Locator {
    return this.page.getByRole('tab', { name: 'AKS Egress' });
  }

  /** Runs a command by its title. The palette is opened again until the command is listed: its list does not update itself. */
  async command(title: string): Promise<void> {
    await this.pick(`>${title}`, title, 'F1');
  }

  /** Opens a file of the workspace with Quick Open, the caret in that word of it; answers its editor. */
  async open(file: string, word?: string): Promise<Locator> {
    await this.pick(
      `${file}${word === undefined ? '' : placeOf(file, word)}`,
      path.basename(file),
      'ControlOrMeta+P',
    );
    const editor = this.page
      .locator(`.editor-instance[data-uri$="${file}"], .editor-instance:has([data-uri$="${file}"])`)
      .first();
    await editor.waitFor();
    await this.page.getByRole('tab', { name: path.basename(file) }).waitFor();
    return editor;
  }

  /** Shows the extension's side bar; answers the view of that name. */
  async sideBar(view = 'Clusters'): Promise<Locator> {
    await expect(async () => {
      if ((await this.activityBarTab.getAttribute('aria-expanded', { timeout: glanceInMs })) !== 'true') {
        await this.activityBarTab.click({ timeout: glanceInMs });
      }
      await this.view(view).waitFor({ timeout: glanceInMs });
    }).toPass({ timeout: patienceInMs });
    return this.view(view);
  }

  /** A view of a side bar by the beginning of its title. */
  view(title: string): Locator {
    // A view that is alone in its container has no header of its own.
    return this.page
      .locator('.part.sidebar')
      .locator('.pane')
      .filter({ has: this.page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  /** A row of a tree by text in it. */
  row(text: string | RegExp): Locator {
    return this.page.locator('.part.sidebar').getByRole('treeitem').filter({ hasText: text }).first();
  }

  /** Opens a tree's row, waiting for it. */
  async expand(text: string | RegExp): Promise<Locator> {
    const row = this.row(text);
    await expect(async () => {
      if ((await row.getAttribute('aria-expanded', { timeout: glanceInMs })) === 'true') return;
      await row.click({ timeout: glanceInMs });
      expect(await row.getAttribute('aria-expanded')).toBe('true');
    }).toPass({ timeout: patienceInMs });
    return row;
  }

  /** Presses a button that a tree's row shows under the pointer. */
  async rowAction(text: string | RegExp, action: string): Promise<void> {
    await expect(async () => {
      const row = this.row(text);
      // Where the pointer rests, a tooltip may have come up and lie over the row.
      await this.page.mouse.move(640, 400);
      await row.hover({ timeout: glanceInMs });
      await row.getByRole('button', { name: action }).click({ timeout: glanceInMs });
    }).toPass({ timeout: patienceInMs });
  }

  /** The document inside the active webview: VS Code nests two frames. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text });
  }

  /** The modal dialog, by text in it. */
  dialog(text: string | RegExp): Locator {
    return this.page.locator('.monaco-dialog-box').filter({ hasText: text });
  }

  /** Answers the modal dialog that holds this text. */
  async answer(text: string | RegExp, button: string): Promise<void> {
    const dialog = this.dialog(text);
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Opens the planner of a cluster, named or searched for, through the command palette; answers when it was read. */
  async plan(cluster: string, name: string | RegExp = cluster): Promise<Planner> {
    await this.command('AKS Egress: Change Outbound Type');
    await this.page.getByPlaceholder('Choose a cluster').fill(cluster, { timeout: patienceInMs });
    await this.quickPick(cluster).first().click();
    return this.planner(name);
  }

  /** The open planner of a cluster, as soon as the cluster was read. */
  async planner(cluster: string | RegExp): Promise<Planner> {
    const planner = new Planner(this);
    await planner.page.getByRole('heading', { level: 1, name: cluster }).waitFor({ timeout: patienceInMs });
    await planner.untilRead();
    return planner;
  }

  /** Starts the sandbox over with another scenario, through the product's own command and questions. */
  async scenario(title: string): Promise<void> {
    await this.command('AKS Egress: Choose Sandbox Scenario');
    await this.quickInput.fill(title);
    await this.quickPick(title).first().click();
    await this.answer('Start the sandbox over?', 'Start Over');
  }

  /** Starts the sandbox over, through the product's own command and question. */
  async resetSandbox(): Promise<void> {
    await this.command('AKS Egress: Reset Sandbox');
    await this.answer('Start the sandbox over?', 'Start Over');
  }

  quickPick(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text });
  }

  /** Applies a quick fix at the caret. */
  async quickFix(title: string | RegExp): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('ControlOrMeta+.');
      await row.waitFor({ timeout: glanceInMs });
    }).toPass({ timeout: patienceInMs });
    await row.click();
  }

  /** Shows what is said about the word at the caret. */
  async hoverAtCaret(): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: /\S/ }).first();
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('ControlOrMeta+K');
      await this.page.keyboard.press('ControlOrMeta+I');
      await hover.waitFor({ timeout: glanceInMs });
    }).toPass({ timeout: patienceInMs });
    return hover;
  }

  /** Switches the running window's theme; a tenth of the time of a new window. */
  async theme(kind: keyof typeof themes): Promise<void> {
    const { name } = themes[kind];
    await this.leaveWebview();
    await this.page.keyboard.press('ControlOrMeta+K');
    await this.page.keyboard.press('ControlOrMeta+T');
    await this.quickInput.fill(name);
    await this.quickPick(name)
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first()
      .click();
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Loads the window again by its own command, which keeps what was open; answers when the window is there. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 30_000 });
    await this.command('Developer: Reload Window');
    await loaded;
    await this.untilReady();
  }

  /** Closes editors (unsaved changes are dropped), panel and messages, and shows the Explorer. */
  async reset(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    await this.leaveWebview();
    await this.page.keyboard.press(resetKey);
    await expect(this.page.locator('.editor-group-container.empty')).toHaveCount(1);
    await expect(this.page.locator('.notification-toast')).toHaveCount(0);
  }

  /** Waits for the window and for the extension's contributions. */
  async untilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    await this.activityBarTab.waitFor({ timeout: 60_000 });
  }

  /** A webview that has the focus takes the keys: the status bar does not. */
  private async leaveWebview(): Promise<void> {
    await this.page.locator('.part.statusbar').click({ position: { x: 640, y: 5 } });
  }

  private async pick(typed: string, listed: string, opener: string): Promise<void> {
    const row = this.quickPick(listed).first();
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press(opener);
      await this.quickInput.fill(typed, { timeout: glanceInMs });
      await row.waitFor({ timeout: glanceInMs });
      // The wanted entry may stand below a recently used one.
      await row.click({ timeout: glanceInMs });
    }).toPass({ timeout: patienceInMs });
  }
}

/** Opens an editor's window in a page that reaches nothing outside, and waits until the extension is there. */
export async function openWindow(page: Page, url: string): Promise<Workbench> {
  // Webviews come from this name; a service worker answers for it.
  const isInside = ({ hostname }: URL): boolean =>
    hostname === '127.0.0.1' || hostname.endsWith('.vscode-cdn.net');
  await page.route(
    (address) => !isInside(address),
    (route) => route.abort(),
  );
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(url);
  const window = new Workbench(page);
  await window.untilReady();
  return window;
}
