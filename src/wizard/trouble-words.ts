import type { ListingProblem } from '../core/inventory.js';
import type { Message } from '../core/message.js';
import { say } from '../core/message.js';

/** What a problem means for somebody who wants to go on, in a few words; the problem's own message tells more. */
export function troubleHeadline({ kind, message }: ListingProblem): Message {
  switch (kind) {
    case 'signedOut':
    case 'expired':
      return say('Sign in to resume');
    case 'noConsent':
      return say('This tenant has not allowed the sign-in yet');
    case 'denied':
      return say('You lack a role that this needs');
    case 'throttled':
      return say('Azure has asked us to come back later');
    case 'offline':
      return say('There is no connection to Azure');
    case 'changesOff':
      return say('Changes are turned off');
    case 'failed':
      return message;
  }
}

/** What became of a run that can no longer be watched for such a reason: it is never called failed for that. */
export function runConsequence({ kind }: ListingProblem): Message {
  switch (kind) {
    case 'signedOut':
    case 'expired':
    case 'noConsent':
    case 'throttled':
    case 'offline':
      return say('Nothing has failed by that: Azure goes on with what it has, and the journal knows where.');
    case 'denied':
    case 'changesOff':
    case 'failed':
      return say('What was sent before stands in the journal, and can be resumed.');
  }
}
