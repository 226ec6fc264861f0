import { say, type Message } from './message.js';

/** The first few of a list, and how many more there are. */
export function few(all: readonly string[], limit = 4): Message {
  if (all.length <= limit) return say('{list}', { list: all });
  return say('{list} and {count} more', { list: all.slice(0, limit), count: all.length - limit });
}
