import path from 'node:path';
import type { SectionId } from '../../src/wizard/state.js';
import { root } from '../../scripts/editor.mjs';
import { expect, test, themes, type Workbench } from '../e2e/vscode.js';

// Slow enough that a change under way tells a time that a person would meet.
test.use({ settings: { 'aksEgress.sandbox.speed': 20 } });

// Drawn to be looked at: nothing is compared. `npm run screenshots`, then look into out/screenshots/.
const kinds = Object.keys(themes) as readonly (keyof typeof themes)[];
const beforeStart: readonly SectionId[] = ['today', 'choose', 'configure', 'check', 'plan'];

for (const kind of kinds) {
  test(`side bar, planner and Bicep file: ${kind}`, async ({ vscode, sandbox }) => {
    const keep = keeper(vscode, kind);
    await vscode.theme(kind);
    await vscode.sideBar();
    await vscode.expand('Production');
    await expect(vscode.row('orders-prod')).toContainText('not as declared');
    await keep('side-bar-as-it-opens');
    await widenSideBar(vscode);
    await vscode.expand('ledger-prod');
    await expect(vscode.row(/^203\.0\.113\.50/)).toBeVisible();
    await keep('side-bar');

    const hold = await sandbox.addFault({ kind: 'hold', clusterId: await sandbox.clusterId('orders-prod') });
    const planner = await vscode.plan('orders-prod');
    await planner.choose('userAssignedNATGateway');
    for (const [index, id] of beforeStart.entries()) {
      await planner.show(id);
      await keep(`planner-${index + 1}-${id}`);
    }
    await planner.askToStart();
    await keep('planner-6-confirmation');
    await vscode.answer(/^/, 'Start in the Sandbox');
    await expect(planner.page.locator('section#run .azure li').first()).toBeVisible();
    await planner.show('run');
    await keep('planner-7-run');
    await sandbox.liftFault(hold);
    await planner.untilEnded();
    await planner.show('result');
    await keep('planner-8-result');

    const editor = await vscode.open('wrong-egress.bicep', 'ManagedNatGateway');
    await expect(editor.locator('.squiggly-error, .squiggly-warning').first()).toBeVisible();
    await expect(await vscode.hoverAtCaret()).toContainText('aks-');
    await keep('bicep');
  });
}

/** So that the rows' descriptions are read whole. */
async function widenSideBar({ page }: Workbench): Promise<void> {
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (edge === null || edge.width > 380) return;
  const [x, y] = [edge.x + edge.width + 1, edge.y + edge.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 90, y, { steps: 5 });
  await page.mouse.up();
}

const keeper =
  (window: Workbench, kind: string) =>
  async (name: string): Promise<void> => {
    await window.page.screenshot({
      path: path.join(root, 'out', 'screenshots', `${name}-${kind}.png`),
      animations: 'disabled',
    });
  };
