import { say, type Message } from './message.js';
import type { LockFacts } from './surroundings.js';

/** Each lock by its name, what it lies on, and what its keeper wrote. */
export const lockWords = (locks: readonly LockFacts[]): readonly Message[] =>
  locks.map(({ name, scope, notes }) =>
    notes === undefined
      ? say('{name} on {scope}', { name, scope: lastPart(scope) })
      : say('{name} on {scope} ("{notes}")', { name, scope: lastPart(scope), notes }),
  );

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
