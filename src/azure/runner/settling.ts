import type { Step } from '../../core/plan.js';
import { hasEnded } from '../../core/run-ended.js';
import type { RunRecord } from '../../core/run-record.js';
import { holdPatiently } from './hold.js';
import { currentStep, openQuestion, phaseOf } from './phase.js';
import type { StepOutcome, Work } from './work.js';

const longestInMs = 600_000;

/**
 * Waits until what the step before changed is applied everywhere, from its verified end on. The lock is let go
 * meanwhile, so that another window may look, and taken again before anything is sent; what the journal says then
 * decides. Answers undefined where the step may be sent. Expects the lock to be held.
 */
export async function letSettle(work: Work, step: Step): Promise<StepOutcome | undefined> {
  const { book, ports } = work;
  const untilInMs = settledAtInMs(book.record(), step);
  if (untilInMs === undefined || untilInMs <= ports.clock.now()) return undefined;
  const newest = book.record().events.at(-1);
  const isTold = newest?.kind === 'waiting' && newest.stepId === step.id && newest.reason === 'settling';
  if (!isTold)
    await book.add({ events: [{ kind: 'waiting', stepId: step.id, reason: 'settling', untilInMs }] });
  await book.release();
  await ports.clock.sleep(Math.min(untilInMs - ports.clock.now(), longestInMs), work.signal);
  const held = await holdPatiently(work);
  if (held !== 'held') return held.canBeJudged ? 'elsewhere' : held;
  const record = book.record();
  if (hasEnded(record) || currentStep(record)?.id !== step.id) return 'ended';
  if (openQuestion(record) !== undefined) return 'open';
  return phaseOf(record, step.id) === 'unsent' ? undefined : 'elsewhere';
}

/** Milliseconds since 1970; undefined where nothing has to settle before this step. */
function settledAtInMs({ plan, events }: RunRecord, step: Step): number | undefined {
  const index = plan.steps.findIndex(({ id }) => id === step.id);
  const before = plan.steps[index - 1];
  if (before?.settleTimeInMs === undefined) return undefined;
  const ended = events.findLast((event) => event.kind === 'stepEnded' && event.stepId === before.id);
  return ended === undefined ? undefined : ended.atInMs + Math.min(before.settleTimeInMs, longestInMs);
}
