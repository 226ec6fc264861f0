import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import type { RunRecord } from '../../core/run-record.js';
import type { CurrentWorld } from '../current-world.js';
import type { Rooms } from '../rooms.js';
import { text } from '../words.js';
import { pagesInSight, rememberedPages, type PageMemory } from './pages.js';
import type { Planners } from './planners.js';
import { titlesOf } from './title.js';
import { clusterOf, isUnfinished } from './runs.js';
import { toldOf } from '../world-label.js';

/** Runs of this world that are not finished. The runner is loaded only when a look at the folder says so. */
export async function unfinishedRuns(rooms: Rooms, world: CurrentWorld): Promise<readonly RunRecord[]> {
  const kind = world.kind();
  if (kind === 'none' || !(await rooms.mayHaveUnfinishedRun(kind))) return [];
  const listed = await (await world.get()).runner.records();
  return listed.flatMap((run) => (run.kind === 'record' && isUnfinished(run.record) ? [run.record] : []));
}

/** Tells once of changes that are not finished; those whose page came back tell it themselves. */
export async function tellOfUnfinished(
  rooms: Rooms,
  world: CurrentWorld,
  { planners, memory }: { readonly planners: Planners; readonly memory: PageMemory },
): Promise<void> {
  // VS Code restores a page when it comes into sight, not before.
  const inSight = pagesInSight().map(({ label }) => label);
  const pages = rememberedPages(memory);
  const isOf = (label: string, run: RunRecord): boolean => {
    const page = pages.find(({ title }) => title === label);
    if (page === undefined) return titlesOf(clusterOf(run), run.world).includes(label);
    return page.cluster.id.toLowerCase() === run.clusterId.toLowerCase();
  };
  const runs = (await unfinishedRuns(rooms, world)).filter(
    (run) => !planners.isOpen(run.clusterId) && !inSight.some((label) => isOf(label, run)),
  );
  const [run, ...others] = runs;
  if (run === undefined) return;
  const resume = text(say('Resume Watching'));
  const open = text(say('Open'));
  const message =
    others.length === 0
      ? say(
          'The change of {cluster} is not finished. Azure goes on with what it was given; nothing is sent again unasked.',
          {
            cluster: run.clusterName,
          },
        )
      : say(
          'The changes of {clusters} are not finished. Azure goes on with what it was given; nothing is sent again unasked.',
          {
            clusters: runs.map(({ clusterName }) => clusterName),
          },
        );
  const chosen = await vscode.window.showInformationMessage(text(toldOf(run.world, message)), resume, open);
  if (chosen === undefined) return;
  for (const one of runs) {
    const session = await planners.open(clusterOf(one));
    if (chosen === resume && !session.isWatching)
      session.dispatch({ kind: 'intent', intent: { kind: 'resume' } });
  }
}
