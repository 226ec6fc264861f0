import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { StepState } from '../core/run.js';
import type { At } from './view/at.js';

/** Why a step has not been sent and what has to happen before the person lets it go on: nothing goes on by itself. */
export function notSentNote(
  { reason, untilInMs }: NonNullable<StepState['waiting']>,
  thing: Message,
  at: At,
): Message {
  switch (reason) {
    case 'throttled':
      return untilInMs === undefined
        ? say('Not done: Azure has asked us to come back later. Continue in some minutes.')
        : say('Not done: Azure has asked us to come back later. Continue at {time} or later.', {
            time: at.timeOfDay(untilInMs),
          });
    case 'offline':
      return say('Not done: Azure could not be reached, or is in trouble. Continue when it answers again.');
    case 'busy':
      return say('Not done: another operation is under way on {thing}. Continue when it has ended.', {
        thing,
      });
    case 'denied':
      return say(
        'Not done: Azure does not let your account read {thing} now. Activate your role, then continue.',
        { thing },
      );
    case 'signIn':
      return say('Not done: Azure wants you to sign in first. Sign in, then continue.');
    case 'settling':
    case 'slow':
      return say('Not sent yet.');
  }
}
