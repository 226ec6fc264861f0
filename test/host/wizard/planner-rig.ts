import type * as vscode from 'vscode';
import type { CurrentSettings } from '../../../src/host/current-settings.js';
import type { CurrentWorld } from '../../../src/host/current-world.js';
import { sha256 } from '../../../src/host/node/digest.js';
import type { OpenedCluster } from '../../../src/host/opened-cluster.js';
import type { PlannerRoom, Rooms } from '../../../src/host/rooms.js';
import { narrowSettings, type Settings } from '../../../src/host/settings.js';
import { Documents } from '../../../src/host/wizard/documents.js';
import { Planners } from '../../../src/host/wizard/planners.js';
import { keptOf, openSession, parseIntent, step, view } from '../../../src/wizard/entry.js';
import type { PlannerState } from '../../../src/wizard/state.js';
import { managedLoadBalancer } from '../../fakes/clusters.js';
import { readingOf } from '../../fakes/readings.js';
import { desk } from '../../fakes/vscode/desk.js';
import type { FakePanel } from '../../fakes/vscode/panel.js';
import { EventEmitter, Uri } from '../../fakes/vscode/values.js';
import { fakeWorld } from '../../fakes/world.js';

export const reading = readingOf(managedLoadBalancer);
export const cluster: OpenedCluster = {
  id: reading.facts.id,
  name: reading.facts.name,
  resourceGroup: 'rg',
  subscriptionId: 's',
  tenantId: reading.tenantId,
};

/** The planners of a window over a world in memory, with the real session. */
export function plannerRig(given: Partial<Rooms> = {}) {
  desk.reset();
  const world = fakeWorld();
  world.readings.set(cluster.id.toLowerCase(), reading);
  const warned: string[] = [];
  const warn = (line: string): void => void warned.push(line);
  const worldChanged = new EventEmitter<'azure' | 'sandbox'>();
  const settingsChanged = new EventEmitter<Settings>();
  const { settings } = narrowSettings(() => undefined);
  const planner = { openSession, step, view, parseIntent, keptOf } as unknown as PlannerRoom;
  const digest = (text: string): Promise<string> => Promise.resolve(sha256(text));
  const notUsed = (): Promise<never> => Promise.reject(new Error('not used'));
  const rooms: Rooms = {
    world: () => Promise.resolve(world),
    // The sandbox began at 0 and runs ten times faster.
    clock: () => Promise.resolve({ now: () => 0, wallTimeOf: (atInMs) => atInMs / 10, speed: 10 }),
    sandbox: notUsed,
    planner: () => Promise.resolve(planner),
    bicep: notUsed,
    look: notUsed,
    mayHaveUnfinishedRun: () => Promise.resolve(true),
    digest,
    clusterKey: () => Promise.resolve('key'),
    ...given,
  };
  const current: CurrentSettings = {
    now: () => settings,
    rulesFor: () => settings.rules,
    tell: () => undefined,
    onDidChange: (listener) => settingsChanged.event((now) => listener(now, settings)),
  };
  const currentWorld: CurrentWorld = {
    kind: () => world.kind,
    get: () => Promise.resolve(world),
    onDidChange: worldChanged.event,
  };
  const planners = new Planners({
    rooms,
    world: currentWorld,
    settings: current,
    extensionUri: Uri.file('/extension') as unknown as vscode.Uri,
    timeOfDay: (atInMs) => `${atInMs} ms`,
    hands: {
      documents: new Documents(),
      log: { info: () => undefined, warn, error: warn, show: () => undefined },
      digest,
      showRule: () => Promise.resolve(),
      guard: (_what, work) => work(),
    },
    onRead: () => undefined,
    onRunReturned: () => undefined,
  });
  const panel = (): FakePanel => desk.panels.at(-1)!;
  return {
    world,
    warned,
    worldChanged,
    rooms,
    currentWorld,
    settings: current,
    planners,
    panel,
    states: (): readonly PlannerState[] =>
      panel().posted.map((one) => (one as { state: PlannerState }).state),
    /** The picture once nothing is under way. */
    settled: async (): Promise<PlannerState> => {
      const session = await planners.session(cluster);
      await session.whenIdle();
      await Promise.resolve();
      return session.view();
    },
    /** A page that VS Code has kept. */
    restored: async (kept: unknown): Promise<FakePanel> => {
      const page = new (panel().constructor as new (title: string) => FakePanel)('x');
      await planners.restore(page as unknown as vscode.WebviewPanel, kept);
      return page;
    },
  };
}

export type PlannerRig = ReturnType<typeof plannerRig>;
