import type { Message } from '../src/core/message.js';
import { say } from '../src/core/message.js';
import type { PlannerState } from '../src/wizard/state.js';

/**
 * What a screen reader is told of a state. Elapsed times are left out on purpose: two states that differ only in them
 * give the same words, and the same words are said once.
 */
export function announcement(state: PlannerState): Message {
  const { reading, run, result, footer } = state;
  if (reading.kind === 'reading') return say('Reading {name}.', { name: state.cluster.name });
  if (reading.kind === 'failed') return reading.message;
  if (result !== undefined) return result.answer;
  if (run?.question !== undefined) return run.question.text;
  const at = run?.stages.findIndex(({ mark }) => mark === 'running') ?? -1;
  const stage = run?.stages[at];
  if (run === undefined || stage === undefined) return state.notice?.text ?? footer.sentence;
  const step = { number: at + 1, count: run.stages.length, title: stage.title };
  const status = stage.azureStatus.at(-1);
  return status === undefined
    ? say('Step {number} of {count}: {title}.', step)
    : say('Step {number} of {count}: {title}. Azure says {status}.', { ...step, status });
}
