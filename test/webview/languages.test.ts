import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/editor.mjs';
import type { MessageBundle } from '../../src/core/message.js';
import { states } from '../../webview/playground/states/states.js';
import { openPlayground, type Playground } from './playground.js';

let playground: Playground;
beforeAll(async () => {
  playground = await openPlayground();
}, 60_000);
afterAll(() => playground.close());

/** Templates that the page itself speaks with. */
function templatesOfThePage(): readonly string[] {
  const folder = path.join(root, 'webview');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('playground'),
  );
  const found = files.flatMap((file) => [
    ...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bsay\(\s*(?:'([^'\n]+)'|"([^"\n]+)")/g),
  ]);
  return found.flatMap(([, single, double]) => single ?? double ?? []);
}

/** Templates in a state, wherever they are. */
function templatesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'template' in value && typeof value.template === 'string' ? [value.template] : [];
  return [...own, ...Object.values(value).flatMap(templatesIn)];
}

/** A language that is half as long again, and shows what is not translated: it lacks the brackets. */
const longer = (templates: readonly string[]): MessageBundle =>
  Object.fromEntries(
    templates
      .filter((template) => template !== '')
      .map((template) => [template, `[${template.replace(/(\{\w+\}|`[^`]+`)|([aeiou])/g, '$1$2$2')}]`]),
  );

describe('a language of longer words', () => {
  const words = longer([...templatesOfThePage(), ...templatesIn(states)]);
  const show = (name: string): Promise<void> =>
    playground.page.evaluate(
      (message) =>
        new Promise((resolve) => {
          window.addEventListener('message', () => requestAnimationFrame(() => resolve()), { once: true });
          window.postMessage(JSON.parse(message), '*');
        }),
      JSON.stringify({ type: 'state', state: states[name], words }),
    );

  it('fits a panel of 400 px in every state', async () => {
    await playground.page.setViewportSize({ width: 400, height: 800 });
    await playground.open('plan: ready');
    const wide: string[] = [];
    for (const name of Object.keys(states)) {
      await show(name);
      const isWide = await playground.page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWide) wide.push(name);
    }
    expect(wide).toEqual([]);
  });

  it('is spoken by every heading, button and term of the page', async () => {
    await playground.page.setViewportSize({ width: 1000, height: 800 });
    await playground.open('plan: ready');
    const untranslated = new Set<string>();
    for (const name of Object.keys(states).filter((state) => !state.startsWith('hostile'))) {
      await show(name);
      const texts = await playground.page
        .locator(
          ':is(h2, h3, dt, thead th, legend, figcaption, .name, .chip, egress-button, kbd ~ egress-button)',
        )
        .allTextContents();
      for (const text of texts) if (!text.trim().startsWith('[')) untranslated.add(text.trim());
    }
    expect([...untranslated]).toEqual([]);
  });
});
