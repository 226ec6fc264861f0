import type { Refusal } from './refusal.js';
import type { Difference, RunEvent, RunRecord, StepEnd, WaitingReason } from './run-record.js';

/** What the journal of a run amounts to. */
export interface RunState {
  readonly status: 'running' | 'detached' | 'asking' | 'ended';
  readonly end?: EndOfRun;
  /** As Azure reported them at the end. */
  readonly outboundType?: string;
  readonly addresses?: readonly string[];
  readonly steps: readonly StepState[];
  readonly question?: OpenQuestion;
  /** True from the request until Azure refused it. */
  readonly abortRequested: boolean;
  /** Azure's words when it refused to abort. */
  readonly abortRefused?: Refusal;
  /** A step that was announced for sending and whose answer is not in the journal. */
  readonly sentButUnanswered?: string;
}

export type EndOfRun = Extract<RunEvent, { kind: 'ended' }>['end'];

export interface OpenQuestion {
  readonly question: 'continue' | 'repeat';
  readonly stepId: string;
}

export type StepStatus = 'todo' | 'reading' | 'sending' | 'running' | 'waiting' | 'lost' | StepEnd;

export interface StepState {
  readonly stepId: string;
  readonly status: StepStatus;
  /** Azure's own progress words in order, without repeats in a row. */
  readonly azureStatus: readonly string[];
  readonly startedAtInMs?: number;
  readonly endedAtInMs?: number;
  readonly waiting?: {
    readonly reason: WaitingReason;
    readonly untilInMs?: number;
  };
  /** Azure's newest words about this step. */
  readonly azure?: Refusal;
  readonly differences: readonly Difference[];
}

/** The state of a run, by its events alone. Events about unknown steps, or of unknown kinds, change nothing. */
export function foldRun(record: RunRecord): RunState {
  const start: RunState = {
    status: 'running',
    steps: record.plan.steps.map(({ id }) => ({
      stepId: id,
      status: 'todo',
      azureStatus: [],
      differences: [],
    })),
    abortRequested: false,
  };
  return record.events.reduce(after, start);
}

function after(run: RunState, event: RunEvent): RunState {
  if (run.status === 'ended') return run;
  switch (event.kind) {
    case 'started':
    case 'resumed':
      return { ...run, status: run.question === undefined ? 'running' : 'asking' };
    case 'reading':
    case 'sending':
    case 'accepted':
    case 'progress':
    case 'waiting':
    case 'lost':
      return ofStep(run, event);
    case 'stepEnded':
      // Whoever saw the end has answered what was asked.
      return ofStep(withoutQuestion(run), event);
    case 'detached':
      return { ...run, status: 'detached' };
    case 'asked':
      return { ...run, status: 'asking', question: { question: event.question, stepId: event.stepId } };
    case 'answered':
      return { ...withoutQuestion(run), status: 'running' };
    case 'abortRequested': {
      const { abortRefused: _earlier, ...rest } = run;
      return { ...rest, abortRequested: true };
    }
    case 'abortAnswered':
      return event.azure === undefined ? run : { ...run, abortRequested: false, abortRefused: event.azure };
    case 'ended': {
      const { question: _open, ...rest } = run;
      return {
        ...rest,
        status: 'ended',
        end: event.end,
        ...(event.outboundType === undefined ? {} : { outboundType: event.outboundType }),
        ...(event.addresses === undefined ? {} : { addresses: event.addresses }),
      };
    }
    default:
      return run;
  }
}

function withoutQuestion(run: RunState): RunState {
  const { question: open, ...rest } = run;
  return open !== undefined && run.status === 'asking' ? { ...rest, status: 'running' } : rest;
}

const ofStep = (run: RunState, event: StepEvent): RunState =>
  unansweredAfter(
    {
      ...run,
      steps: run.steps.map((step) => (step.stepId === event.stepId ? stepAfter(step, event) : step)),
    },
    event,
  );

type StepEvent = Extract<RunEvent, { stepId: string }>;

function unansweredAfter(run: RunState, event: StepEvent): RunState {
  if (event.kind === 'sending') return { ...run, sentButUnanswered: event.stepId };
  if (event.kind !== 'accepted' && event.kind !== 'stepEnded') return run;
  if (run.sentButUnanswered !== event.stepId) return run;
  const { sentButUnanswered: _answered, ...rest } = run;
  return rest;
}

function stepAfter(before: StepState, event: StepEvent): StepState {
  const { waiting: _over, ...rest } = before;
  const step: StepState = { ...rest, startedAtInMs: before.startedAtInMs ?? event.atInMs };
  switch (event.kind) {
    case 'reading':
      return { ...step, status: 'reading' };
    case 'sending':
      return { ...step, status: 'sending' };
    case 'accepted':
      return { ...step, status: 'running' };
    case 'progress':
      return {
        ...step,
        status: 'running',
        azureStatus:
          step.azureStatus.at(-1) === event.status ? step.azureStatus : [...step.azureStatus, event.status],
      };
    case 'waiting':
      return {
        ...step,
        status: 'waiting',
        waiting: {
          reason: event.reason,
          ...(event.untilInMs === undefined ? {} : { untilInMs: event.untilInMs }),
        },
        ...(event.azure === undefined ? {} : { azure: event.azure }),
      };
    case 'lost':
      return { ...step, status: 'lost', ...(event.azure === undefined ? {} : { azure: event.azure }) };
    case 'stepEnded':
      return {
        ...step,
        status: event.end,
        endedAtInMs: event.atInMs,
        ...(event.azure === undefined ? {} : { azure: event.azure }),
        differences: event.differences ?? [],
      };
    case 'asked':
      return before;
  }
}
