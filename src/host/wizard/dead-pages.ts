import * as vscode from 'vscode';
import type { OpenedCluster } from '../opened-cluster.js';
import type { CurrentWorld } from '../current-world.js';
import { keptIn } from './kept.js';
import { panelType } from './panel.js';
import type { Planners } from './planners.js';
import { titleOf } from './title.js';

/** VS Code gives a page that it restores to us within this time of its coming into sight. */
export const graceInMs = 4000;
const memoryKey = 'planners';

export interface DeadPagesNeeds {
  readonly planners: Planners;
  readonly world: CurrentWorld;
  /** Of this workspace: which planners are open, for whoever comes after us. */
  readonly memory: Pick<vscode.Memento, 'get' | 'update'>;
  readonly guard: (what: string, work: () => Promise<void>) => Promise<void>;
  readonly later: (work: () => void, delayInMs: number) => { dispose(): unknown };
}

/**
 * A page outlives an extension host that was killed: VS Code starts a new one and leaves the page as a picture
 * that nobody feeds. Such a page in sight is closed, and the planner of its cluster opened in its place.
 */
export function replaceDeadPages({ planners, world, memory, guard, later }: DeadPagesNeeds): {
  dispose(): unknown;
} {
  const before = openedIn(memory.get(memoryKey));
  let remembered = '';
  const remember = (): void => {
    const opened = planners.opened();
    const ids = opened.map(({ id }) => id).join('\n');
    if (ids === remembered) return;
    remembered = ids;
    const kind = world.kind();
    void memory.update(
      memoryKey,
      opened.map((cluster) => ({ world: kind, cluster })),
    );
  };
  const waiting = new Map<vscode.Tab, { dispose(): unknown }>();
  const look = (): void => {
    for (const tab of pagesInSight()) {
      if (waiting.has(tab) || isFed(tab)) continue;
      const replace = (): void => {
        waiting.delete(tab);
        if (tab.isActive && !isFed(tab)) void guard('dead page', () => replaced(tab));
      };
      waiting.set(tab, later(replace, graceInMs));
    }
  };
  const titles = (clusters: readonly OpenedCluster[]): readonly string[] =>
    clusters.map((cluster) => titleOf(cluster, world.kind()));
  const isFed = ({ label }: vscode.Tab): boolean => titles(planners.opened()).includes(label);
  const replaced = async (tab: vscode.Tab): Promise<void> => {
    const cluster = before.find((one) => titleOf(one, world.kind()) === tab.label);
    await vscode.window.tabGroups.close(tab);
    if (cluster !== undefined) await planners.open(cluster);
  };
  const subscriptions = [
    planners.onDidChange(remember),
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
  ];
  look();
  return {
    dispose: () => {
      for (const one of [...subscriptions, ...waiting.values()]) one.dispose();
    },
  };
}

const openedIn = (value: unknown): readonly OpenedCluster[] =>
  Array.isArray(value)
    ? value.flatMap((opened: unknown) => keptIn({ message: { opened } })?.cluster ?? [])
    : [];

/** Planner pages on top of their groups. */
export const pagesInSight = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap(({ activeTab }) =>
    activeTab?.input instanceof vscode.TabInputWebview && activeTab.input.viewType.endsWith(panelType)
      ? [activeTab]
      : [],
  );
