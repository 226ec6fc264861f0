import * as vscode from 'vscode';
import type { ClusterReading } from '../../core/reading.js';
import type { Target } from '../../core/target.js';
import type { CurrentSettings } from '../current-settings.js';
import type { CurrentWorld } from '../current-world.js';
import type { OpenedCluster } from '../opened-cluster.js';
import type { Opening, Rooms } from '../rooms.js';
import type { Page } from './pages.js';
import { titleFor, titlesOf } from './title.js';
import { wasLeftUnasked } from './runs.js';
import { plannerLabel } from '../world-label.js';
import { handsFor, type HandsNeeds } from './hands.js';
import { keptIn } from './kept.js';
import { PlannerPanel, panelType } from './panel.js';
import { PlannerSession } from './planner-session.js';
import { intentsFor } from './target-intents.js';

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

/** What a session begins with: a command's target, or the choice of a page before. */
type Chosen = Pick<Opening, 'target' | 'kept'>;

interface Planner {
  readonly session: PlannerSession;
  panel: PlannerPanel | undefined;
  /** Of the open page. */
  title: string;
}

/** One planner per cluster: its session, and its page while that is open. */
export class Planners implements vscode.Disposable {
  private readonly planners = new Map<string, Promise<Planner>>();
  private readonly ready = new Map<string, Planner>();
  /** Choices of pages that were closed: whoever opens the page again finds them. */
  private readonly choices = new Map<string, unknown>();
  /** Grows whenever all is closed: what was being begun until then belongs to the world before. */
  private turn = 0;
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
  async session(cluster: OpenedCluster): Promise<PlannerSession> {
    return (await this.planner(cluster, {})).session;
  }

  /** Sessions that watch a run. */
  watching(): readonly PlannerSession[] {
    return [...this.ready.values()].map(({ session }) => session).filter(({ isWatching }) => isWatching);
  }

  /** Open pages. */
  pages(): readonly Page[] {
    return [...this.ready.values()].flatMap(({ session: { world, cluster }, panel, title }) =>
      panel === undefined ? [] : [{ world, cluster, title }],
    );
  }

  clusterOf(clusterId: string): OpenedCluster | undefined {
    return this.ready.get(keyOf(clusterId))?.session.cluster;
  }

  isOpen(clusterId: string): boolean {
    return this.planners.has(keyOf(clusterId));
  }

  /** Shows the planner; an explicit act only. A target is chosen there, whatever was chosen before. */
  async open(cluster: OpenedCluster, target?: Target): Promise<PlannerSession> {
    const wasOpen = this.isOpen(cluster.id);
    const kept = this.choices.get(keyOf(cluster.id));
    const planner = await this.planner(cluster, target === undefined ? { kept } : { target });
    if (planner.panel === undefined) {
      const panel = vscode.window.createWebviewPanel(panelType, cluster.name, vscode.ViewColumn.Active, {
        enableScripts: true,
      });
      this.show(planner, panel);
    } else planner.panel.reveal();
    if (target !== undefined && wasOpen) {
      await planner.session.whenIdle();
      for (const intent of intentsFor(target)) planner.session.dispatch({ kind: 'intent', intent });
    }
    return planner.session;
  }

  /** Fills a page that VS Code has kept over a reload. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptIn(state);
    const isOfThisWorld = kept?.world === this.needs.world.kind();
    const planner = isOfThisWorld ? await this.planner(kept.cluster, { kept: kept.choice }) : undefined;
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
    this.turn += 1;
    for (const planner of this.ready.values()) {
      planner.session.dispose({ detach: true });
      planner.panel?.close();
    }
    this.ready.clear();
    this.planners.clear();
    this.choices.clear();
    this.changed.fire();
  }

  dispose(): void {
    for (const { session } of this.ready.values()) session.dispose({ detach: false });
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private show(planner: Planner, panel: vscode.WebviewPanel): void {
    const { cluster, world } = planner.session;
    const taken = this.pages().map(({ title }) => title);
    planner.title = titleFor(titlesOf(cluster, world), { now: panel.title, taken });
    panel.title = planner.title;
    planner.panel = new PlannerPanel(panel, planner.session, {
      extensionUri: this.needs.extensionUri,
      kept: { world, cluster },
      onClosed: () => {
        planner.panel = undefined;
        this.choices.set(keyOf(cluster.id), planner.session.choice());
        this.release(cluster.id);
        this.changed.fire();
      },
    });
    this.changed.fire();
  }

  private planner(cluster: OpenedCluster, chosen: Chosen): Promise<Planner> {
    const key = keyOf(cluster.id);
    const known = this.planners.get(key);
    if (known !== undefined) return known;
    const beginning = this.begin(cluster, chosen);
    this.planners.set(key, beginning);
    beginning.catch(() => {
      if (this.planners.get(key) === beginning) this.planners.delete(key);
    });
    return beginning;
  }

  private async begin(cluster: OpenedCluster, { target, kept }: Chosen): Promise<Planner> {
    const { rooms, settings, timeOfDay, hands, onRead, onRunReturned } = this.needs;
    const { turn } = this;
    const [room, world] = await Promise.all([rooms.planner(), this.needs.world.get()]);
    const [clusterKey, clock] = await Promise.all([
      rooms.clusterKey(world.kind, cluster.id),
      rooms.clock(world.kind),
    ]);
    const planner: Planner = {
      panel: undefined,
      title: '',
      session: new PlannerSession({
        room,
        world,
        opening: {
          world: { kind: world.kind, label: plannerLabel(world.kind, clock.speed) },
          cluster,
          ...(target === undefined ? {} : { target }),
          ...(kept === undefined ? {} : { kept }),
          changesAllowed: world.kind === 'sandbox' || settings.now().allowChanges,
        },
        clusterKey,
        hands: handsFor(cluster, world, hands),
        clock: {
          now: () => clock.now(),
          timeOfDay: (atInMs) => timeOfDay(clock.wallTimeOf(atInMs)),
          wallTimeOf: (atInMs) => clock.wallTimeOf(atInMs),
        },
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
    const runs = await beginning(planner.session, () => this.turn !== turn);
    this.ready.set(keyOf(cluster.id), planner);
    if (runs.some(wasLeftUnasked)) planner.session.dispatch({ kind: 'intent', intent: { kind: 'resume' } });
    return planner;
  }
}

/** Begins a session and tells it its runs; one that could not be told them, or that nobody wants any more, ends. */
async function beginning(
  session: PlannerSession,
  isUnwanted: () => boolean,
): Promise<Awaited<ReturnType<PlannerSession['tellRuns']>>> {
  try {
    if (isUnwanted()) throw new vscode.CancellationError();
    session.begin();
    const runs = await session.tellRuns();
    if (isUnwanted()) throw new vscode.CancellationError();
    return runs;
  } catch (error) {
    session.dispose({ detach: true });
    throw error;
  }
}

const keyOf = (clusterId: string): string => clusterId.toLowerCase();
