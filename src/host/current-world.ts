import * as vscode from 'vscode';
import { say } from '../core/message.js';
import type { CurrentSettings } from './current-settings.js';
import type { Rooms } from './rooms.js';
import { humanError } from './errors.js';
import type { World, WorldChoice } from './world.js';

/** The world that the settings choose, loaded on first use. */
export interface CurrentWorld {
  readonly kind: () => WorldChoice;
  /** Rejects where none is chosen. */
  get(): Promise<World>;
  /** Another world from now on: whatever was read belongs to the old one. */
  readonly onDidChange: vscode.Event<WorldChoice>;
}

export function watchWorld(
  rooms: Rooms,
  settings: CurrentSettings,
  subscriptions: { dispose(): unknown }[],
): CurrentWorld {
  const changed = new vscode.EventEmitter<WorldChoice>();
  let loaded: Promise<World> | undefined;
  const isAnother = (): void => {
    loaded = undefined;
    changed.fire(settings.now().azure);
  };
  const isAnotherAzure = (): void => {
    if (settings.now().azure === 'azure') isAnother();
  };
  subscriptions.push(
    changed,
    settings.onDidChange((now, before) => {
      if (now.azure !== before.azure || now.signIn !== before.signIn) isAnother();
    }),
    // VS Code's own setting chooses the cloud.
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('microsoft-sovereign-cloud')) isAnotherAzure();
    }),
    // A trusted workspace may choose the cloud, and the Azure CLI may run.
    vscode.workspace.onDidGrantWorkspaceTrust(isAnotherAzure),
  );
  const load = (kind: WorldChoice): Promise<World> =>
    kind === 'none' ? Promise.reject(noneChosen()) : rooms.world(kind);
  return {
    kind: () => settings.now().azure,
    get: () => {
      const wanted = (loaded ??= load(settings.now().azure));
      // A load that failed is tried again at the next use.
      wanted.catch(() => {
        if (loaded === wanted) loaded = undefined;
      });
      return wanted;
    },
    onDidChange: changed.event,
  };
}

const noneChosen = (): Error =>
  humanError(
    say('No Azure is chosen: the setting aksEgress.azure may be azure or sandbox. Nothing was read or sent.'),
  );
