import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runsFolder } from '../../src/host/node/run-files.js';
import type { SandboxBehind } from '../e2e/sandbox.js';
import { expect, test, type Editor, type Workbench } from '../e2e/vscode.js';
import { openWindow } from '../e2e/workbench.js';
import { keep } from './pictures.js';

// What a person sees where the host, a second window or the journal's file is in the way in the middle of a change.
test.use({ settings: { 'aksEgress.sandbox.speed': 25 } });

const cluster = 'payments-prod';
const isDone = 'Done in';

/** A change that Azure is at work on until the fault is lifted; answers its id. */
async function inTheMiddle(vscode: Workbench, sandbox: SandboxBehind): Promise<string> {
  const hold = await sandbox.addFault({ kind: 'hold', clusterId: await sandbox.clusterId(cluster) });
  const planner = await vscode.plan(cluster);
  await planner.choose('userDefinedRouting');
  await planner.start();
  await expect(planner.page.locator('section#run .azure li').first()).toBeVisible();
  return hold;
}

const taken = async (sandbox: SandboxBehind) =>
  (await sandbox.clusterPuts(cluster)).filter(({ accepted }) => accepted).length;

/** Cuts the files of the unfinished run in the middle: the newest generation, or the one before too. */
function tear({ running }: Editor, pattern: RegExp): number {
  const folder = runsFolder(
    path.join(running.data, 'data', 'User', 'globalStorage', 'aks-egress.aks-egress'),
  );
  const files = readdirSync(folder).filter((name) => pattern.test(name));
  for (const name of files) {
    const file = path.join(folder, name);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
  }
  return files.length;
}

test('host stopped mid-way', async ({ vscode, sandbox }) => {
  const hold = await inTheMiddle(vscode, sandbox);
  await vscode.reload();
  const again = await vscode.planner(cluster);
  await expect(again.section('run')).toContainText(/under way|waits|watches/);
  await expect(() => again.show('run')).toPass();
  await keep(vscode, 'host stopped mid-way-1');
  await sandbox.liftFault(hold);
  await expect(await again.untilEnded()).toContainText(isDone);
  await expect(() => again.show('result')).toPass();
  await keep(vscode, 'host stopped mid-way-2');
  expect(await taken(sandbox)).toBe(1);
});

test('a second window resuming the same run', async ({ vscode, sandbox, editor, browser }) => {
  const hold = await inTheMiddle(vscode, sandbox);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const other = await openWindow(page, editor.running.url);
    const there = await other.plan(cluster);
    await expect(there.section('run')).toContainText(/under way|waits|watches/);
    await expect(() => there.show('run')).toPass();
    await keep(other, 'a second window-1');
    await sandbox.liftFault(hold);
    await expect(await there.untilEnded()).toContainText(isDone);
    await keep(other, 'a second window-2');
    await expect(await (await vscode.planner(cluster)).untilEnded()).toContainText(isDone);
  } finally {
    await page.close();
  }
  expect(await taken(sandbox)).toBe(1);
});

test('a torn journal file', async ({ vscode, sandbox, editor }) => {
  const hold = await inTheMiddle(vscode, sandbox);
  expect(tear(editor, /[.]json$/)).toBe(1);
  await vscode.reload();
  const again = await vscode.planner(cluster);
  await expect(() => again.show('run')).toPass();
  await keep(vscode, 'a torn journal file-1');
  await sandbox.liftFault(hold);
  await expect(await again.untilEnded()).toContainText(isDone);
  expect(await taken(sandbox)).toBe(1);
});

test('a journal file that cannot be read at all', async ({ vscode, sandbox, editor }) => {
  const hold = await inTheMiddle(vscode, sandbox);
  expect(tear(editor, /[.]json([.]bak)?$/)).toBe(2);
  await vscode.reload();
  const again = await vscode.planner(cluster);
  await expect(again.section('run')).toContainText('The record of an earlier run cannot be read');
  await expect(again.button('Give up this run…').first()).toBeVisible();
  await expect(() => again.show('run')).toPass();
  await keep(vscode, 'a journal file that cannot be read-1');
  await again.press('Give up this run…');
  await vscode.answer(/^/, 'Give Up the Run');
  await sandbox.liftFault(hold);
  await expect(again.section('run')).not.toContainText('cannot be read');
  expect(await taken(sandbox)).toBe(1);
});
