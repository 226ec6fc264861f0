import * as vscode from 'vscode';
import type { ClusterReading } from '../../core/reading.js';
import type { Target } from '../../core/target.js';
import type { CurrentSettings } from '../current-settings.js';
import type { CurrentWorld } from '../current-world.js';
import type { OpenedCluster } from '../opened-cluster.js';
import type { Rooms } from '../rooms.js';
import { titleOf } from './title.js';
import { wasLeftUnasked } from './runs.js';
import { worldLabel } from '../world-label.js';
import { handsFor, type HandsNeeds } from './hands.js';
import { keptIn } from './kept.js';
import { PlannerPanel, panelType } from './panel.js';
import { PlannerSession } from './planner-session.js';

export interface PlannersNeeds {
  readonly rooms: Rooms;
  readonly world: CurrentWorld;
  readonly settings: CurrentSettings;
  readonly extensionUri: vscode.Uri;
  readonly hands: HandsNeeds;
  readonly timeOfDay: (atInMs: number) => string;
  readonly onRead: (clusterId: string, reading: ClusterReading) => void;
  readonly onRunReturned: (clusterId: string) => void;
}

interface Planner {
  readonly session: PlannerSession;
  panel: PlannerPanel | undefined;
}

/** One planner per cluster: its session, and its page while that is open. */
export class Planners implements vscode.Disposable {
  private readonly planners = new Map<string, Promise<Planner>>();
  private readonly ready = new Map<string, Planner>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** A session's picture has changed. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: { dispose(): unknown }[];

  constructor(private readonly needs: PlannersNeeds) {
    this.subscriptions = [
      this.changed,
      needs.settings.onDidChange(({ allowChanges }) => {
        const allowed = allowChanges || needs.world.kind() === 'sandbox';
        for (const { session } of this.ready.values()) session.dispatch({ kind: 'changesAllowed', allowed });
      }),
      // What is open belongs to the world before. Azure's work goes on, the journal knows where.
      needs.world.onDidChange(() => this.closeAll()),
    ];
  }

  /** The session of a cluster, without a page: begun when there is none yet. */
  async session(cluster: OpenedCluster, target?: Target): Promise<PlannerSession> {
    return (await this.planner(cluster, target)).session;
  }

  /** Sessions that watch a run. */
  watching(): readonly PlannerSession[] {
    return [...this.ready.values()].map(({ session }) => session).filter(({ isWatching }) => isWatching);
  }

  clusterOf(clusterId: string): OpenedCluster | undefined {
    return this.ready.get(keyOf(clusterId))?.session.cluster;
  }

  isOpen(clusterId: string): boolean {
    return this.planners.has(keyOf(clusterId));
  }

  /** Shows the planner; an explicit act only. */
  async open(cluster: OpenedCluster, target?: Target): Promise<PlannerSession> {
    const planner = await this.planner(cluster, target);
    if (planner.panel === undefined) {
      const panel = vscode.window.createWebviewPanel(
        panelType,
        titleOf(cluster, this.needs.world.kind()),
        vscode.ViewColumn.Active,
        {
          enableScripts: true,
        },
      );
      this.show(planner, panel);
    } else planner.panel.reveal();
    return planner.session;
  }

  /** Fills a page that VS Code has kept over a reload. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptIn(state);
    const isOfThisWorld = kept?.world === this.needs.world.kind();
    const planner = isOfThisWorld ? await this.planner(kept.cluster) : undefined;
    if (planner === undefined || planner.panel !== undefined) panel.dispose();
    else this.show(planner, panel);
  }

  /** Ends the session of a cluster that nobody looks at and that watches nothing. */
  release(clusterId: string): void {
    const key = keyOf(clusterId);
    const planner = this.ready.get(key);
    if (planner === undefined || planner.panel !== undefined || planner.session.isWatching) return;
    planner.session.dispose({ detach: true });
    this.ready.delete(key);
    this.planners.delete(key);
    this.changed.fire();
  }

  closeAll(): void {
    for (const planner of this.ready.values()) {
      planner.session.dispose({ detach: true });
      planner.panel?.close();
    }
    this.ready.clear();
    this.planners.clear();
    this.changed.fire();
  }

  dispose(): void {
    for (const { session } of this.ready.values()) session.dispose({ detach: false });
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private show(planner: Planner, panel: vscode.WebviewPanel): void {
    const { cluster } = planner.session;
    const { world, extensionUri } = this.needs;
    panel.title = titleOf(cluster, world.kind());
    planner.panel = new PlannerPanel(panel, planner.session, {
      extensionUri,
      kept: { world: world.kind(), cluster },
      onClosed: () => {
        planner.panel = undefined;
        this.release(cluster.id);
      },
    });
  }

  private planner(cluster: OpenedCluster, target?: Target): Promise<Planner> {
    const key = keyOf(cluster.id);
    const known = this.planners.get(key);
    if (known !== undefined) return known;
    const beginning = this.begin(cluster, target);
    this.planners.set(key, beginning);
    beginning.catch(() => {
      if (this.planners.get(key) === beginning) this.planners.delete(key);
    });
    return beginning;
  }

  private async begin(cluster: OpenedCluster, target: Target | undefined): Promise<Planner> {
    const { rooms, settings, timeOfDay, hands, onRead, onRunReturned } = this.needs;
    const [room, world] = await Promise.all([rooms.planner(), this.needs.world.get()]);
    const [clusterKey, clock] = await Promise.all([
      rooms.clusterKey(world.kind, cluster.id),
      rooms.clock(world.kind),
    ]);
    const planner: Planner = {
      panel: undefined,
      session: new PlannerSession({
        room,
        world,
        opening: {
          world: { kind: world.kind, label: worldLabel(world.kind) },
          cluster,
          ...(target === undefined ? {} : { target }),
          changesAllowed: world.kind === 'sandbox' || settings.now().allowChanges,
        },
        clusterKey,
        hands: handsFor(cluster, world, hands),
        clock: { now: () => clock.now(), timeOfDay },
        onRead: (reading) => onRead(cluster.id, reading),
        onChange: () => {
          planner.panel?.sync();
          this.changed.fire();
        },
        onRunReturned: () => {
          onRunReturned(cluster.id);
          this.release(cluster.id);
        },
      }),
    };
    this.ready.set(keyOf(cluster.id), planner);
    planner.session.begin();
    const runs = await planner.session.tellRuns();
    if (runs.some(wasLeftUnasked)) planner.session.dispatch({ kind: 'intent', intent: { kind: 'resume' } });
    return planner;
  }
}

const keyOf = (clusterId: string): string => clusterId.toLowerCase();
