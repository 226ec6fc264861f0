import type { Step } from '../../core/plan.js';
import type { ClusterPath } from '../facts/cluster-address.js';
import type { AzurePorts, Held } from '../ports.js';
import type { Arm } from '../wire/arm.js';
import type { Book } from './book.js';

/** Everything that one run needs while it is being worked on. */
export interface Work {
  readonly ports: AzurePorts;
  readonly arm: Arm;
  readonly cluster: ClusterPath;
  readonly book: Book;
  /** Aborting it detaches. */
  readonly signal: AbortSignal;
  /** After a resume the next step waits for the person's Continue. */
  readonly isResumed: boolean;
}

/**
 * How working on a step came back: it ended, it waits for a person, another process has it, or nobody can tell
 * whether the lock that it needs is still held.
 */
export type StepOutcome = 'ended' | 'open' | 'elsewhere' | Held;

/** What is needed to keep something in a run's journal. */
export type Keeping = Pick<Work, 'book' | 'ports' | 'signal'>;

export const clusterUrl = (work: Work, step: Step): string =>
  work.arm.url(work.cluster.path, step.send.apiVersion);

/** Milliseconds until the next look at an operation. AKS names none: 5 s, then 15 to 30 s. */
export const pauseInMs = (looks: number): number =>
  looks === 0 ? 5000 : Math.min(30_000, 10_000 + 5000 * looks);
