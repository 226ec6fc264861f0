import * as vscode from 'vscode';
import { say } from '../core/message.js';
import { registerCommands, type LoadCommands } from './commands/register.js';
import { watchSettings, type CurrentSettings } from './current-settings.js';
import { watchWorld } from './current-world.js';
import { BicepChecks } from './diagnostics/bicep-checks.js';
import { bicepSelector } from './diagnostics/documents.js';
import { hovers } from './diagnostics/hover.js';
import { quickFixes } from './diagnostics/quick-fixes.js';
import { guarded, type WaysOn } from './errors.js';
import { Explorer, viewId } from './explorer/explorer.js';
import { followView } from './explorer/follow-view.js';
import { isSignIn } from './explorer/problem-row.js';
import { followWatched } from './explorer/watched-rows.js';
import { contextOf, type Emptiness } from './explorer/welcome.js';
import { openLog, type Log } from './log.js';
import type { Rooms } from './rooms.js';
import { showRulePage } from './rule-page.js';
import { walkthrough } from './walkthrough.js';
import { replaceDeadPages } from './wizard/dead-pages.js';
import { Documents } from './wizard/documents.js';
import { panelType } from './wizard/panel.js';
import { Planners } from './wizard/planners.js';
import { tellOfUnfinished } from './wizard/start-up.js';
import { statusBar } from './wizard/status-bar.js';
import { text } from './words.js';

/** What the other rooms need of the host before they are loaded. */
export interface RoomsNeeds {
  readonly settings: CurrentSettings;
  readonly log: Log;
  readonly isTrusted: () => boolean;
}

/** Registers every feature. Nothing is loaded, asked or read before somebody uses it. */
export function activateHost(
  context: Pick<vscode.ExtensionContext, 'subscriptions' | 'extensionUri' | 'workspaceState'>,
  roomsFor: (needs: RoomsNeeds) => Rooms,
  loadCommands: LoadCommands,
): void {
  const { subscriptions, extensionUri, workspaceState } = context;
  const log = openLog(subscriptions);
  const settings = watchSettings(subscriptions);
  const rooms = roomsFor({ settings, log, isTrusted: () => vscode.workspace.isTrusted });
  const world = watchWorld(rooms, settings, subscriptions);
  const ways: WaysOn = {
    log,
    signIn: () => vscode.commands.executeCommand('aksEgress.signIn'),
    world: () => world.kind(),
  };

  const tree = { emptiness: { kind: 'reading' } as Emptiness };
  const explorer = new Explorer({
    world,
    log,
    extensionUri,
    timeOfDay,
    looking: () => rooms.look(),
    now: () => Date.now(),
    isWatched: (clusterId) =>
      planners.watching().some(({ cluster }) => cluster.id.toLowerCase() === clusterId.toLowerCase()),
    onEmptiness: (why) => {
      tree.emptiness = why;
      void setContext('tree', contextOf(why));
      tellWorld();
      steps.sync();
    },
  });
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: explorer, showCollapseAll: true });
  const tellWorld = (): void => {
    const isSandbox = world.kind() === 'sandbox';
    void setContext('world', world.kind());
    view.title = text(isSandbox ? say('Clusters (Sandbox)') : say('Clusters'));
    // A message would hide the welcome views, so it stands above rows only.
    view.message =
      isSandbox && tree.emptiness.kind === 'filled' ? text(say('Sandbox: nothing here reaches Azure.')) : '';
  };
  const steps = walkthrough({
    world,
    emptiness: () => tree.emptiness,
    tick: () => void setContext('isAzureChosen', true),
  });
  void setContext('tree', contextOf(tree.emptiness));
  tellWorld();

  const documents = new Documents();
  const showRule = (ruleId: string): Promise<void> => showRulePage(extensionUri, ruleId);
  const planners = new Planners({
    rooms,
    world,
    settings,
    extensionUri,
    timeOfDay,
    hands: {
      documents,
      log,
      digest: (one) => rooms.digest(one),
      showRule,
      guard: (what, work) => guarded(what, work, ways),
    },
    onRead: (clusterId, reading) => void explorer.accept(clusterId, reading),
    onRunReturned: (clusterId) => explorer.refreshCluster(clusterId),
  });

  const bicep = new BicepChecks({ room: () => rooms.bicep(), settings, log });
  const host = { rooms, world, settings, log, explorer, planners, documents, bicep, extensionUri, timeOfDay };
  subscriptions.push(
    explorer,
    view,
    ...followView(view, explorer),
    documents,
    planners,
    steps,
    statusBar(planners),
    replaceDeadPages({
      planners,
      world,
      memory: workspaceState,
      guard: (what, work) => guarded(what, work, ways),
      later: (work, delayInMs) => {
        const timer = setTimeout(work, delayInMs);
        return { dispose: () => clearTimeout(timer) };
      },
    }),
    bicep,
    ...registerCommands(host, loadCommands, ways),
    vscode.languages.registerCodeActionsProvider(bicepSelector, quickFixes(bicep), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.languages.registerHoverProvider(
      bicepSelector,
      hovers(bicep, () => rooms.bicep()),
    ),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (panel, state: unknown) =>
        guarded('restore', () => planners.restore(panel, state), ways),
    }),
    planners.onDidChange(() => void setContext('isWatching', planners.watching().length > 0)),
    followWatched(planners, (clusterId) => explorer.redraw(clusterId)),
    world.onDidChange(() => {
      tellWorld();
      explorer.refresh();
    }),
    vscode.authentication.onDidChangeSessions(() => {
      const { emptiness: why } = tree;
      if (why.kind === 'signedOut' || (why.kind === 'trouble' && isSignIn(why.problem))) explorer.refresh();
    }),
  );
  void guarded('start-up', () => tellOfUnfinished(rooms, world, { planners, memory: workspaceState }), ways);
}

const setContext = (key: string, value: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand('setContext', `aksEgress.${key}`, value);

/** A time of day as this person reads it. */
const timeOfDay = (atInMs: number): string =>
  new Intl.DateTimeFormat(vscode.env.language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(atInMs);
