import type * as vscode from 'vscode';
import type { CurrentSettings } from './current-settings.js';
import type { CurrentWorld } from './current-world.js';
import type { BicepChecks } from './diagnostics/bicep-checks.js';
import type { Explorer } from './explorer/explorer.js';
import type { Log } from './log.js';
import type { Rooms } from './rooms.js';
import type { Documents } from './wizard/documents.js';
import type { Planners } from './wizard/planners.js';

/** Everything that commands act with. */
export interface Host {
  readonly rooms: Rooms;
  readonly world: CurrentWorld;
  readonly settings: CurrentSettings;
  readonly log: Log;
  readonly explorer: Explorer;
  readonly planners: Planners;
  readonly documents: Documents;
  readonly bicep: BicepChecks;
  readonly extensionUri: vscode.Uri;
  readonly timeOfDay: (atInMs: number) => string;
}
