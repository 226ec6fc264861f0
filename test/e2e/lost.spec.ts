import { expect, test } from './vscode.js';

test.afterEach(async ({ vscode }) => {
  await vscode.reset();
  await vscode.scenario('Tour');
});

test('a change whose request was lost is sent again only when the person says so, and then once', async ({
  vscode,
  sandbox,
}) => {
  await vscode.scenario('A change that never arrives');
  const planner = await vscode.plan('payments-prod');
  await planner.choose('userDefinedRouting');
  await planner.start();
  await expect(planner.section('run')).toContainText('no answer came');
  await expect(planner.section('run').locator('.azure')).toContainText('Not from Azure');
  expect(await sandbox.clusterPuts('payments-prod')).toEqual([]);
  await planner.press('Send it again…');
  await vscode.answer(/^/, 'Send Again');
  await expect(await planner.untilEnded()).toContainText('Done in');
  expect(await sandbox.clusterPuts('payments-prod')).toHaveLength(1);
});
