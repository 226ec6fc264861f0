import * as vscode from 'vscode';

/** Stands here until the host's features are joined: the side bar exists, and has nothing to show yet. */
export function activate(context: vscode.ExtensionContext): void {
  const nothing: vscode.TreeDataProvider<never> = { getChildren: () => [], getTreeItem: (item) => item };
  context.subscriptions.push(vscode.window.registerTreeDataProvider('aksEgress.clusters', nothing));
}

export function deactivate(): void {
  // Everything that was registered is disposed of through the context.
}
