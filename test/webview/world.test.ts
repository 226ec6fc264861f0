import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { states } from '../../webview/playground/states/states.js';
import { openPlayground, type Playground } from './playground.js';

let playground: Playground;
beforeAll(async () => {
  playground = await openPlayground();
}, 60_000);
afterAll(() => playground.close());

const chips = () =>
  playground.page.evaluate(() =>
    [...document.querySelectorAll('.chip.is-sandbox')]
      .filter((chip) => {
        const { top, bottom, width } = chip.getBoundingClientRect();
        return width > 10 && top >= 0 && bottom <= window.innerHeight;
      })
      .map((chip) => chip.textContent.trim()),
  );

describe('the planner of a cluster in the sandbox', () => {
  const inSandbox = Object.keys(states).filter((name) => states[name]?.world.kind === 'sandbox');

  it.each([
    { width: 1000, height: 800 },
    { width: 320, height: 320 },
  ])('says so whatever section is in sight, at $width x $height', async (size) => {
    expect(inSandbox.length).toBeGreaterThan(2);
    await playground.page.setViewportSize(size);
    await playground.open(inSandbox[0]!);
    for (const name of inSandbox) {
      await playground.next(name);
      for (const { id } of states[name]!.rail) {
        await playground.page.locator(`.rail a[href="#${id}"]`).click();
        expect(await chips(), `${name}, ${id}`).toContain('Sandbox');
      }
    }
  });

  it('is never what a cluster in Azure looks like', async () => {
    for (const name of Object.keys(states).filter((one) => !inSandbox.includes(one))) {
      await playground.next(name);
      expect(await chips(), name).toEqual([]);
    }
  });
});
