import type { RunListing } from '../../core/run-outcome.js';
import type { Effect } from '../../wizard/effect.js';
import type { SessionEvent } from '../../wizard/event.js';
import type { Intent } from '../../wizard/intent.js';
import type { PlannerState } from '../../wizard/state.js';
import type { Opening } from '../rooms.js';
import { isCanceled, problemOf, stackOf } from '../trouble.js';
import type { World } from '../world.js';
import { RunWatch } from './run-watch.js';
import { runsOf } from './runs.js';
import type { SessionNeeds } from './session-needs.js';

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** One conversation about one cluster: events in, effects out. It outlives its page while a run is watched. */
export class PlannerSession {
  private state: unknown;
  private readonly queue: Effect[] = [];
  private readonly life = new AbortController();
  private reading = new AbortController();
  private readonly runs: RunWatch;
  private underWay = 0;
  private idle: (() => void)[] = [];

  constructor(private readonly needs: SessionNeeds) {
    const { hands, onChange, onRunReturned } = needs;
    this.runs = new RunWatch({
      dispatch: (event) => this.dispatch(event),
      tellRuns: async () => {
        await this.tellRuns();
      },
      warn: hands.warn,
      onChange,
      onReturned: onRunReturned,
    });
    const { state, effects } = needs.room.openSession(needs.opening);
    this.state = state;
    this.queue.push(...effects);
  }

  /** Carries out what the opening asked for. Called once the owner knows the session. */
  begin(): void {
    this.perform(this.queue.splice(0));
  }

  get cluster(): Opening['cluster'] {
    return this.needs.opening.cluster;
  }

  get world(): World['kind'] {
    return this.needs.world.kind;
  }

  get isWatching(): boolean {
    return this.runs.isWatching;
  }

  view(): PlannerState {
    const { now, timeOfDay, wallTimeOf } = this.needs.clock;
    return this.needs.room.view(this.state, { nowInMs: now(), timeOfDay, wallTimeOf });
  }

  /**
   * The person's choice, for an opening after this one. A run that has ended has had its own: it is not chosen
   * again by itself.
   */
  choice({ result }: PlannerState = this.view()): readonly Intent[] {
    return result === undefined ? this.needs.room.keptOf(this.state) : [];
  }

  /** A message from the page: whatever it is, nothing but an intent gets in. Answers the intent. */
  receive(message: unknown): Intent | undefined {
    const parsed = this.needs.room.parseIntent(message);
    if ('dropped' in parsed) {
      this.needs.hands.warn(`The page sent what is no intent; it was dropped: ${parsed.dropped}`);
      return undefined;
    }
    this.dispatch({ kind: 'intent', intent: parsed.intent });
    return parsed.intent;
  }

  dispatch(event: SessionEvent): void {
    if (this.life.signal.aborted) return;
    const { state, effects } = this.needs.room.step(this.state, event);
    this.state = state;
    this.perform(effects);
    this.needs.onChange();
  }

  /** Resolves when no effect is under way, watching a run aside. */
  whenIdle(): Promise<void> {
    return this.underWay === 0 ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  /**
   * Stops waiting. Detaching stops the watching too, and the journal says that somebody wanted it; the end of the
   * window does not: the run is then found as one that was under way.
   */
  dispose({ detach }: { readonly detach: boolean }): void {
    this.life.abort();
    this.reading.abort();
    if (detach) this.runs.detach();
  }

  private perform(effects: readonly Effect[]): void {
    for (const effect of effects) {
      const isWatch = effect.kind === 'start' || effect.kind === 'resume' || effect.kind === 'answer';
      if (!isWatch) this.underWay += 1;
      void this.carryOut(effect)
        .catch((error: unknown) => {
          this.needs.hands.warn(`${effect.kind}: ${stackOf(error)}`);
        })
        .finally(() => {
          if (isWatch) return;
          this.underWay -= 1;
          if (this.underWay === 0) for (const wake of this.idle.splice(0)) wake();
        });
    }
  }

  private async carryOut(effect: Effect): Promise<void> {
    const { hands, world, opening } = this.needs;
    const { runner } = world;
    switch (effect.kind) {
      case 'read':
        return this.read(effect.generation);
      case 'readAround':
        return this.readAround(effect);
      case 'digest': {
        const digest = await hands.digest(effect.text);
        this.dispatch({ kind: 'digested', generation: effect.generation, digest });
        return;
      }
      case 'confirm': {
        // A dialog that could not be shown is a no: else the next one would never be asked.
        const answered = { yes: false };
        try {
          answered.yes = await hands.confirm(effect);
        } finally {
          this.dispatch({ kind: 'confirmed', question: effect.question, yes: answered.yes });
        }
        return;
      }
      case 'start':
        return this.runs.watch((watch) => runner.start(effect.order, watch));
      case 'resume': {
        const options = effect.evenIfHeld === undefined ? {} : { evenIfHeld: effect.evenIfHeld };
        return this.runs.watch((watch) => runner.resume(effect.runId, watch, options));
      }
      case 'answer':
        return this.runs.watch((watch) => runner.answer(effect.runId, effect.answered, watch));
      case 'detach':
        this.runs.detach();
        return;
      case 'abort':
        return this.toRunner('abort', () => runner.abort(effect.runId));
      case 'giveUp':
        return this.toRunner('give up', async () => {
          await runner.giveUp(effect.runId);
          await this.tellRuns();
        });
      case 'openDiff':
        return hands.guard('diff', () => hands.openDiff(effect));
      case 'openRule':
        return hands.guard('rule page', () => hands.openRule(effect.ruleId));
      case 'copy':
        return hands.guard('copy', async () => {
          await hands.copy(effect);
          this.dispatch({ kind: 'copied', what: effect.what });
        });
      case 'export':
        return hands.guard('export', () => hands.exportText(effect));
      case 'openPortal':
        return hands.guard('portal', () => hands.openPortal());
      case 'signIn':
        return hands.guard('sign in', async () => {
          await world.signIn(opening.cluster.tenantId);
          this.dispatch({ kind: 'signedIn' });
        });
      case 'log':
        hands.log(effect.line);
        return;
    }
  }

  /** The journal's runs of this cluster, newest last. */
  async tellRuns(): Promise<readonly RunListing[]> {
    const all = await this.needs.world.runner.records();
    const { cluster } = this.needs.opening;
    const runs = runsOf(all, { id: cluster.id, key: this.needs.clusterKey });
    this.dispatch({ kind: 'runs', runs });
    return runs;
  }

  private async read(generation: number): Promise<void> {
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    const { world, opening, hands, onRead } = this.needs;
    try {
      const reading = await world.read(
        { id: opening.cluster.id, tenantId: opening.cluster.tenantId },
        signal,
      );
      const bodyDigest = await hands.bodyDigest(reading);
      this.dispatch({ kind: 'read', generation, reading, bodyDigest });
      onRead(reading);
    } catch (error) {
      if (isCanceled(error) && signal.aborted) return;
      const problem = problemOf(error);
      hands.warn(`read ${opening.cluster.name}: ${stackOf(error)}`);
      this.dispatch({ kind: 'readFailed', generation, problem });
    }
  }

  /** What stands around the cluster of the newest reading; a new reading ends it. */
  private async readAround({ generation, reading, parts }: EffectOf<'readAround'>): Promise<void> {
    const { signal } = this.reading;
    const { world, opening, hands } = this.needs;
    try {
      const around = await world.around(reading, parts, signal);
      this.dispatch({ kind: 'aroundRead', generation, parts, around });
    } catch (error) {
      if (isCanceled(error) && signal.aborted) return;
      hands.warn(`read around ${opening.cluster.name}: ${stackOf(error)}`);
      this.dispatch({ kind: 'aroundFailed', generation, parts, problem: problemOf(error) });
    }
  }

  private async toRunner(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isCanceled(error)) return;
      this.needs.hands.warn(`${what}: ${stackOf(error)}`);
      const goesOn = this.isWatching ? ({ goesOn: true } as const) : {};
      this.dispatch({ kind: 'runTrouble', problem: problemOf(error), ...goesOn });
    }
  }
}
