import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { RunRecord } from '../core/run-record.js';

/** The eTag of the first attempt makes the second one harmless; older answers have none. */
export function repeatSafety({ events, plan }: RunRecord): Message {
  const sent = events.findLast((event) => event.kind === 'sending');
  const step = plan.steps.find(({ id }) => id === sent?.stepId);
  if (step !== undefined && (step.send.kind === 'register' || 'create' in step.send))
    return say('Should the first one still arrive, nothing is done twice: both ask for the same.');
  if (step?.send.kind === 'reimage')
    return say(
      'Should the first one still arrive, the nodes of the pool are made anew twice: it only takes longer.',
    );
  return sent?.eTag === undefined
    ? say('Should the first one still arrive, the change would be made twice.')
    : say(
        'Sent again, it carries the same eTag: should the first one still arrive, Azure refuses the second.',
      );
}
