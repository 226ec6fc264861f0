import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import { humanError } from '../errors.js';
import type { Row } from '../explorer/row.js';
import type { Host } from '../host.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { text } from '../words.js';
import { argumentOf } from './argument.js';
import { worldLabel } from '../world-label.js';

/** The cluster that a command is about; asked for where the call does not say. Undefined when the person gave up. */
export async function clusterFor(host: Host, argument: unknown): Promise<OpenedCluster | undefined> {
  const given = argumentOf(argument);
  if (given.kind === 'row' && given.row.cluster !== undefined) return given.row.cluster.opened;
  if (given.kind !== 'cluster') return pickCluster(host);
  const open = host.planners.clusterOf(given.clusterId);
  if (open !== undefined) return open;
  const wanted = given.clusterId.toLowerCase();
  const found = (await host.explorer.clusters()).find(
    ({ cluster }) => cluster?.listing.id.toLowerCase() === wanted,
  );
  if (found?.cluster === undefined)
    throw humanError(
      say('The cluster {id} is not in the list. Refresh the list, then try again.', { id: given.clusterId }),
    );
  return found.cluster.opened;
}

interface ClusterItem extends vscode.QuickPickItem {
  readonly cluster: OpenedCluster;
}

async function pickCluster(host: Host): Promise<OpenedCluster | undefined> {
  const items = host.explorer.clusters().then((rows) => {
    if (rows.length === 0) throw noCluster(host);
    return rows.flatMap((row) => itemOf(row) ?? []);
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: text(worldLabel(host.world.kind())),
    placeHolder: text(say('Choose a cluster')),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.cluster;
}

function itemOf({ label, description, cluster }: Row): ClusterItem | undefined {
  if (cluster === undefined) return undefined;
  const { opened } = cluster;
  return {
    label: typeof label === 'string' ? label : text(label),
    ...(description === undefined ? {} : { description: text(description) }),
    detail: `${opened.resourceGroup} · ${opened.subscriptionName ?? opened.subscriptionId}`,
    cluster: opened,
  };
}

/** Why there is nothing to choose from: the trouble itself where there was one, so that its way out is offered. */
function noCluster({ explorer }: Host): Error {
  const { trouble } = explorer;
  if (trouble !== undefined)
    return Object.assign(new Error(text(trouble.message)), { name: 'Trouble', problem: trouble });
  return humanError(say('There is no cluster to choose. The side bar AKS Egress tells why and what to do.'));
}
