import * as vscode from 'vscode';
import type { CurrentWorld } from './current-world.js';
import type { Emptiness } from './explorer/welcome.js';

export interface WalkthroughNeeds {
  readonly world: CurrentWorld;
  readonly emptiness: () => Emptiness;
  /** Ticks the walkthrough's first step. */
  readonly tick: () => void;
}

/**
 * Ticks "Choose an Azure" where one was chosen before the walkthrough opened. VS Code reads a walkthrough when its page
 * first opens, and a condition that is true by then never ticks its step (read in the source of 1.139): so ours comes true
 * only once a page is in sight that is no editor of a file, as the walkthrough's is. Answers what to call when the
 * tree has changed.
 */
export function walkthrough({ world, emptiness, tick }: WalkthroughNeeds): {
  readonly sync: () => void;
  dispose(): unknown;
} {
  let isTicked = false;
  const sync = (): void => {
    if (isTicked || !isPageInSight() || !isChosen(world.kind(), emptiness())) return;
    isTicked = true;
    tick();
  };
  const subscriptions = [
    vscode.window.tabGroups.onDidChangeTabs(sync),
    vscode.window.tabGroups.onDidChangeTabGroups(sync),
    world.onDidChange(sync),
  ];
  sync();
  return {
    sync,
    dispose: () => {
      for (const one of subscriptions) one.dispose();
    },
  };
}

/** The sandbox, or an Azure that was signed in to: it has been listed. */
const isChosen = (kind: ReturnType<CurrentWorld['kind']>, { kind: tree }: Emptiness): boolean =>
  kind === 'sandbox' || tree === 'filled' || tree === 'noClusters' || tree === 'noSubscriptions';

const isPageInSight = (): boolean =>
  vscode.window.tabGroups.all.some(
    ({ activeTab }) => activeTab !== undefined && activeTab.input === undefined,
  );
