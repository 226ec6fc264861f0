import * as vscode from 'vscode';
import type { CurrentWorld } from '../current-world.js';
import { pagesInSight, rememberedPages, rememberPages, type PageMemory } from './pages.js';
import type { Planners } from './planners.js';

/** VS Code gives a page that it restores to us within this time of its coming into sight. */
export const graceInMs = 4000;

export interface DeadPagesNeeds {
  readonly planners: Planners;
  readonly world: CurrentWorld;
  readonly memory: PageMemory;
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
  const before = rememberedPages(memory);
  let remembered = '';
  const remember = (): void => {
    const pages = planners.pages();
    const titles = pages.map(({ title }) => title).join('\n');
    if (titles === remembered) return;
    remembered = titles;
    rememberPages(memory, pages);
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
  const isFed = ({ label }: vscode.Tab): boolean => planners.pages().some(({ title }) => title === label);
  const replaced = async (tab: vscode.Tab): Promise<void> => {
    const page = before.find(({ title }) => title === tab.label);
    await vscode.window.tabGroups.close(tab);
    if (page?.world === world.kind()) await planners.open(page.cluster);
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
