import type { Message } from '../core/message.js';
import { say } from '../core/message.js';

/** One or many, each a sentence of its own, because languages differ in more than a letter. */
export const counted = (count: number, one: Message, many: Message): Message => (count === 1 ? one : many);

/** Messages below each other. */
export function lines(all: readonly Message[]): Message {
  const [first, ...rest] = all;
  if (first === undefined) return say('');
  return rest.length === 0 ? first : say('{first}\n{rest}', { first, rest: lines(rest) });
}

/** Sentences in a row. */
export function sentences(all: readonly Message[]): Message {
  const [first, ...rest] = all;
  if (first === undefined) return say('');
  return rest.length === 0 ? first : say('{first} {rest}', { first, rest: sentences(rest) });
}

/** How long something takes or took, in whole seconds below an hour. */
export function duration(elapsedInMs: number): Message {
  const seconds = Math.max(0, Math.floor(elapsedInMs / 1000));
  if (!Number.isFinite(seconds)) return say('an unknown time');
  if (seconds < 60) return say('{seconds} s', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say('{minutes} min {seconds} s', { minutes, seconds: seconds % 60 });
  return say('{hours} h {minutes} min', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
