import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { RunRecord } from '../core/run-record.js';
import { thingNamed } from './thing-named.js';

/**
 * How a step met something that was not as planned: our own look stopped it before it was sent, Azure refused the
 * request itself (`changed`: by its eTag; `notNow`: by another operation or a state), or its answer was lost.
 */
export type HowStale = 'notSent' | 'changed' | 'notNow' | 'lost';

export function howStale({ events }: RunRecord, stepId: string): HowStale {
  const ofStep = events.filter((event) => 'stepId' in event && event.stepId === stepId);
  const end = ofStep.findLast(({ kind }) => kind === 'stepEnded');
  const refusal = end?.kind === 'stepEnded' ? end.azure : undefined;
  if (refusal !== undefined) return refusal.status === 412 ? 'changed' : 'notNow';
  return ofStep.some(({ kind }) => kind === 'sending') ? 'lost' : 'notSent';
}

/** The same as the end of a run, told of what the step was to change. */
export function staleAnswer(record: RunRecord, stepId: string, number: number): Message {
  const args = { number, thing: thingNamed(record.plan.steps.find(({ id }) => id === stepId)) };
  switch (howStale(record, stepId)) {
    case 'notSent':
      return say('Somebody changed {thing}, so step {number} was not sent', args);
    case 'changed':
      return say('Azure refused step {number}, because somebody changed {thing}; nothing was changed', args);
    case 'notNow':
      return say(
        'Azure refused step {number}, because {thing} takes no change now; nothing was changed',
        args,
      );
    case 'lost':
      return say('No answer came to step {number}, and somebody has changed {thing} since', args);
  }
}

/** What became of the request, in a sentence. */
export function staleFact(record: RunRecord, stepId: string): Message {
  const thing = thingNamed(record.plan.steps.find(({ id }) => id === stepId));
  switch (howStale(record, stepId)) {
    case 'notSent':
      return say('A look before sending found that {thing} was no longer as planned, so nothing was sent.', {
        thing,
      });
    case 'changed':
      return say('It was sent, and Azure refused it: {thing} was no longer as planned.', { thing });
    case 'notNow':
      return say(
        'It was sent, and Azure refused it: another operation, or the state of {thing}, stands against a change.',
        { thing },
      );
    case 'lost':
      return say(
        'It was sent, no answer came, and {thing} shows something else than planned: whether it arrived cannot be told.',
        { thing },
      );
  }
}
