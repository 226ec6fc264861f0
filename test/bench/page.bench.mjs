// How long the planner's page takes from its opening to its first paint, and from a new state to the paint of it.
// Measured in the playground: the built page, without VS Code around it.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserOptions } from '../../scripts/editor.mjs';

const repeats = 5;
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];

const paintedInMs = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime)).observe({
          type: 'paint',
          buffered: true,
        });
      }),
  );

/** From the host's message to the frame after the one in which it was drawn. */
const redrawnInMs = (page, hash) =>
  page.evaluate(
    (next) =>
      new Promise((resolve) => {
        const startedAt = performance.now();
        window.addEventListener('message', () =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt))),
        );
        location.hash = next;
      }),
    hash,
  );

export async function bench() {
  const file = path.resolve('dist', 'playground.html');
  if (!existsSync(file)) throw new Error('The playground was not built.');
  const address = pathToFileURL(file).href;
  const hashOf = (state) => `#${new URLSearchParams({ state, theme: 'dark' }).toString()}`;
  const browser = await chromium.launch(await browserOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.goto(address);
    const states = await page.getByRole('navigation', { name: 'States' }).getByRole('link').allInnerTexts();
    const opened = [];
    const redrawn = [];
    for (const [index, state] of states.entries()) {
      const measured = [];
      for (let time = 0; time < repeats; time += 1) {
        await page.goto('about:blank');
        await page.goto(`${address}?frame${hashOf(state.trim())}`);
        await page.locator('h1').waitFor();
        measured.push(await paintedInMs(page));
      }
      opened.push(median(measured));
      redrawn.push(await redrawnInMs(page, hashOf(states[(index + 1) % states.length].trim())));
    }
    return [
      { what: `open to first paint, median of ${states.length} states`, value: median(opened), unit: 'ms' },
      { what: 'open to first paint, slowest state', value: Math.max(...opened), unit: 'ms' },
      { what: 'new state to paint, median', value: median(redrawn), unit: 'ms' },
      { what: 'new state to paint, slowest', value: Math.max(...redrawn), unit: 'ms' },
    ];
  } finally {
    await browser.close();
  }
}
