import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import { text } from '../words.js';
import { toldOf } from '../world-label.js';
import type { Planners } from './planners.js';

/** One item, only while an operation is watched; a click opens its planner. */
export function statusBar(planners: Planners): { dispose(): void } {
  const item = vscode.window.createStatusBarItem('aksEgress.running', vscode.StatusBarAlignment.Left, 0);
  item.name = text(say('AKS Egress Operations'));
  const sync = (): void => {
    const [first, ...others] = planners.watching();
    if (first === undefined) {
      item.hide();
      return;
    }
    const { name, id } = first.cluster;
    const label = toldOf(
      first.world,
      others.length === 0
        ? say('Changing the egress of {name}', { name })
        : say('Changing the egress of {count} clusters', { count: others.length + 1 }),
    );
    item.text = `$(sync~spin) ${text(label)}`;
    item.tooltip = text(say('Open the planner'));
    item.accessibilityInformation = { label: text(label), role: 'button' };
    item.command = {
      command: 'aksEgress.changeOutboundType',
      title: text(say('Open the planner')),
      arguments: [{ clusterId: id }],
    };
    item.show();
  };
  const subscription = planners.onDidChange(sync);
  return {
    dispose: () => {
      subscription.dispose();
      item.dispose();
    },
  };
}
