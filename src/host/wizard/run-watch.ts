import type { RunOutcome } from '../../core/run-outcome.js';
import type { SessionEvent } from '../../wizard/event.js';
import { isCanceled, problemOf, stackOf } from '../trouble.js';
import type { Watch } from '../world.js';

export interface RunWatchNeeds {
  readonly dispatch: (event: SessionEvent) => void;
  /** The journal's runs, told again: a run that was left knows how far it was. */
  readonly tellRuns: () => Promise<void>;
  readonly warn: (line: string) => void;
  /** Watching has begun or ended. */
  readonly onChange: () => void;
  /** A run has come back: the cluster may be another one now. */
  readonly onReturned: () => void;
}

/** Watches one run at a time. Detaching ends the watching, never Azure's work. */
export class RunWatch {
  private watching: AbortController | undefined;
  /** Settles when the newest one has returned; undefined when it has. */
  private newest: Promise<void> | undefined;

  constructor(private readonly needs: RunWatchNeeds) {}

  get isWatching(): boolean {
    return this.watching !== undefined;
  }

  /**
   * Stops the one before and begins when that has returned: it may still wait for the answer to a request, under the
   * lock that the next one needs.
   */
  async watch(act: (watch: Watch) => Promise<RunOutcome>): Promise<void> {
    this.watching?.abort();
    const mine = new AbortController();
    this.watching = mine;
    this.needs.onChange();
    const before = this.newest;
    const begin = () => this.begin(mine, act);
    const own = before === undefined ? begin() : before.then(begin, begin);
    this.newest = own;
    try {
      await own;
    } finally {
      if (this.newest === own) this.newest = undefined;
    }
  }

  private async begin(mine: AbortController, act: (watch: Watch) => Promise<RunOutcome>): Promise<void> {
    const { dispatch, tellRuns, warn, onChange, onReturned } = this.needs;
    try {
      mine.signal.throwIfAborted();
      const outcome = await act({
        signal: mine.signal,
        onChange: (record) => dispatch({ kind: 'runChanged', record }),
      });
      if (this.end(mine)) dispatch({ kind: 'runReturned', outcome });
    } catch (error) {
      if (!this.end(mine)) return;
      if (isCanceled(error) && mine.signal.aborted) {
        await tellRuns();
        return;
      }
      warn(`run: ${stackOf(error)}`);
      dispatch({ kind: 'runTrouble', problem: problemOf(error) });
    } finally {
      onChange();
      onReturned();
    }
  }

  detach(): void {
    this.watching?.abort();
  }

  /** False where another one has begun meanwhile: that tells how far the run is. */
  private end(mine: AbortController): boolean {
    const isNewest = this.watching === mine;
    if (isNewest) this.watching = undefined;
    return isNewest;
  }
}
