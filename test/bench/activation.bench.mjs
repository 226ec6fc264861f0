// How long activation takes in a real editor, as VS Code itself measured it, and how long until the window is there.
import { chromium } from '@playwright/test';
import path from 'node:path';
import { browserOptions, root, startEditor } from '../../scripts/editor.mjs';

const starts = 5;
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function once(browser) {
  const editor = await startEditor({ workspace: path.join(root, 'sample'), extension: root });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1800 } });
  try {
    const startedAt = performance.now();
    await page.goto(editor.url);
    await page.getByRole('tab', { name: 'AKS Egress' }).waitFor({ timeout: 60_000 });
    const readyInMs = performance.now() - startedAt;
    const row = page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: 'AKS Egress' });
    for (let tries = 0; tries < 10 && !(await row.isVisible()); tries += 1) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input[type=text]').fill('>Developer: Show Running Extensions');
      await page.locator('.quick-input-list .monaco-list-row').first().click();
      await row.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    const activationInMs = Number(/Activation: (\d+)ms/.exec(await row.innerText())?.[1]);
    return { readyInMs, activationInMs };
  } finally {
    await page.close();
    await editor.close();
  }
}

export async function bench() {
  const browser = await chromium.launch(await browserOptions());
  try {
    const measured = [];
    for (let start = 0; start < starts; start += 1) measured.push(await once(browser));
    return [
      {
        what: `activate(), median of ${starts} starts`,
        value: median(measured.map((one) => one.activationInMs)),
        unit: 'ms',
      },
      {
        what: `window with contributions, median of ${starts}`,
        value: Math.round(median(measured.map((one) => one.readyInMs))),
        unit: 'ms',
      },
    ];
  } finally {
    await browser.close();
  }
}
