import type { ClusterListing } from '../../core/inventory.js';

interface Needs {
  /** Reads one cluster and draws its row. Never rejects; "stop" where the next one would fail in the same way. */
  readonly read: (listing: ClusterListing, signal: AbortSignal) => Promise<'goOn' | 'stop'>;
  readonly isRead: (listing: ClusterListing) => boolean;
}

/** Clusters that are read at the same time: each is about ten requests. */
export const mostAtOnce = 3;

/** One look brings no more rows into sight than a high screen has. */
export const mostOfOneLook = 30;

/** What waits beyond this was left behind: it is read when it is looked at again. */
export const mostWaiting = 60;

/**
 * Reads clusters whose rows can be seen, in the background. VS Code tells what is unfolded, not what is scrolled into
 * sight, so the number of reads is bounded by screens, never by the size of a tenant.
 */
export class RowsInSight {
  private waiting: readonly ClusterListing[] = [];
  private readonly running = new Map<string, AbortController>();
  private isVisible = true;

  constructor(private readonly needs: Needs) {}

  /** Rows came into sight: at the start all at once, in order; by an act of the person, before what waits. */
  show(listings: readonly ClusterListing[], by: 'start' | 'person'): void {
    const wanted = listings.slice(0, mostOfOneLook).filter((one) => !this.isDone(one));
    const ids = new Set(wanted.map(({ id }) => id));
    const others = this.waiting.filter(({ id }) => !ids.has(id));
    this.waiting = (by === 'person' ? [...wanted, ...others] : [...others, ...wanted]).slice(0, mostWaiting);
    this.fill();
  }

  /** Rows went out of sight: what was not asked for by name is given up. */
  hide(listings: readonly ClusterListing[]): void {
    const ids = new Set(listings.map(({ id }) => id));
    this.waiting = this.waiting.filter(({ id }) => !ids.has(id));
    for (const id of ids) {
      this.running.get(id)?.abort();
      this.running.delete(id);
    }
    this.fill();
  }

  /** Somebody waits for this one: it is read to its end, whatever is folded. */
  keep({ id }: ClusterListing): void {
    this.running.delete(id);
    this.waiting = this.waiting.filter((one) => one.id !== id);
  }

  /** While the view is hidden nothing new is read. */
  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.fill();
  }

  clear(): void {
    this.waiting = [];
    for (const controller of this.running.values()) controller.abort();
    this.running.clear();
  }

  private isDone(listing: ClusterListing): boolean {
    return this.running.has(listing.id) || this.needs.isRead(listing);
  }

  private fill(): void {
    while (this.isVisible && this.running.size < mostAtOnce) {
      const [next, ...others] = this.waiting;
      if (next === undefined) return;
      this.waiting = others;
      if (!this.isDone(next)) void this.readOne(next);
    }
  }

  private async readOne(listing: ClusterListing): Promise<void> {
    const controller = new AbortController();
    this.running.set(listing.id, controller);
    const outcome = await this.needs.read(listing, controller.signal);
    if (this.running.get(listing.id) === controller) this.running.delete(listing.id);
    if (outcome === 'stop' && !controller.signal.aborted) this.waiting = [];
    this.fill();
  }
}
