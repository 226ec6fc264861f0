import type * as vscode from 'vscode';
import { Explorer } from '../../../src/host/explorer/explorer.js';
import type { Host } from '../../../src/host/host.js';
import * as looking from '../../../src/host/look/entry.js';
import type { Rooms, SandboxControls } from '../../../src/host/rooms.js';
import { Documents } from '../../../src/host/wizard/documents.js';
import { Uri } from '../../fakes/vscode/values.js';
import { inventoryOf, aListing } from '../../fakes/world.js';
import { cluster, plannerRig } from '../wizard/planner-rig.js';

/** Everything that commands act with, over a world in memory. What the sandbox was told is in `resets`. */
export function hostRig(given: Partial<Rooms> = {}) {
  const resets: string[] = [];
  const sandbox: SandboxControls = {
    scenarios: [
      { name: 'tour', title: 'A tour', description: 'Clusters of every kind.' },
      { name: 'denied', title: 'No rights', description: 'Azure denies.' },
    ],
    scenario: () => Promise.resolve({ name: 'tour' }),
    reset: ({ scenario, factor }) => {
      resets.push(`${scenario} at ${factor ?? '?'}`);
      return Promise.resolve();
    },
  };
  const rig = plannerRig({
    sandbox: () => Promise.resolve(sandbox),
    look: () => Promise.resolve(looking),
    ...given,
  });
  rig.world.listed = inventoryOf([aListing(cluster.name, { id: cluster.id, tenantId: cluster.tenantId })]);
  const line = (): void => undefined;
  const log = { info: line, warn: line, error: line, show: line };
  const extensionUri = Uri.file('/extension') as unknown as vscode.Uri;
  const timeOfDay = (): string => '14:02';
  const explorer = new Explorer({
    world: rig.currentWorld,
    log,
    extensionUri,
    timeOfDay,
    looking: () => Promise.resolve(looking),
    now: () => 0,
    isWatched: () => false,
    onEmptiness: () => undefined,
  });
  const host: Host = {
    rooms: rig.rooms,
    world: rig.currentWorld,
    settings: rig.settings,
    log,
    explorer,
    planners: rig.planners,
    documents: new Documents(),
    bicep: undefined as unknown as Host['bicep'],
    extensionUri,
    timeOfDay,
  };
  return { ...rig, host, resets };
}
