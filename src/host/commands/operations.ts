import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import type { Intent } from '../../wizard/intent.js';
import { humanError } from '../errors.js';
import type { Host } from '../host.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { clusterOf } from '../wizard/runs.js';
import { unfinishedRuns } from '../wizard/start-up.js';
import { text } from '../words.js';
import { argumentOf } from './argument.js';
import { clusterFor } from './pick-cluster.js';

/** Opens the planner of an operation that is not finished, and watches it again. */
export async function resumeOperation(host: Host, argument: unknown): Promise<void> {
  const cluster = await operationFor(host, argument);
  if (cluster === undefined) return;
  const session = await host.planners.open(cluster);
  await session.whenIdle();
  if (!session.isWatching) session.dispatch({ kind: 'intent', intent: { kind: 'resume' } });
}

/** Stops our watching; Azure goes on. */
export async function stopWatching(host: Host, argument: unknown): Promise<void> {
  await tell(host, argument, { kind: 'detach' });
}

/** Asks Azure to stop its work, after the planner's own question. */
export async function abortOperation(host: Host, argument: unknown): Promise<void> {
  await tell(host, argument, { kind: 'abort' });
}

async function tell(host: Host, argument: unknown, intent: Intent): Promise<void> {
  const cluster = await operationFor(host, argument);
  if (cluster === undefined) return;
  const session = await host.planners.open(cluster);
  await session.whenIdle();
  session.dispatch({ kind: 'intent', intent });
}

/** The cluster of an operation: the one named, the only one under way, or the one that is picked. */
async function operationFor(host: Host, argument: unknown): Promise<OpenedCluster | undefined> {
  if (argumentOf(argument).kind !== 'nothing') return clusterFor(host, argument);
  const watched = host.planners.watching().map(({ cluster }) => cluster);
  const kept = (await unfinishedRuns(host.rooms, host.world)).map(clusterOf);
  const all = [...new Map([...kept, ...watched].map((one) => [one.id.toLowerCase(), one])).values()];
  const [only, ...others] = all;
  if (only === undefined) throw humanError(say('No operation is under way.'));
  if (others.length === 0) return only;
  const items = all.map((cluster) => ({ label: cluster.name, description: cluster.resourceGroup, cluster }));
  const placeHolder = text(say('Choose an operation by its cluster'));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.cluster;
}
