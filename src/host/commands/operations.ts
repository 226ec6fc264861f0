import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import type { RunRecord } from '../../core/run-record.js';
import { humanError } from '../errors.js';
import type { Host } from '../host.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { clusterOf } from '../wizard/runs.js';
import { unfinishedRuns } from '../wizard/start-up.js';
import { text } from '../words.js';
import { argumentOf } from './argument.js';
import { clusterFor } from './pick-cluster.js';
import { worldLabel } from '../world-label.js';

/** Opens the planner of an operation that is not finished, and watches it again. */
export async function resumeOperation(host: Host, argument: unknown): Promise<void> {
  const cluster = await operationFor(host, argument, () => unfinishedRuns(host.rooms, host.world));
  if (cluster === undefined) return;
  const session = await host.planners.open(cluster);
  await session.whenIdle();
  if (session.isWatching) return;
  const { run } = session.view();
  if (run === undefined)
    throw humanError(say('No operation of {name} is under way.', { name: cluster.name }));
  session.dispatch({ kind: 'intent', intent: { kind: 'resume' } });
}

/** Stops our watching; Azure goes on. No page is opened for it. */
export async function stopWatching(host: Host, argument: unknown): Promise<void> {
  const watched = host.planners.watching();
  const cluster = await operationFor(host, argument, () => Promise.resolve([]));
  const session = watched.find((one) => one.cluster.id.toLowerCase() === cluster?.id.toLowerCase());
  if (cluster !== undefined && session === undefined)
    throw humanError(say('This window does not watch an operation of {name}.', { name: cluster.name }));
  session?.dispatch({ kind: 'intent', intent: { kind: 'detach' } });
}

/** Asks Azure to stop its work, after the planner's own question. */
export async function abortOperation(host: Host, argument: unknown): Promise<void> {
  const cluster = await operationFor(host, argument, () => unfinishedRuns(host.rooms, host.world));
  if (cluster === undefined) return;
  const session = await host.planners.open(cluster);
  await session.whenIdle();
  const { run, footer } = session.view();
  const acts = [...(run?.acts ?? []), ...footer.others, ...(footer.next === undefined ? [] : [footer.next])];
  if (!acts.some((act) => 'intent' in act && act.intent.kind === 'abort' && act.disabled === undefined))
    throw humanError(say('Azure does nothing for {name} now that could be aborted.', { name: cluster.name }));
  session.dispatch({ kind: 'intent', intent: { kind: 'abort' } });
}

/** The cluster of an operation: the one named, the only one under way, or the one that is picked. */
async function operationFor(
  host: Host,
  argument: unknown,
  unwatched: () => Promise<readonly RunRecord[]>,
): Promise<OpenedCluster | undefined> {
  if (argumentOf(argument).kind !== 'nothing') return clusterFor(host, argument);
  const watched = host.planners.watching().map(({ cluster }) => cluster);
  const kept = (await unwatched()).map(clusterOf);
  const all = [...new Map([...kept, ...watched].map((one) => [one.id.toLowerCase(), one])).values()];
  const [only, ...others] = all;
  if (only === undefined) throw humanError(say('No operation is under way.'));
  if (others.length === 0) return only;
  const items = all.map((cluster) => ({ label: cluster.name, description: cluster.resourceGroup, cluster }));
  const title = text(worldLabel(host.world.kind()));
  const placeHolder = text(say('Choose an operation by its cluster'));
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.cluster;
}
