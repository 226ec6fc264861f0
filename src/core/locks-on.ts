import { known, unknown, type Fact, type Origin } from './fact.js';
import { say } from './message.js';
import type { LockFacts, Surroundings } from './surroundings.js';

/**
 * The locks that hold for a resource: its own and those above it. Unknown where no scope that covers it could be
 * read: a lock that nobody may see still holds.
 */
export function locksOn(around: Surroundings | undefined, resourceId: string): Fact<readonly LockFacts[]> {
  const origin: Origin = { kind: 'arm', resourceId, property: 'locks' };
  const asked = Object.entries(around?.locks ?? {}).filter(([scope]) => isWithin(resourceId, scope));
  const lists = asked.map(([, list]) => list);
  const readable = lists.filter((list) => list.kind === 'known');
  if (readable.length === 0)
    return (
      lists.find((list) => list.kind === 'unknown') ??
      unknown(
        around?.locks === undefined ? 'notAsked' : 'notRead',
        say('The locks of {resource} were not read.', { resource: resourceId }),
        origin,
      )
    );
  const locks = readable.flatMap(({ value }) => value).filter(({ scope }) => isWithin(resourceId, scope));
  const once = new Map(locks.map((lock) => [`${lock.scope}/${lock.name}`, lock]));
  return known([...once.values()], origin);
}

/** Locks below a scope, on single resources in it. */
export function locksWithin(around: Surroundings | undefined, scopeId: string): Fact<readonly LockFacts[]> {
  const origin: Origin = { kind: 'arm', resourceId: scopeId, property: 'locks' };
  const asked = Object.entries(around?.locks ?? {}).filter(([scope]) => isWithin(scopeId, scope));
  const lists = asked.map(([, list]) => list).filter((list) => list.kind === 'known');
  if (lists.length === 0) return locksOn(around, scopeId);
  const locks = lists.flatMap(({ value }) => value);
  const below = locks.filter(
    ({ scope }) => isWithin(scope, scopeId) && scope.toLowerCase() !== scopeId.toLowerCase(),
  );
  return known([...new Map(below.map((lock) => [`${lock.scope}/${lock.name}`, lock])).values()], origin);
}

const isWithin = (resourceId: string, scope: string): boolean =>
  `${resourceId.toLowerCase()}/`.startsWith(`${scope.toLowerCase()}/`);
