import * as vscode from 'vscode';
import { format } from '../../core/message.js';
import { text, words } from '../words.js';
import type { Row, RowIcon } from './row.js';

/** A row as VS Code wants it. A cluster's tooltip is made later, when somebody looks. */
export function treeItemOf(row: Row, extensionUri: vscode.Uri): vscode.TreeItem {
  const isLeaf = row.children === 'none' || (row.children !== 'cluster' && row.children.length === 0);
  const label = typeof row.label === 'string' ? row.label : text(row.label);
  const item = new vscode.TreeItem(
    label,
    isLeaf
      ? vscode.TreeItemCollapsibleState.None
      : row.startsOpen === true
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.Collapsed,
  );
  const bundle = words();
  item.id = row.id;
  item.contextValue = row.context;
  item.iconPath = iconOf(row.icon, extensionUri);
  if (row.description !== undefined) item.description = format(row.description, bundle);
  if (row.tooltip !== undefined) item.tooltip = format(row.tooltip, bundle);
  const described = item.description === undefined ? label : `${label}, ${String(item.description)}`;
  item.accessibilityInformation = { label: row.spoken === undefined ? described : text(row.spoken) };
  return item;
}

function iconOf(icon: RowIcon, extensionUri: vscode.Uri): NonNullable<vscode.TreeItem['iconPath']> {
  if (icon.kind === 'theme')
    return new vscode.ThemeIcon(
      icon.name,
      icon.color === undefined ? undefined : new vscode.ThemeColor(icon.color),
    );
  const file = (theme: string): vscode.Uri =>
    vscode.Uri.joinPath(extensionUri, 'media', 'icons', theme, `${icon.type}.svg`);
  return { light: file('light'), dark: file('dark') };
}
