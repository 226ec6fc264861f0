import * as vscode from 'vscode';
import type { ClusterListing, Inventory, ListingProblem, TenantListing } from '../../core/inventory.js';
import { say } from '../../core/message.js';
import type { ClusterReading } from '../../core/reading.js';
import type { CurrentWorld } from '../current-world.js';
import type { Log } from '../log.js';
import type { LookRoom } from '../rooms.js';
import { isCanceled, problemOf, stackOf } from '../trouble.js';
import { clusterFace } from './cluster-row.js';
import { keyOf, Looks } from './looks.js';
import { isSignIn } from './problem-row.js';
import type { Row } from './row.js';
import { rowsOf } from './rows.js';
import { treeItemOf } from './tree-item.js';
import { emptiness, type Emptiness } from './welcome.js';
import { lineOf } from '../world-label.js';

export const viewId = 'aksEgress.clusters';

/** What the explorer needs of the host. */
export interface ExplorerNeeds {
  readonly world: CurrentWorld;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
  readonly timeOfDay: (atInMs: number) => string;
  /** Loaded when somebody first looks at a cluster. */
  readonly looking: () => Promise<LookRoom>;
  readonly now: () => number;
  /** Whether this window watches an operation of the cluster. */
  readonly isWatched: (clusterId: string) => boolean;
  /** Tells package.json's welcome views why there is nothing to show. */
  readonly onEmptiness: (emptiness: Emptiness) => void;
}

/** The tree of clusters: one inventory, and a closer look at each cluster whose row was opened. */
export class Explorer implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly looks: Looks;
  private readonly clusterRows = new Map<string, Row>();
  /** Subscriptions whose clusters can be seen, as far as VS Code tells. */
  private readonly unfoldedFolders = new Map<string, Row>();
  private inventory: Promise<Inventory | undefined> | undefined;
  private reading = new AbortController();
  private listingTrouble: ListingProblem | undefined;
  private tenants: readonly TenantListing[] = [];

  constructor(private readonly needs: ExplorerNeeds) {
    this.looks = new Looks({ ...needs, changed: (clusterId) => this.redraw(clusterId) });
  }

  /** Why nothing could be listed. */
  get trouble(): ListingProblem | undefined {
    return this.listingTrouble;
  }

  /** Tenants of the last listing that a sign-in could open. */
  async tenantsToSignIn(): Promise<readonly TenantListing[]> {
    await this.inventory;
    return this.tenants.filter(({ problem }) => problem !== undefined && isSignIn(problem));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    // VS Code asks with the row it knows, which may be older than what was read since.
    const now = row.cluster === undefined ? row : { ...row, ...this.faceOf(row.cluster.listing) };
    return treeItemOf(now, this.needs.extensionUri);
  }

  /** Somebody rests on a row or picks it: now its path is read, whatever was unfolded. */
  async resolveTreeItem(item: vscode.TreeItem, row: Row): Promise<vscode.TreeItem> {
    if (row.cluster === undefined) return item;
    const look = await this.looks.ask(row.cluster.listing);
    const { tooltipOf } = await this.needs.looking();
    item.tooltip = tooltipOf(row.cluster, look, this.needs.timeOfDay);
    return item;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row === undefined) return this.remember(await this.roots());
    if (row.cluster !== undefined) {
      const look = await this.looks.ask(row.cluster.listing);
      return [...(await this.needs.looking()).detailRows(row.id, look)];
    }
    this.see(row, 'start');
    return this.remember(Array.isArray(row.children) ? (row.children as readonly Row[]) : []);
  }

  /** A person unfolds a row: the clusters below it are read next. */
  unfolded(row: Row): void {
    this.see(row, 'person');
    for (const child of foldersIn(row)) if (this.unfoldedFolders.has(child.id)) this.see(child, 'start');
  }

  /** What was folded is read no longer. */
  folded(row: Row): void {
    this.unfoldedFolders.delete(row.id);
    this.looks.inSight.hide(listingsIn(row));
  }

  /** While the view is hidden nothing is read in the background. */
  setVisible(isVisible: boolean): void {
    this.looks.inSight.setVisible(isVisible);
  }

  private see(row: Row, by: 'start' | 'person'): void {
    if (row.context !== 'subscription') return;
    this.unfoldedFolders.set(row.id, row);
    this.looks.inSight.show(listingsIn(row), by);
  }

  /** Every cluster of the inventory, for commands that ask which one. */
  async clusters(): Promise<readonly Row[]> {
    return clusterRowsIn(
      rowsOf((await this.listed()) ?? { tenants: [] }, (listing) => this.looks.at(listing)),
    );
  }

  /** Forgets everything and reads anew; what was under way is given up. */
  refresh(): void {
    this.reading.abort();
    this.reading = new AbortController();
    this.inventory = undefined;
    this.listingTrouble = undefined;
    this.tenants = [];
    this.looks.clear();
    this.clusterRows.clear();
    this.unfoldedFolders.clear();
    this.needs.onEmptiness({ kind: 'reading' });
    this.changed.fire(undefined);
  }

  /** Reads one cluster again, whatever the list told of it, and draws its row and what is below it. */
  refreshCluster(clusterId: string): void {
    this.looks.forget(clusterId);
    this.redraw(clusterId);
    const row = this.clusterRows.get(keyOf(clusterId));
    if (row?.cluster !== undefined) void this.looks.ask(row.cluster.listing);
  }

  /** Takes over what the planner has read, so that row and planner tell the same. */
  accept(clusterId: string, reading: ClusterReading): Promise<void> {
    return this.looks.accept(clusterId, reading);
  }

  dispose(): void {
    this.reading.abort();
    this.looks.clear();
    this.changed.dispose();
  }

  private faceOf(listing: ClusterListing): ReturnType<typeof clusterFace> & Pick<Row, 'context'> {
    const context = this.needs.isWatched(listing.id) ? 'cluster.watched' : 'cluster';
    return { ...clusterFace(listing, this.looks.at(listing)), context };
  }

  /** Draws one cluster's row again, with what is known. */
  redraw(clusterId: string): void {
    const row = this.clusterRows.get(keyOf(clusterId));
    // VS Code finds a row again by its id: the old one stands for the new one.
    if (row !== undefined) this.changed.fire(row);
  }

  private remember(rows: readonly Row[]): Row[] {
    for (const row of rows) {
      if (row.cluster !== undefined) this.clusterRows.set(keyOf(row.cluster.listing.id), row);
    }
    return [...rows];
  }

  private async roots(): Promise<readonly Row[]> {
    const inventory = await this.listed();
    return inventory === undefined ? [] : rowsOf(inventory, (listing) => this.looks.at(listing));
  }

  private async listed(): Promise<Inventory | undefined> {
    const wanted = (this.inventory ??= this.list(this.reading.signal));
    return wanted;
  }

  private async list(signal: AbortSignal): Promise<Inventory | undefined> {
    const tell = (why: Emptiness): void => {
      if (!signal.aborted) this.needs.onEmptiness(why);
    };
    if (this.needs.world.kind() === 'none') {
      tell({ kind: 'notChosen' });
      return undefined;
    }
    try {
      const world = await this.needs.world.get();
      if (!(await world.isSignedIn())) {
        this.listingTrouble = { kind: 'signedOut', message: signedOut };
        tell({ kind: 'signedOut' });
        return undefined;
      }
      const inventory = await vscode.window.withProgress({ location: { viewId } }, () =>
        world.inventory(signal),
      );
      const why = emptiness(inventory);
      if (signal.aborted) return undefined;
      this.tenants = inventory.tenants;
      if (why.kind === 'trouble') this.listingTrouble = why.problem;
      tell(why);
      return why.kind === 'filled' ? inventory : undefined;
    } catch (error) {
      if (isCanceled(error) || signal.aborted) return undefined;
      const problem = problemOf(error);
      this.needs.log.error(lineOf(this.needs.world.kind(), `inventory: ${stackOf(error)}`));
      this.listingTrouble = problem;
      tell({ kind: 'trouble', problem });
      return undefined;
    }
  }
}

const signedOut = say('You are signed out, so no cluster can be listed. Sign in to go on.');

const foldersIn = (row: Row): readonly Row[] =>
  Array.isArray(row.children) ? (row.children as readonly Row[]) : [];

const listingsIn = (row: Row): readonly ClusterListing[] =>
  clusterRowsIn([row]).flatMap(({ cluster }) => (cluster === undefined ? [] : [cluster.listing]));

const clusterRowsIn = (rows: readonly Row[]): readonly Row[] =>
  rows.flatMap((row) =>
    row.cluster !== undefined
      ? [row]
      : Array.isArray(row.children)
        ? clusterRowsIn(row.children as readonly Row[])
        : [],
  );
