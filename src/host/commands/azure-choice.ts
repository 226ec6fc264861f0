import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import type { Host } from '../host.js';
import { text } from '../words.js';
import type { World } from '../world.js';
import { argumentOf } from './argument.js';
import { worldLabel } from '../world-label.js';

/** Chooses the Azure to work with, where the choice counts: a restricted workspace cannot choose one. */
export async function useAzure(kind: World['kind']): Promise<void> {
  const hasFolder = vscode.workspace.workspaceFolders !== undefined && vscode.workspace.isTrusted;
  const configuration = vscode.workspace.getConfiguration('aksEgress');
  const target = hasFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('azure', kind, target);
  await vscode.commands.executeCommand('aksEgress.clusters.focus');
}

interface TenantItem extends vscode.QuickPickItem {
  readonly tenantId: string | undefined;
}

/** Signs in, to the tenant of the row that asked for it or the one that is picked, and reads anew. */
export async function signIn(host: Host, argument: unknown): Promise<void> {
  const given = argumentOf(argument);
  const asked = given.kind === 'row' ? given.row.problem?.tenantId : undefined;
  const picked = asked === undefined ? await tenantFor(host) : { tenantId: asked };
  if (picked === undefined) return;
  const world = await host.world.get();
  await world.signIn(picked.tenantId);
  host.explorer.refresh();
}

/** Which tenant a sign-in is for: asked only where the list holds some that it could open. */
async function tenantFor(host: Host): Promise<Pick<TenantItem, 'tenantId'> | undefined> {
  const closed = await host.explorer.tenantsToSignIn();
  if (closed.length === 0) return { tenantId: undefined };
  // Where nothing else is listed, there is nothing to choose between.
  const [only, ...others] = closed;
  if (others.length === 0 && host.explorer.trouble !== undefined) return { tenantId: only?.id };
  const items: readonly TenantItem[] = [
    ...closed.map(({ id, name, account, problem }) => ({
      label: name === '' ? id : name,
      description: account,
      ...(problem === undefined ? {} : { detail: text(problem.message) }),
      tenantId: id,
    })),
    { label: text(say('Another account')), tenantId: undefined },
  ];
  return vscode.window.showQuickPick(items, {
    title: text(worldLabel(host.world.kind())),
    placeHolder: text(say('Choose the tenant to sign in to')),
  });
}

/** Everything, or the cluster whose row asked for it. */
export function refresh(host: Host, argument: unknown): void {
  const given = argumentOf(argument);
  const cluster = given.kind === 'row' ? given.row.cluster : undefined;
  if (cluster === undefined) host.explorer.refresh();
  else host.explorer.refreshCluster(cluster.listing.id);
}

interface ScenarioItem extends vscode.QuickPickItem {
  readonly name: string;
}

/** Starts the sandbox over with another scenario. */
export async function chooseScenario(host: Host): Promise<void> {
  const sandbox = await host.rooms.sandbox();
  const current = (await sandbox.scenario()).name;
  const items: readonly ScenarioItem[] = sandbox.scenarios.map(({ name, title, description }) => ({
    name,
    label: title,
    ...(name === current ? { description: text(say('current')) } : {}),
    detail: description,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: text(say('Choose what the sandbox starts with. It starts over; Azure is not touched.')),
    matchOnDetail: true,
  });
  if (picked !== undefined) await startOver(host, picked.name);
}

/** Starts the sandbox over with the same scenario. */
export async function resetSandbox(host: Host): Promise<void> {
  const sandbox = await host.rooms.sandbox();
  await startOver(host, (await sandbox.scenario()).name);
}

async function startOver(host: Host, scenario: string): Promise<void> {
  const yes = text(say('Start Over'));
  const chosen = await vscode.window.showWarningMessage(
    text(say('Start the sandbox over?')),
    {
      modal: true,
      detail: text(
        say(
          'All changes made in the sandbox are forgotten, and its open operations end as "sandbox reset". Azure is not touched.',
        ),
      ),
    },
    yes,
  );
  if (chosen !== yes) return;
  const isSandbox = host.world.kind() === 'sandbox';
  if (isSandbox) host.planners.closeAll();
  const sandbox = await host.rooms.sandbox();
  await sandbox.reset({ scenario, factor: host.settings.now().sandboxSpeed });
  if (isSandbox) host.explorer.refresh();
}
