import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { Copied } from './event.js';

/** Said when it is on the clipboard. */
export const saidOf: Readonly<Record<Copied, Message>> = {
  addresses: say('The addresses of today are on the clipboard, one a line.'),
  newAddresses: say('The new addresses are on the clipboard, one a line.'),
  azCommands: say('The az commands of the plan are on the clipboard.'),
  message: say('The message for firewall owners is on the clipboard.'),
  refusal: say("Azure's own words are on the clipboard."),
  rangesCommand: say('The az command that lets the new addresses in is on the clipboard.'),
};
