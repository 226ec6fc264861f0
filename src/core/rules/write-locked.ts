import { known, mapFact, type Fact, type Origin } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { locksOn } from '../locks-on.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import type { LockFacts } from '../surroundings.js';
import type { Target } from '../target.js';
import { lockWords } from '../lock-words.js';
import { nodeGroupOf, touchedBy } from '../touched-by.js';

/** P12. Azure docs, Lock your resources to protect your infrastructure, read 2026-11-23. */
export const writeLocked = defineRule({
  id: 'aks-write-locked',
  title: say('No lock forbids to write what is changed'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => (target === undefined ? undefined : { locks: readOnlyLocks(facts, target) }),
  *check({ locks }) {
    if (locks === undefined) return;
    yield {
      about: 'locks',
      title: say('Azure would refuse the change: a lock makes it read-only'),
      message: say('Read-only: {locks}. Nobody can write there, whatever role they have.', {
        locks: lockWords(locks),
      }),
      remedy: {
        text: say('Ask whoever keeps the lock to take it away for the time of the change. Then read again.'),
      },
    };
  },
});

/** On the cluster, on the group in which AKS works, and on what the plan itself writes. */
function readOnlyLocks(facts: ClusterFacts, target: Target): Fact<readonly LockFacts[]> {
  const origin: Origin = { kind: 'arm', resourceId: facts.id, property: 'locks' };
  const written = mapFact(touchedBy(facts, target), ({ subnets, routeTables, created }) => [
    ...subnets,
    ...routeTables,
    ...created,
  ]);
  const lockedAmong = (keys: readonly string[]): Fact<readonly LockFacts[]> =>
    mapFact(
      hitsIn(known(keys, origin), (key) => ifAny(mapFact(locksOn(facts.around, key), readOnly))),
      (lists) => lists.flat(),
    );
  const groups = known(
    [known([facts.id], origin), mapFact(nodeGroupOf(facts), (group) => [group]), written],
    origin,
  );
  const found = hitsIn(groups, (keys) => ifAny(chain(keys, lockedAmong)));
  return ifAny(mapFact(found, (lists) => distinct(lists.flat())));
}

const readOnly = (locks: readonly LockFacts[]): readonly LockFacts[] =>
  locks.filter(({ level }) => level.toLowerCase() === 'readonly');

const distinct = (locks: readonly LockFacts[]): readonly LockFacts[] => [
  ...new Map(locks.map((lock) => [`${lock.scope}/${lock.name}`, lock])).values(),
];
