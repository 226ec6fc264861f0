import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until.js';

const plannerTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('aksEgress.planner'),
    ),
  );

const clusterId =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/none/providers/Microsoft.ContainerService/managedClusters/none';

describe('the planner in a real extension host', () => {
  it('does not open for a cluster that nobody knows, and says so without a crash', async () => {
    await vscode.commands.executeCommand('aksEgress.changeOutboundType', { clusterId });
    await vscode.commands.executeCommand('aksEgress.showEgress', { clusterId });
    await vscode.commands.executeCommand('aksEgress.clusters.focus');
    assert.deepEqual(plannerTabs(), []);
  });

  it('is not opened by anybody but a person', async () => {
    await until(
      'the extension',
      () => vscode.extensions.getExtension('aks-egress.aks-egress')?.isActive === true,
    );
    assert.deepEqual(plannerTabs(), []);
  });
});
