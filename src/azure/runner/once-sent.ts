import type { Step } from '../../core/plan.js';
import type { Refusal } from '../../core/refusal.js';
import type { Happening } from './book.js';
import { unmeant } from './judge.js';
import { phaseOf } from './phase.js';
import { endStep, insist, settle } from './settle.js';
import { basisBefore, seenIn, thingUrl } from './thing.js';
import { watchOperation } from './watch.js';
import type { StepOutcome, Work } from './work.js';

/** Watches a step that Azure took, by its operation's address where there is one, and verifies it. */
export async function watchStep(work: Work, step: Step): Promise<StepOutcome> {
  const { operation } = work.book.record();
  if (operation?.stepId !== step.id) return conclude(work, step, await settle(work, step, true));
  const end = await watchOperation(work, step, operation.url);
  switch (end.kind) {
    case 'signIn':
      return 'open';
    case 'elsewhere':
      return 'elsewhere';
    case 'failed':
    case 'canceled':
      return endStep(work, step, end.kind, {
        azure: end.azure,
        differences: await differencesAfter(work, step),
      });
    case 'lost': {
      const kept = await insist(work, (record) =>
        phaseOf(record, step.id) === 'accepted' && record.operation !== undefined
          ? { events: [{ kind: 'lost', stepId: step.id, ...azureOf(end.azure) }], operation: null }
          : undefined,
      );
      if (typeof kept !== 'string') return kept;
      return conclude(work, step, await settle(work, step, true));
    }
    case 'succeeded':
      return conclude(work, step, await settle(work, step, true));
  }
}

/** Judges a PUT whose answer did not reach us. Sends nothing: at most it asks the person. */
export async function judgeLost(work: Work, step: Step, azure?: Refusal): Promise<StepOutcome> {
  const kept = await insist(work, (record) =>
    phaseOf(record, step.id) === 'unanswered'
      ? { events: [{ kind: 'lost', stepId: step.id, ...azureOf(azure) }] }
      : undefined,
  );
  if (typeof kept !== 'string') return kept;
  await work.book.release();
  return conclude(work, step, await settle(work, step, false));
}

/** Goes on with a step by what a fresh look at its thing says. */
export async function conclude(
  work: Work,
  step: Step,
  settled: Awaited<ReturnType<typeof settle>>,
): Promise<StepOutcome> {
  if (settled.kind === 'signIn' || settled.kind === 'denied') return 'open';
  if (settled.kind === 'elsewhere') return 'elsewhere';
  // It is gone: nothing can be verified.
  if (settled.kind === 'refused') return endStep(work, step, 'unverified', { azure: settled.azure });
  const { verdict, now } = settled;
  switch (verdict.kind) {
    case 'done':
      return endStep(work, step, 'succeeded', { differences: verdict.differences, verified: now });
    case 'failed':
    case 'canceled':
      return endStep(work, step, verdict.kind, {
        azure: verdict.azure,
        differences: verdict.differences,
      });
    case 'unverified':
    case 'stale':
      return endStep(work, step, verdict.kind, { differences: verdict.differences });
    case 'repeat':
      return ask(work, step, 'repeat', []);
  }
}

/** Leaves the run with a question that only the person answers. */
export async function ask(
  work: Work,
  step: Step,
  question: 'continue' | 'repeat',
  before: readonly Happening[],
): Promise<StepOutcome> {
  const kept = await insist(work, (record) => {
    const newest = record.events.at(-1);
    const isAsked = newest?.kind === 'asked' && newest.question === question;
    if (isAsked || phaseOf(record, step.id) === 'ended') return undefined;
    return { events: [...before, { kind: 'asked', question, stepId: step.id }] };
  });
  return typeof kept === 'string' ? 'open' : kept;
}

/** What other hands changed while an operation ran that failed; the failure is told whether or not this can be read. */
async function differencesAfter(work: Work, step: Step) {
  const now = seenIn(step, await work.arm.read(thingUrl(work, step), work.signal));
  return now === undefined ? [] : unmeant(step, basisBefore(work.book.record(), step), now);
}

const azureOf = (azure: Refusal | undefined) => (azure === undefined ? {} : { azure });
