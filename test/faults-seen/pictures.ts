import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/editor.mjs';
import type { Workbench } from '../e2e/workbench.js';

const folder = path.join(root, 'out', 'faults-seen');

/** Keeps what stands on the screen, to be looked at. */
export async function keep(window: Workbench, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name.replaceAll(/\W+/g, '-')}.png`);
  await window.page.screenshot({ path: file, animations: 'disabled' });
}
