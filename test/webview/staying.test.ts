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

const inView = () => playground.page.locator('nav [aria-current]').getAttribute('href');
const focusedPart = () =>
  playground.page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part'));

describe('the focus', () => {
  it('stays on the same control through a redraw', async () => {
    await playground.open('plan: ready');
    const rule = playground.page.getByRole('button', { name: 'aks-connections-drop' });
    await rule.focus();
    await playground.next('check: blocked');
    expect(await playground.page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
      'aks-connections-drop',
    );
  });

  it('stays in its part of the page when its control goes', async () => {
    await playground.open('run: an answer was lost');
    await playground.page.getByRole('button', { name: 'Send again' }).focus();
    await playground.next('run: running');
    expect(await focusedPart()).toBe('run');
    await playground.open('today: signed out');
    await playground.page.locator('#today').getByRole('button', { name: 'Sign in' }).focus();
    await playground.next('today: reading');
    expect(await focusedPart()).toBe('today');
  });

  it('stays in the footer when the next act goes', async () => {
    await playground.open('plan: ready');
    await playground.nextAct.focus();
    await playground.next('run: running');
    expect(await focusedPart()).toBe('footer');
  });
});

describe('what is in view', () => {
  it('is the run when it begins, and the result when there is one', async () => {
    await playground.open('plan: ready');
    expect(await inView()).toBe('#today');
    await playground.next('run: running');
    expect(await inView()).toBe('#run');
    await playground.next('result: done');
    expect(await inView()).toBe('#result');
  });

  it('is the run, and not the line below it, when the end of the page is in sight', async () => {
    await playground.page.setViewportSize({ width: 1000, height: 1300 });
    await playground.open('run: running');
    await playground.page.evaluate(() => window.scrollTo(0, 100));
    await playground.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await playground.page.waitForFunction(
      () =>
        window.scrollY > 0 &&
        window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2,
    );
    await expect.poll(inView).toBe('#run');
    await playground.page.getByRole('link', { name: 'Result' }).click();
    expect(await inView()).toBe('#result');
    await playground.page.setViewportSize({ width: 1000, height: 800 });
  });

  it('does not move when the state of a run changes under a reader', async () => {
    await playground.open('run: running');
    await playground.page.getByRole('link', { name: 'Choose' }).click();
    await playground.next('run: throttled');
    expect(await inView()).toBe('#choose');
  });
});

describe('the live region', () => {
  it('says a step and Azure’s newest word once, and is silent when only the time moves on', async () => {
    await playground.open('run: running');
    const spoken = await playground.page.evaluate(() => {
      const region = document.querySelector('.planner > [role="status"]');
      const heard: string[] = [];
      if (region === null) return heard;
      new MutationObserver(() => heard.push(region.textContent)).observe(region, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      Object.assign(window, { heardWords: heard });
      return [region.textContent];
    });
    expect(spoken).toEqual(['Step 2 of 2: Change the outbound type. Azure says ProvisioningControlPlane.']);
    await playground.next('run: running, in the sandbox');
    await playground.next('result: done');
    const heard = await playground.page.evaluate(
      () => Reflect.get(window, 'heardWords') as readonly string[],
    );
    expect(heard).toEqual(['Done in 5 min 30 s: all three pools leave from 198.51.100.40/30']);
  });
});

describe('a reload', () => {
  it('shows the last picture before the host has answered', async () => {
    await playground.open('result: done');
    expect(await playground.page.evaluate(() => window.drawnBeforeAnswer)).toBe(false);
    await playground.page.reload();
    await playground.page.locator('h1').waitFor();
    await playground.page.waitForFunction(() => window.drawnBeforeAnswer !== undefined);
    expect(await playground.page.evaluate(() => window.drawnBeforeAnswer)).toBe(true);
  });

  it('asks the host for its picture', async () => {
    await playground.open('plan: ready');
    expect(await playground.page.evaluate(() => window.heardIntents[0])).toEqual({ kind: 'ready' });
  });

  it.each([
    ['of another version', { message: { type: 'state', state: { version: 0 } } }],
    ['that cannot be drawn', { message: { type: 'state', state: { version: 1 } }, layout: 'pie' }],
    ['that is none', 'nonsense'],
  ])('with a picture %s waits for the host', async (_, kept) => {
    await playground.open('plan: ready');
    await playground.page.evaluate((value) => history.replaceState(value, ''), kept);
    await playground.page.reload();
    await playground.page.locator('h1').waitFor();
    expect(await playground.page.locator('h1').textContent()).toBe('payments-prod');
    expect(await playground.page.locator('.card').count()).toBe(7);
  });
});

describe('a message that is not a state', () => {
  it.each([null, 7, {}, { type: 'state' }, { type: 'state', state: { version: 2 } }])(
    '(%j) changes nothing',
    async (message) => {
      await playground.open('plan: ready');
      await playground.page.evaluate((data) => window.postMessage(data, '*'), message);
      await playground.next('run: running');
      expect(await playground.page.locator('h1').textContent()).toBe('payments-prod');
    },
  );
});
