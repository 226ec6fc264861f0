import { say, type Message } from '../../core/message.js';

/** Parts with a middle dot between them. */
export function dotted(parts: readonly Message[]): Message {
  const [first, ...others] = parts;
  if (first === undefined) return say('');
  return others.reduce((before, part) => say('{before} · {part}', { before, part }), first);
}
