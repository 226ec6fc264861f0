import * as vscode from 'vscode';
import { format, say, type Message } from '../../core/message.js';
import { targetKeys, targetNames, type TargetKey } from '../../core/outbound-type.js';
import { humanError } from '../errors.js';
import { isUnreadable, type Summary } from '../look/look.js';
import type { Host } from '../host.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { openPortal } from '../wizard/hands.js';
import { text, words } from '../words.js';
import { nameOf, toldOf, worldLabel } from '../world-label.js';
import { argumentOf } from './argument.js';
import { clusterFor } from './pick-cluster.js';
import { targetIn } from './target-argument.js';

/** Opens the planner of a cluster, with the target of the call chosen where it names one. */
export async function changeOutboundType(host: Host, argument: unknown): Promise<void> {
  const cluster = await clusterFor(host, argument);
  if (cluster !== undefined) await host.planners.open(cluster, targetIn(argument));
}

/** A cluster's egress in words, freshly read, as a document. */
export async function showEgress(host: Host, argument: unknown): Promise<void> {
  const cluster = await clusterFor(host, argument);
  if (cluster === undefined) return;
  const summary = await readNow(host, cluster);
  const at = { world: worldLabel(host.world.kind()), time: host.timeOfDay(summary.readAtInMs) };
  const bundle = words();
  const { egressDocument } = await host.rooms.look();
  const lines = egressDocument(cluster, summary, at).map((line) => (line === '' ? '' : format(line, bundle)));
  const uri = host.documents.put(`${nameOf(host.world.kind(), cluster.name)} egress.md`, lines.join('\n'));
  await vscode.window.showTextDocument(uri, { preview: true });
}

/** One address of the tree, or all of a cluster, one a line. */
export async function copyAddresses(host: Host, argument: unknown): Promise<void> {
  const given = argumentOf(argument);
  if (given.kind === 'row' && given.row.address !== undefined) {
    await copied(
      host,
      given.row.address,
      say('Copied {address}', { address: given.row.address.replaceAll('\n', ', ') }),
    );
    return;
  }
  const cluster = await clusterFor(host, argument);
  if (cluster === undefined) return;
  const { addresses } = await readNow(host, cluster);
  if (isUnreadable(addresses))
    throw humanError(
      say('The addresses of {name} are not known: {because}', {
        name: cluster.name,
        because: addresses.because,
      }),
    );
  if (addresses.length === 0)
    throw humanError(say('{name} has no egress address of its own.', { name: cluster.name }));
  const all = addresses.map(({ address }) => address);
  await copied(host, all.join('\n'), say('Copied {addresses}', { addresses: all }));
}

interface TargetItem extends vscode.QuickPickItem {
  readonly key: TargetKey;
}

/** The plan to a chosen outbound type as az commands, by the planner's own session. */
export async function copyAzCommands(host: Host, argument: unknown): Promise<void> {
  const cluster = await clusterFor(host, argument);
  if (cluster === undefined) return;
  const isOpen = host.planners.isOpen(cluster.id);
  const session = await host.planners.session(cluster);
  await session.whenIdle();
  if (session.view().plan === undefined) {
    const items: readonly TargetItem[] = targetKeys.map((key) => ({
      key,
      label: text(targetNames[key]),
      description: key,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: text(worldLabel(host.world.kind())),
      placeHolder: text(say('The outbound type that {name} is to have', { name: cluster.name })),
      matchOnDescription: true,
    });
    if (picked === undefined) {
      if (!isOpen) host.planners.release(cluster.id);
      return;
    }
    session.dispatch({ kind: 'intent', intent: { kind: 'choose', target: picked.key } });
    await session.whenIdle();
  }
  if (session.view().plan === undefined) {
    await host.planners.open(cluster);
    throw humanError(say('There is no plan to this outbound type. The planner tells why.'));
  }
  session.dispatch({ kind: 'intent', intent: { kind: 'copy', what: 'azCommands' } });
  await session.whenIdle();
  if (!isOpen) host.planners.release(cluster.id);
}

/** The cluster's page in Azure's portal. */
export async function openInPortal(host: Host, argument: unknown): Promise<void> {
  const cluster = await clusterFor(host, argument);
  if (cluster !== undefined) await openPortal(cluster, await host.world.get());
}

async function readNow(host: Host, cluster: OpenedCluster): Promise<Summary> {
  const title = text(toldOf(host.world.kind(), say('Reading {name}', { name: cluster.name })));
  const location = vscode.ProgressLocation.Notification;
  const reading = await vscode.window.withProgress(
    { location, title, cancellable: true },
    async (_, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      const world = await host.world.get();
      return world.read({ id: cluster.id, tenantId: cluster.tenantId }, controller.signal);
    },
  );
  await host.explorer.accept(cluster.id, reading);
  const { summarize } = await host.rooms.look();
  return { ...summarize(reading), readAtInMs: Date.now() };
}

async function copied({ world }: Host, what: string, said: Message): Promise<void> {
  await vscode.env.clipboard.writeText(what);
  vscode.window.setStatusBarMessage(text(toldOf(world.kind(), said)), shownInMs);
}

const shownInMs = 4000;
