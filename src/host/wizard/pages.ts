import * as vscode from 'vscode';
import type { OpenedCluster } from '../opened-cluster.js';
import type { World } from '../world.js';
import { keptIn } from './kept.js';
import { panelType } from './panel.js';

/** An open planner page. Its title is its own among all open ones, and all that a tab of another time tells. */
export interface Page {
  readonly world: World['kind'];
  readonly cluster: OpenedCluster;
  readonly title: string;
}

/** Of this workspace: which planners are open, for whoever comes after us. */
export type PageMemory = Pick<vscode.Memento, 'get' | 'update'>;

const memoryKey = 'planners';

export function rememberedPages(memory: PageMemory): readonly Page[] {
  const value = memory.get(memoryKey);
  if (!Array.isArray(value)) return [];
  return value.flatMap((opened: unknown) => {
    const kept = keptIn({ message: { opened } });
    if (kept === undefined || typeof opened !== 'object' || opened === null || !('title' in opened))
      return [];
    const { title } = opened;
    return typeof title === 'string' ? [{ world: kept.world, cluster: kept.cluster, title }] : [];
  });
}

export const rememberPages = (memory: PageMemory, pages: readonly Page[]): void =>
  void memory.update(memoryKey, pages);

/** Planner pages on top of their groups. */
export const pagesInSight = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap(({ activeTab }) =>
    activeTab?.input instanceof vscode.TabInputWebview && activeTab.input.viewType.endsWith(panelType)
      ? [activeTab]
      : [],
  );
