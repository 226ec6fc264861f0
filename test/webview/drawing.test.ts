import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { themes, type Theme } from '../../webview/playground/address.js';
import { states } from '../../webview/playground/states/states.js';
import { openPlayground, type Playground } from './playground.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const names = Object.keys(states);

declare global {
  interface Window {
    axe: {
      run(
        where: Document | { include: readonly Element[] },
        options: object,
      ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
    };
    /** Parts of pages that were looked at already, as they were. */
    seenParts?: Set<string>;
  }
}

let playground: Playground;
beforeAll(async () => {
  playground = await openPlayground();
}, 60_000);
afterAll(() => playground.close());

/** Accessibility rules that are broken in the page as it is, each with its first place. */
const violations = (where: 'whole page' | 'new parts'): Promise<readonly string[]> =>
  playground.page.evaluate(async (isWhole) => {
    // Most of a state was in another state already: what is new is enough to look at.
    const seen = (window.seenParts ??= new Set());
    const parts = [...document.querySelectorAll('[data-part]')].filter((part) => !seen.has(part.outerHTML));
    for (const part of parts) seen.add(part.outerHTML);
    if (!isWhole && parts.length === 0) return [];
    // Contrast takes most of the time, and is looked at in each theme by itself.
    const rules = isWhole
      ? {}
      : { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } };
    const { violations: found } = await window.axe.run(isWhole ? document : { include: parts }, {
      resultTypes: ['violations'],
      rules,
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, where === 'whole page');

/**
 * The texts of the page by what their colours come from: the chain of elements with their classes and states, never the
 * words. Asked for some of them, answers those that are hard to see, else all.
 */
const texts = (asked: readonly string[] | undefined): Promise<readonly string[]> =>
  playground.page.evaluate(async (wanted) => {
    const told = (one: Element): string =>
      [...one.attributes]
        .filter(({ name }) =>
          /^(class|appearance|open|disabled|hidden|aria-(?!label|describedby|labelledby|controls).*)$/.test(
            name,
          ),
        )
        .map(({ name, value }) => `${name}=${value}`)
        .filter((attribute) => !attribute.startsWith('class=vscode-'))
        .join(' ');
    const chain = (one: Element | null): string =>
      one === null ? '' : `${chain(one.parentElement)}>${one.tagName} ${told(one)}`;
    const hasText = (one: Element): boolean =>
      [...one.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim() !== '');
    const drawn = new Map<string, Element>();
    for (const one of document.body.querySelectorAll('*')) {
      if (!hasText(one) && !one.tagName.includes('-')) continue;
      const key = chain(one);
      if (!drawn.has(key)) drawn.set(key, one);
    }
    if (wanted === undefined) return [...drawn.keys()];
    const include = wanted.flatMap((key) => drawn.get(key) ?? []);
    if (include.length !== wanted.length) return ['a text is drawn in one theme and not in another'];
    const { violations: found } = await window.axe.run(
      { include },
      {
        runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
        resultTypes: ['violations'],
      },
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, asked);

/** A few states that have every kind of text between them, each with the kinds that are looked at in it. */
async function statesWithAllTexts(): Promise<ReadonlyMap<string, readonly string[]>> {
  const left = new Map<string, readonly string[]>();
  for (const name of names) {
    await playground.next(name);
    left.set(name, await texts(undefined));
  }
  const chosen = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const fresh = (name: string): readonly string[] => (left.get(name) ?? []).filter((key) => !seen.has(key));
  for (;;) {
    const best = names.reduce((most, name) => (fresh(name).length > fresh(most).length ? name : most));
    const found = fresh(best);
    if (found.length === 0) return chosen;
    chosen.set(best, found);
    for (const key of found) seen.add(key);
  }
}

describe('every state', () => {
  beforeAll(async () => {
    await playground.open(names[0]!);
    await playground.page.evaluate(axe);
  });

  it.each(names)('"%s" opens with its sections, breaks no accessibility rule and no policy', async (name) => {
    await playground.next(name);
    const { rail, cluster } = states[name]!;
    const { page } = playground;
    expect(await page.locator('h1').textContent()).toBe(cluster.name);
    expect(await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id))).toEqual(
      rail.map(({ id }) => id),
    );
    expect(await violations('new parts')).toEqual([]);
    expect(playground.troubles()).toEqual([]);
  });

  it.each(['today: reading', 'plan: contradictory, name half typed', 'result: failed'])(
    '"%s" is accessible as a whole',
    async (name) => {
      await playground.next(name);
      expect(await violations('whole page')).toEqual([]);
    },
  );

  it('is as accessible with its types in a table and all that folds unfolded', async () => {
    const { page } = playground;
    await playground.next('plan: ready');
    await page.getByText('Table', { exact: true }).click();
    await page.locator('summary').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
    expect(await violations('whole page')).toEqual([]);
    await page.getByText('Cards', { exact: true }).click();
  });

  describe('has enough contrast', () => {
    let chosen: ReadonlyMap<string, readonly string[]>;
    beforeAll(async () => {
      chosen = await statesWithAllTexts();
    }, 60_000);

    it.each(Object.keys(themes) as Theme[])(
      'in the theme %s',
      async (theme) => {
        const found: string[] = [];
        for (const [name, kinds] of chosen) {
          await playground.next(name, theme);
          found.push(...(await texts(kinds)).map((one) => `${name}: ${one}`));
        }
        expect(chosen.size).toBeGreaterThan(5);
        expect(found).toEqual([]);
      },
      60_000,
    );
  });
});

describe('a narrow panel', () => {
  beforeEach(() => playground.page.setViewportSize({ width: 400, height: 800 }));
  afterAll(() => playground.page.setViewportSize({ width: 1000, height: 800 }));

  it.each([400, 320])('of %i px never scrolls sideways, in no state', async (width) => {
    await playground.open(names[0]!);
    await playground.page.setViewportSize({ width, height: 800 });
    const wide: string[] = [];
    for (const name of names) {
      await playground.next(name);
      const isWide = await playground.page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWide) wide.push(name);
    }
    expect(wide).toEqual([]);
  });

  it.each([560, 700, 860])('of %i px leaves every column wide enough to read', async (width) => {
    await playground.page.setViewportSize({ width, height: 800 });
    await playground.open('plan: contradictory, name not typed');
    const widths = await playground.page
      .locator('.document, .card, .step-body, .footer p')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(240);
  });
});

describe('the page', () => {
  it('shows text from the state as text', async () => {
    await playground.open('hostile: markup and endless words');
    expect(await playground.page.locator('main img').count()).toBe(0);
    expect(await playground.page.locator('egress-link').count()).toBe(0);
    expect(playground.troubles()).toEqual([]);
  });

  it('draws no more of an endless diff than a person reads, and says how much is left', async () => {
    await playground.open('hostile: markup and endless words');
    const diff = playground.page.getByRole('region', { name: 'What step 1 sends' });
    expect(await diff.locator('ins').count()).toBe(200);
    expect(await diff.textContent()).toContain('2,800 more lines are in the diff editor.');
  });

  it('shows a short diff whole, and says of a long one that there is more and shows it', async () => {
    const { page } = playground;
    const seen = () =>
      page.getByRole('region', { name: 'What step 1 sends' }).evaluate((box) => ({
        lines: [...box.querySelectorAll('ins, del')].filter((line) => line.checkVisibility()).length,
        isCut: box.scrollHeight > box.clientHeight,
      }));
    await playground.open('plan: ready');
    expect((await seen()).isCut).toBe(false);
    expect(await page.locator('.diff summary').count()).toBe(0);
    await playground.open('hostile: markup and endless words');
    expect((await seen()).lines).toBe(24);
    await page.getByText('Show 176 more lines').first().click();
    expect(await seen()).toEqual({ lines: 200, isCut: false });
  });

  it("tells Azure's words of a failure once", async () => {
    await playground.open('result: failed');
    expect(
      await playground.page.getByText('SubnetNotAssociatedWithNATGateway', { exact: true }).count(),
    ).toBe(1);
    expect(await playground.page.locator('#run .now').count()).toBe(0);
  });

  it('tells the only step of a plan once, with all that Azure said of it', async () => {
    await playground.open('run: the only step waits');
    const run = playground.page.locator('#run');
    expect(await run.getByText('Change the outbound type').count()).toBe(1);
    expect(await run.getByText('429 TooManyRequests').count()).toBe(1);
    expect(await run.getByText('Step 1 of 1').count()).toBe(0);
    await playground.open('run: throttled');
    expect(await run.getByText('Change the outbound type').count()).toBe(2);
  });

  it('draws what runs as stripes, so that nobody takes it for a percentage', async () => {
    await playground.open('run: running');
    const piece = playground.page.locator('.bar .is-running');
    const drawn = await piece.evaluate((one) => {
      const { animationName, width } = getComputedStyle(one, '::before');
      return { animationName, isWhole: Number.parseFloat(width) >= one.clientWidth };
    });
    expect(drawn).toEqual({ animationName: 'march', isWhole: true });
  });

  it('stands still where motion is to be reduced', async () => {
    await playground.open('run: running');
    const turning = () =>
      playground.page
        .locator('.now .icon')
        .first()
        .evaluate((one) => getComputedStyle(one).animationName);
    expect(await turning()).toBe('turn');
    await playground.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await turning()).toBe('none');
    await playground.page.emulateMedia({ reducedMotion: null });
  });

  it('is at most 120 KiB, compressed', () => {
    const page = readFileSync(path.join(playground.folder, 'page.js'));
    expect(gzipSync(page).byteLength).toBeLessThanOrEqual(120 * 1024);
  });

  it('says Sandbox beside the name of the cluster, and only there where it is one', async () => {
    await playground.open('today: sandbox');
    expect(await playground.page.locator('.head').textContent()).toContain('Sandbox: nothing reaches Azure');
    await playground.next('today: a path that differs');
    expect(await playground.page.locator('.head').textContent()).not.toContain('Sandbox');
  });
});

describe('the playground', () => {
  it('lists every state and shows the chosen one in its frame, in the chosen theme', async () => {
    await playground.openShell();
    const { page } = playground;
    expect(
      await page.getByRole('navigation', { name: 'States' }).getByRole('link').allTextContents(),
    ).toHaveLength(names.length);
    await page.getByRole('link', { name: 'result: failed' }).click();
    await page.getByLabel('Theme').selectOption('hc-dark');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Step 2 failed; the cluster is unchanged' }).waitFor();
    expect(await frame.locator('body').getAttribute('data-vscode-theme-kind')).toBe('vscode-high-contrast');
    await frame.getByRole('button', { name: 'Read again' }).click();
    await page.getByRole('list', { name: 'Intents' }).getByText('{"kind":"refresh"}').waitFor();
  });
});
