import type { Step } from '../../core/plan.js';
import { resolvedStep } from '../../core/resolve-step.js';
import { hasEnded } from '../../core/run-ended.js';
import type { RunEvent, RunRecord, StepEnd } from '../../core/run-record.js';

/** How far a step has come, by the journal alone. */
export type Phase =
  /** Nothing left, or what left was answered with "not done" (401, 429) or never connected. */
  | 'unsent'
  /** It may have left, and no answer is in the journal. */
  | 'unanswered'
  /** As before, and somebody is judging it by what Azure shows. */
  | 'lost'
  /** Azure took it. */
  | 'accepted'
  | 'ended';

/** The newest phase of a step. */
export function phaseOf(record: RunRecord, stepId: string): Phase {
  return record.events.reduce<Phase>(
    (phase, event) => (isAbout(event, stepId) ? after(phase, event) : phase),
    'unsent',
  );
}

function after(phase: Phase, event: RunEvent & { readonly stepId: string }): Phase {
  switch (event.kind) {
    case 'sending':
      return 'unanswered';
    case 'accepted':
      return 'accepted';
    case 'stepEnded':
      return 'ended';
    case 'lost':
      return phase === 'unanswered' ? 'lost' : phase;
    case 'waiting':
      // Told right after "sending": Azure did not do it. Told later, it is about watching.
      return phase === 'unanswered' ? 'unsent' : phase;
    default:
      return phase;
  }
}

const isAbout = (event: RunEvent, stepId: string): event is RunEvent & { readonly stepId: string } =>
  'stepId' in event && event.stepId === stepId;

/**
 * The step to go on with: the first that has not succeeded, with what earlier ones made known in its place;
 * undefined when all have.
 */
export function currentStep(record: RunRecord): Step | undefined {
  const step = record.plan.steps.find(({ id }) => endOf(record, id) !== 'succeeded');
  return step === undefined ? undefined : resolvedStep(step, record.found ?? []);
}

/** How a step ended, if it did. */
export function endOf(record: RunRecord, stepId: string): StepEnd | undefined {
  const ended = record.events.findLast((event) => event.kind === 'stepEnded' && event.stepId === stepId);
  return ended?.kind === 'stepEnded' ? ended.end : undefined;
}

/** The eTag that the step's newest request carried. */
export function sentETag(record: RunRecord, stepId: string): string | undefined {
  const sent = record.events.findLast((event) => event.kind === 'sending' && event.stepId === stepId);
  return sent?.kind === 'sending' ? sent.eTag : undefined;
}

/** The person's question that is still open. */
export function openQuestion(
  record: RunRecord,
): { readonly question: 'continue' | 'repeat'; readonly stepId: string } | undefined {
  if (hasEnded(record)) return undefined;
  const newest = record.events.findLast(
    ({ kind }) => kind === 'asked' || kind === 'answered' || kind === 'stepEnded',
  );
  return newest?.kind === 'asked' ? { question: newest.question, stepId: newest.stepId } : undefined;
}
