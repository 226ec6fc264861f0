import type { ClusterListing, ListingProblem } from '../../core/inventory.js';
import type { ClusterReading } from '../../core/reading.js';
import type { CurrentWorld } from '../current-world.js';
import type { Log } from '../log.js';
import type { Look } from '../look/look.js';
import type { LookRoom } from '../rooms.js';
import { isCanceled, problemOf } from '../trouble.js';
import { text } from '../words.js';
import { RowsInSight } from './rows-in-sight.js';
import { lineOf } from '../world-label.js';

export interface LooksNeeds {
  readonly world: Pick<CurrentWorld, 'get' | 'kind'>;
  readonly log: Log;
  /** Loaded when a cluster is read first. */
  readonly looking: () => Promise<LookRoom>;
  readonly now: () => number;
  /** A cluster's row has more to tell. */
  readonly changed: (clusterId: string) => void;
}

/** A read under way; its failure is kept for the row only where a person asked for this cluster. */
interface Reading {
  readonly look: Promise<Look>;
  readonly signal: AbortSignal;
  isAskedFor: boolean;
}

/** What was read of clusters beyond the overview: each once, until somebody asks to read it again. */
export class Looks {
  private readonly known = new Map<string, Look>();
  private readonly underWay = new Map<string, Reading>();
  private whole = new AbortController();
  /** Reads the rows that can be seen, in the background. */
  readonly inSight = new RowsInSight({
    isRead: ({ id }) => this.known.has(keyOf(id)),
    read: async (listing, signal) => {
      const either = AbortSignal.any([signal, this.whole.signal]);
      const look = await this.begin(listing, either).look;
      return look.kind === 'failed' && endsAll.has(look.problem.kind) ? 'stop' : 'goOn';
    },
  });

  constructor(private readonly needs: LooksNeeds) {}

  at({ id }: ClusterListing): Look | undefined {
    return this.known.get(keyOf(id));
  }

  /** What somebody asked for by opening the row or resting on it. A refresh meanwhile gives "reading". */
  async ask(listing: ClusterListing): Promise<Look> {
    const known = this.at(listing);
    if (known !== undefined) return known;
    const { signal } = this.whole;
    this.inSight.keep(listing);
    const before = this.underWay.get(keyOf(listing.id));
    const reading = before?.signal.aborted === false ? before : this.begin(listing, signal);
    reading.isAskedFor = true;
    const look = await reading.look;
    return signal.aborted ? { kind: 'reading' } : look;
  }

  /** The next one who asks gets a fresh answer. */
  forget(clusterId: string): void {
    this.known.delete(keyOf(clusterId));
    this.underWay.delete(keyOf(clusterId));
  }

  /** Takes over what somebody else has read. */
  async accept(clusterId: string, reading: ClusterReading): Promise<void> {
    this.known.set(keyOf(clusterId), await this.lookFrom(reading));
    this.needs.changed(clusterId);
  }

  /** Forgets everything; what is under way is given up. */
  clear(): void {
    this.whole.abort();
    this.whole = new AbortController();
    this.inSight.clear();
    this.known.clear();
    this.underWay.clear();
  }

  private begin(listing: ClusterListing, signal: AbortSignal): Reading {
    const key = keyOf(listing.id);
    const keep = (look: Look): Look => {
      // Whoever asked to read it again meanwhile gets the newer answer.
      if (this.underWay.get(key) !== reading) return look;
      this.underWay.delete(key);
      if (look.kind !== 'read' && !reading.isAskedFor) return look;
      this.known.set(key, look);
      if (look.kind === 'read') this.needs.changed(listing.id);
      return look;
    };
    const reading: Reading = { look: this.read(listing, signal).then(keep), signal, isAskedFor: false };
    this.underWay.set(key, reading);
    return reading;
  }

  private async read({ id, tenantId, name }: ClusterListing, signal: AbortSignal): Promise<Look> {
    try {
      const world = await this.needs.world.get();
      return await this.lookFrom(await world.read({ id, tenantId }, signal));
    } catch (error) {
      const problem = problemOf(error);
      if (!isCanceled(error))
        this.needs.log.warn(lineOf(this.needs.world.kind(), `${name}: ${text(problem.message)}`));
      return { kind: 'failed', problem };
    }
  }

  private async lookFrom(reading: ClusterReading): Promise<Look> {
    const { summarize } = await this.needs.looking();
    // The sandbox's clock runs faster; a person's question is when they looked.
    return { kind: 'read', summary: { ...summarize(reading), readAtInMs: this.needs.now() } };
  }
}

/** Problems that the next cluster would have as well. */
const endsAll: ReadonlySet<ListingProblem['kind']> = new Set([
  'signedOut',
  'noConsent',
  'expired',
  'throttled',
  'offline',
]);

export const keyOf = (clusterId: string): string => clusterId.toLowerCase();
