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

const button = (name: string) => playground.page.getByRole('button', { name });
const activeId = () => playground.page.evaluate(() => document.activeElement?.id ?? '');

describe('an act', () => {
  it.each([
    ['today: reading failed', 'Open in portal', { kind: 'openPortal' }],
    ['today: signed out', 'Sign in', { kind: 'signIn' }],
    ['today: a path that differs', 'Read again', { kind: 'refresh' }],
    ['today: a path that differs', 'Copy addresses', { kind: 'copy', what: 'addresses' }],
    ['check: blocked', 'aks-cluster-busy', { kind: 'openRule', ruleId: 'aks-cluster-busy' }],
    ['plan: ready', 'Markdown', { kind: 'export', format: 'markdown' }],
    ['plan: ready', 'Whole body in the diff editor', { kind: 'openDiff', stepId: 'ranges' }],
    ['run: running', 'Abort in Azure…', { kind: 'abort' }],
    [
      'run: an answer was lost',
      'Send again',
      { kind: 'answer', question: 'repeat', stepId: 'switch', yes: true },
    ],
    [
      'run: an answer was lost',
      'Make a new plan',
      { kind: 'answer', question: 'repeat', stepId: 'switch', yes: false },
    ],
    ['run: nobody watches', 'Watch again', { kind: 'resume' }],
    ['result: failed', "Copy Azure's words", { kind: 'copy', what: 'refusal' }],
  ])('in "%s", "%s" is sent as it is', async (state, name, intent) => {
    await playground.open(state);
    await button(name).first().click();
    expect(await playground.intents()).toEqual([intent]);
  });

  it('is done by the keyboard as by the mouse', async () => {
    await playground.open('run: an answer was lost');
    await button('Send again').focus();
    await playground.page.keyboard.press('Enter');
    await playground.page.keyboard.press('Tab');
    await playground.page.keyboard.press('Space');
    expect(await playground.intents()).toEqual([
      { kind: 'answer', question: 'repeat', stepId: 'switch', yes: true },
      { kind: 'answer', question: 'repeat', stepId: 'switch', yes: false },
    ]);
  });

  it('that is not possible stays in reach, says why, and sends nothing', async () => {
    await playground.open('check: blocked');
    const start = button('Review and start… (not possible: 2 findings block it)');
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    await start.click({ force: true });
    await start.focus();
    await playground.page.keyboard.press('Enter');
    expect(await playground.intents()).toEqual([]);
  });
});

describe('a copy', () => {
  const signs = () => playground.page.locator('.copied').filter({ visible: true });

  it('is said beside each button that asked for it and to those who hear, once it was made', async () => {
    await playground.open('result: done');
    expect(await signs().count()).toBe(0);
    await playground.next('result: done, message copied');
    expect(await signs().allInnerTexts()).toEqual(['Copied', 'Copied']);
    const heard = await playground.page.locator('.planner > [role="status"]').allTextContents();
    expect(heard.at(-1)).toBe('The message for firewall owners is on the clipboard.');
    await playground.next('result: done');
    expect(await signs().count()).toBe(0);
  });
});

describe('the next act', () => {
  it('starts with the digest of the plan that is on the screen', async () => {
    await playground.open('plan: ready');
    await playground.nextAct.click();
    expect(await playground.intents()).toEqual([
      { kind: 'start', digest: '9f2b6c0d41e7a85530c1d4f6b7a8e9013f5c7d2b4a6e8f00112233445566778899' },
    ]);
  });

  it('is done by Ctrl+Enter from anywhere, and not when it is not possible', async () => {
    await playground.open('today: signed out');
    await playground.page.keyboard.press('Control+Enter');
    expect(await playground.intents()).toEqual([{ kind: 'signIn' }]);
    await playground.open('plan: changes are turned off');
    await playground.page.keyboard.press('Control+Enter');
    expect(await playground.intents()).toEqual([]);
  });

  it('is done once by a key that is held down', async () => {
    await playground.open('plan: ready');
    const { keyboard } = playground.page;
    await keyboard.down('Control');
    await keyboard.down('Enter');
    await keyboard.down('Enter');
    await keyboard.up('Enter');
    await keyboard.up('Control');
    expect((await playground.intents()).map(({ kind }) => kind)).toEqual(['start']);
  });

  it('that leads to a section brings it into view and puts the focus on its answer', async () => {
    await playground.open('check: blocked');
    await playground.page.keyboard.press('Control+Enter');
    expect(await activeId()).toBe('check-answer');
    const top = await playground.page.locator('#check').evaluate((one) => one.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(1);
    expect(await playground.page.locator('nav [aria-current]').getAttribute('href')).toBe('#check');
    expect(await playground.intents()).toEqual([]);
  });

  it.each([
    ['plan: contradictory, name not typed', 'Type the name of the cluster to go on'],
    ['configure: a value that cannot be sent', 'Addresses'],
  ])('of "%s" puts the caret into the field and the field into sight', async (state, label) => {
    await playground.open(state);
    await playground.nextAct.click();
    const field = playground.page.getByRole('textbox', { name: label });
    expect(await field.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
    const { top, bottom } = await field.evaluate((one) => {
      const box = one.getBoundingClientRect();
      const footer = document.querySelector('footer')?.getBoundingClientRect();
      return { top: box.top, bottom: (footer?.top ?? 0) - box.bottom };
    });
    expect(Math.min(top, bottom)).toBeGreaterThan(0);
    expect(await playground.intents()).toEqual([]);
  });
});

describe('choosing', () => {
  it('by mouse takes the whole card, but not its link', async () => {
    await playground.open('choose: nothing chosen');
    const card = (name: string) => playground.page.locator('.card').filter({ hasText: name });
    await card('Your firewall or appliance').locator('.strip').click();
    await card('Blocked outbound')
      .locator('egress-link')
      .evaluate((link) => {
        link.addEventListener('click', (event) => event.preventDefault());
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      });
    expect(await playground.intents()).toEqual([{ kind: 'choose', target: 'userDefinedRouting' }]);
  });

  it('by arrow keys goes from type to type', async () => {
    await playground.open('choose: userDefinedRouting');
    await playground.page.getByRole('radio', { name: 'Your firewall or appliance' }).focus();
    await playground.page.keyboard.press('ArrowDown');
    await playground.page.keyboard.press('ArrowDown');
    expect(await playground.intents()).toEqual([
      { kind: 'choose', target: 'none' },
      { kind: 'choose', target: 'block' },
    ]);
  });

  it('shows the click until the host answers, and then what the host says', async () => {
    await playground.open('choose: userDefinedRouting');
    const none = playground.page.getByRole('radio', { name: 'No outbound path' });
    await none.check();
    await playground.page.mouse.wheel(0, 900);
    await playground.page.waitForFunction(
      () => document.querySelector('nav [aria-current]')?.getAttribute('href') !== '#choose',
    );
    expect(await none.isChecked()).toBe(true);
    await playground.next('plan: ready');
    expect(await none.isChecked()).toBe(false);
    expect(await playground.page.getByRole('radio', { name: 'Your own NAT gateway' }).isChecked()).toBe(true);
  });

  it('works in the table as well, and the table stays through a reload', async () => {
    await playground.open('choose: nothing chosen');
    await playground.page.getByText('Table', { exact: true }).click();
    await playground.page.reload();
    await playground.page.getByRole('radio', { name: 'Load balancer' }).check();
    expect(await playground.page.locator('.card').count()).toBe(0);
    expect(await playground.intents()).toEqual([{ kind: 'choose', target: 'loadBalancer' }]);
  });
});

describe('typing', () => {
  const minutes = () => playground.page.getByRole('textbox', { name: 'Idle timeout' });

  it('is sent when it pauses, as typed, once', async () => {
    await playground.open('choose: loadBalancer');
    await minutes().fill('');
    await minutes().pressSequentially('2x');
    await playground.page.waitForFunction(() => window.heardIntents.some(({ kind }) => kind === 'configure'));
    expect(await playground.intents()).toEqual([
      { kind: 'configure', option: 'idleTimeoutInMinutes', value: '2x' },
    ]);
  });

  it('is sent at once when the field is left, and before the next act', async () => {
    await playground.open('plan: contradictory, name typed');
    const name = playground.page.getByRole('textbox', { name: 'Type the name of the cluster to go on' });
    await name.fill('shop-tes');
    await playground.page.keyboard.press('Control+Enter');
    expect((await playground.intents()).map(({ kind }) => kind)).toEqual(['typeName']);
    await playground.next('plan: ready');
    expect((await playground.intents()).map(({ kind }) => kind)).toEqual(['typeName', 'start']);
    await playground.next('plan: contradictory, name typed');
    expect((await playground.intents()).map(({ kind }) => kind)).toEqual(['typeName', 'start']);
  });

  it('of the name goes on by Enter once the host says that it matches, and not before', async () => {
    await playground.open('plan: contradictory, name not typed');
    const name = playground.page.getByRole('textbox', { name: 'Type the name of the cluster to go on' });
    await name.fill('shop-t');
    await name.press('Enter');
    await playground.next('plan: contradictory, name half typed');
    expect((await playground.intents()).map(({ kind }) => kind)).toEqual(['typeName']);
    await name.fill('shop-test');
    await name.press('Enter');
    await playground.next('plan: contradictory, name typed');
    expect((await playground.intents()).map(({ kind }) => kind)).toEqual(['typeName', 'typeName', 'start']);
    await name.press('Enter');
    expect((await playground.intents()).at(-1)).toMatchObject({ kind: 'start' });
  });

  it('keeps caret and text while states arrive, and takes the state’s value once it is left', async () => {
    await playground.open('choose: loadBalancer');
    await minutes().fill('1204');
    await minutes().press('ArrowLeft');
    await minutes().press('ArrowLeft');
    await playground.next('configure: a value that cannot be sent');
    expect(await minutes().inputValue()).toBe('1204');
    expect(await minutes().evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(2);
    await playground.page.keyboard.press('Tab');
    await playground.next('choose: loadBalancer');
    expect(await minutes().inputValue()).toBe('30');
  });

  it('that cannot be sent is said to those who see it and to those who hear it', async () => {
    await playground.open('configure: a value that cannot be sent');
    const field = playground.page.getByRole('textbox', { name: 'Addresses' });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-description')).toBe(
      'Azure takes 1 to 100 addresses. 1 to 100. Today: 2.',
    );
    expect(await playground.page.locator('#configure .problem').innerText()).toBe(
      'Azure takes 1 to 100 addresses.',
    );
    await playground.next('choose: loadBalancer');
    expect(await field.getAttribute('aria-invalid')).toBe('false');
  });
});
