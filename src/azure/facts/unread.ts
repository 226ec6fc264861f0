import { unknown, type Origin, type Unknown } from '../../core/fact.js';
import { say, type Message } from '../../core/message.js';
import type { NoSuccess } from '../wire/reply.js';

/** A read that Azure denied or failed, as a fact that is not known, with Azure's own words inside. */
export function unread(reply: NoSuccess, resourceId: string): Unknown {
  const origin: Origin = { kind: 'arm', resourceId, property: '' };
  const words = wordsOf(reply);
  if (reply.kind === 'refused' && reply.status === 403)
    return unknown(
      'denied',
      say('You may not read {resource}. Azure says: {words}', { resource: resourceId, words }),
      origin,
    );
  if (reply.kind === 'refused' && reply.status === 404)
    return unknown(
      'notFound',
      say('{resource} does not exist any more. Azure says: {words}', { resource: resourceId, words }),
      origin,
    );
  return unknown(
    'failed',
    say('{resource} could not be read. Azure says: {words}', { resource: resourceId, words }),
    origin,
  );
}

function wordsOf({ refusal }: NoSuccess): Message {
  return refusal.code === undefined
    ? say('{message}', { message: refusal.message })
    : say('{code}: {message}', { code: refusal.code, message: refusal.message });
}
