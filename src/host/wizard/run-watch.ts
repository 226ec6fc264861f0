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

  constructor(private readonly needs: RunWatchNeeds) {}

  get isWatching(): boolean {
    return this.watching !== undefined;
  }

  async watch(act: (watch: Watch) => Promise<RunOutcome>): Promise<void> {
    const { dispatch, tellRuns, warn, onChange, onReturned } = this.needs;
    this.watching?.abort();
    const mine = new AbortController();
    this.watching = mine;
    onChange();
    try {
      const outcome = await act({
        signal: mine.signal,
        onChange: (record) => dispatch({ kind: 'runChanged', record }),
      });
      this.end(mine);
      dispatch({ kind: 'runReturned', outcome });
    } catch (error) {
      this.end(mine);
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

  private end(mine: AbortController): void {
    if (this.watching === mine) this.watching = undefined;
  }
}
