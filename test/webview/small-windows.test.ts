import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPlayground, type Playground } from './playground.js';

let playground: Playground;
beforeAll(async () => {
  playground = await openPlayground();
}, 60_000);
afterAll(() => playground.close());
afterEach(() => {
  expect(playground.troubles()).toEqual([]);
});

/** CSS pixels: a window beside an open panel, a column of an editor that is split, a phone, 400 % zoom. */
const sizes = ['1000x436', '800x436', '620x760', '620x436', '480x700', '400x400', '320x320', '320x256'];
const size = (name: string) => {
  const [width = 0, height = 0] = name.split('x').map(Number);
  return { width, height };
};

const moments = [
  ['plan: ready', 'plan'],
  ['check: blocked', 'check'],
  ['plan: contradictory, name not typed', 'plan'],
  ['run: an answer was lost', 'run'],
  ['result: failed', 'result'],
  ['hostile: markup and endless words', 'check'],
] as const;

/** What is in sight, in CSS pixels: names of the contents, the next act, and what is left between them. */
const inSight = () =>
  playground.page.evaluate(() => {
    const { innerHeight: height, innerWidth: width } = window;
    const isWhole = (one: Element): boolean => {
      const { top, bottom, left, right } = one.getBoundingClientRect();
      const isDrawn = right - left > 2 && bottom - top > 2;
      return isDrawn && top >= 0 && left >= 0 && bottom <= height && right <= width;
    };
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const rail = box('.rail');
    const isBeside = rail !== undefined && rail.width < width;
    return {
      names: [...document.querySelectorAll('.rail-name')].filter(isWhole).length,
      acts: [...document.querySelectorAll('footer egress-button[appearance="primary"]')].filter(isWhole)
        .length,
      sentence: [...document.querySelectorAll('footer p')].filter(isWhole).length,
      room: ((box('footer')?.top ?? 0) - (isBeside ? 0 : (rail?.bottom ?? 0))) / height,
    };
  });

describe.each(sizes)('a window of %s', (name) => {
  beforeAll(async () => {
    await playground.page.setViewportSize(size(name));
    await playground.open('today: reading');
  });

  it.each(moments)('keeps contents and next act in sight in "%s" after a jump', async (state, section) => {
    await playground.next(state);
    await playground.page.locator(`.rail a[href="#${section}"]`).click();
    const { room, ...seen } = await inSight();
    expect(seen).toEqual({ names: 7, acts: 1, sentence: 1 });
    expect(room).toBeGreaterThan(0.55);
    const current = playground.page.locator('.rail [aria-current]');
    expect(await current.getAttribute('href')).toBe(`#${section}`);
  });
});

describe('contents whose names are longer than the window is wide', () => {
  it('keep the section that is read in sight', async () => {
    const { page } = playground;
    await page.setViewportSize({ width: 320, height: 320 });
    await playground.open('result: done');
    // As in a language with long words.
    await page.locator('.rail ol').evaluate((row) => {
      for (const name of row.querySelectorAll('.rail-name')) name.append(' in vielen Worten');
    });
    for (const section of ['today', 'result', 'configure']) {
      const link = page.locator(`.rail a[href="#${section}"]`);
      await link.click();
      await page.waitForFunction((id) => {
        const current = document.querySelector('.rail [aria-current]');
        const { left = -1, right = Infinity } = current?.getBoundingClientRect() ?? {};
        return current?.getAttribute('href') === `#${id}` && left >= 0 && right <= window.innerWidth;
      }, section);
    }
  });
});
