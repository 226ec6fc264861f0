import { expect, type FrameLocator, type Locator } from '@playwright/test';
import type { TargetKey } from '../../src/core/outbound-type.js';
import type { SectionId } from '../../src/wizard/state.js';
import type { Workbench } from './workbench.js';

/** The planner's page in the active editor, in a person's words. */
export class Planner {
  constructor(private readonly window: Workbench) {}

  get page(): FrameLocator {
    return this.window.webview();
  }

  section(id: SectionId): Locator {
    return this.page.locator(`section#${id}`);
  }

  /** The sentence that a section opens with. */
  answer(id: SectionId): Locator {
    return this.page.locator(`#${id}-answer`);
  }

  /** Waits until the cluster has been read. */
  async untilRead(): Promise<void> {
    await this.page.locator('input[type="radio"][name="outbound-type"]').first().waitFor();
  }

  choice(target: TargetKey): Locator {
    return this.page.locator(`#choice-${target.replace('/', '-')}`);
  }

  /** The card of a type, with what is said about it. */
  card(target: TargetKey): Locator {
    return this.page.locator('.card').filter({ has: this.choice(target) });
  }

  async choose(target: TargetKey): Promise<void> {
    await this.untilRead();
    await expect(async () => {
      await this.choice(target).check({ timeout: 1500 });
      await expect(this.choice(target)).toBeChecked({ timeout: 1500 });
    }).toPass();
  }

  /** Types the cluster's name, which is asked for where there is no way back. */
  async typeName(name: string): Promise<void> {
    await this.page.locator('#typed-name').getByRole('textbox').fill(name);
    await expect(this.page.getByText('The name matches.')).toBeVisible();
  }

  finding(ruleId: string): Locator {
    return this.page.locator('.finding').filter({ has: this.page.getByText(ruleId, { exact: true }) });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** The footer's one next act. */
  get next(): Locator {
    return this.page.locator('footer.footer egress-button[appearance="primary"]');
  }

  get footer(): Locator {
    return this.page.locator('footer.footer');
  }

  /** Goes to a section by the list of contents, and waits until it is in sight. */
  async show(id: SectionId): Promise<void> {
    await this.page.locator(`.rail a[href="#${id}"]`).click();
    await expect(this.answer(id)).toBeInViewport();
  }

  /** Asks for the start; answers VS Code's own dialog, which has sent nothing yet. */
  async askToStart(): Promise<Locator> {
    const dialog = this.window.dialog(/^/);
    await this.press('Review and start…');
    await dialog.waitFor();
    return dialog;
  }

  /** Starts the plan on the screen, and says yes in VS Code's own dialog. */
  async start(): Promise<void> {
    await this.askToStart();
    await this.window.answer(/^/, 'Start in the Sandbox');
  }

  /** Presses a button as soon as it can be pressed. */
  async press(name: string): Promise<void> {
    const button = this.button(name).first();
    await expect(button).not.toHaveAttribute('aria-disabled', 'true', { timeout: 15_000 });
    await button.click();
  }

  /** Waits for a run's end; answers the section that tells of it. */
  async untilEnded(): Promise<Locator> {
    const result = this.page.locator('section#result:not(.later)');
    await result.waitFor({ timeout: 30_000 });
    return result;
  }
}
