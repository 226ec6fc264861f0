import type * as vscode from 'vscode';
import type { Row } from './row.js';

type Seen = Pick<
  vscode.TreeView<Row>,
  'onDidExpandElement' | 'onDidCollapseElement' | 'onDidChangeVisibility'
>;

/** Tells the explorer which rows a person can see, as far as VS Code tells it. */
export const followView = (
  view: Seen,
  explorer: {
    unfolded(row: Row): void;
    folded(row: Row): void;
    setVisible(isVisible: boolean): void;
  },
): readonly vscode.Disposable[] => [
  view.onDidExpandElement(({ element }) => explorer.unfolded(element)),
  view.onDidCollapseElement(({ element }) => explorer.folded(element)),
  view.onDidChangeVisibility(({ visible }) => explorer.setVisible(visible)),
];
