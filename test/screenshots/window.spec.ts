import path from 'node:path';
import { root } from '../../scripts/editor.mjs';
import { test, themes, type Workbench } from '../e2e/vscode.js';

const kinds = Object.keys(themes) as readonly (keyof typeof themes)[];

const keep = async (window: Workbench, name: string): Promise<void> => {
  await window.page.screenshot({
    path: path.join(root, 'out', 'screenshots', `${name}.png`),
    animations: 'disabled',
  });
};

for (const kind of kinds) {
  test(`side bar and Bicep file: ${kind}`, async ({ vscode }) => {
    await vscode.theme(kind);
    await vscode.sideBar();
    await keep(vscode, `side-bar-${kind}`);
    await vscode.open('wrong-egress.bicep');
    await keep(vscode, `bicep-${kind}`);
  });
}
