import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { RunRecord } from '../core/run-record.js';

/** The eTag of the first attempt makes the second one harmless; older answers have none. */
export function repeatSafety({ events }: RunRecord): Message {
  const sent = events.findLast((event) => event.kind === 'sending');
  return sent?.eTag === undefined
    ? say('Should the first one still arrive, the change would be made twice.')
    : say(
        'Sent again, it carries the same eTag: should the first one still arrive, Azure refuses the second.',
      );
}
