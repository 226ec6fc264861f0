import { declaredTypeOf } from '../declared.js';
import { known, mapFact, type Fact } from '../fact.js';
import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { lockWords } from '../lock-words.js';
import { locksOn, locksWithin } from '../locks-on.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import type { LockFacts } from '../surroundings.js';
import type { Target } from '../target.js';
import { nodeGroupOf } from '../touched-by.js';

/** P12, section 5.7. Azure docs, Lock your resources to protect your infrastructure, read 2026-11-23. */
export const deleteLocked = defineRule({
  id: 'aks-delete-locked',
  title: say('No lock keeps AKS from taking the old way out away'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) =>
    target === undefined
      ? undefined
      : { locks: chain(leavesOwnThings(facts, target), () => deleteLocks(facts)) },
  *check({ locks }) {
    if (locks === undefined) return;
    yield {
      about: 'locks',
      title: say('AKS could not take the old way out away'),
      message: say(
        'Locked against deletion: {locks}. AKS deletes there what the old type no longer needs, so the change can end in state Failed.',
        { locks: lockWords(locks) },
      ),
      remedy: {
        text: say('Take the lock away for the time of the change, and put it back afterwards.'),
      },
    };
  },
});

/** AKS takes away what it made: of a load balancer or of a NAT gateway that it runs. Absent where it made nothing. */
const leavesOwnThings = (facts: ClusterFacts, target: Target): Fact<string> =>
  where(
    declaredTypeOf(facts.cluster),
    (type) => ['loadBalancer', 'managedNATGateway'].includes(type) && type !== target.outboundType,
  );

function deleteLocks(facts: ClusterFacts): Fact<readonly LockFacts[]> {
  return chain(nodeGroupOf(facts), (group) => {
    const lists = known(
      [locksOn(facts.around, group), locksWithin(facts.around, group)],
      facts.cluster.nodeResourceGroup.origin,
    );
    const found = hitsIn(lists, (list) =>
      ifAny(mapFact(list, (locks) => locks.filter(({ level }) => level.toLowerCase() === 'cannotdelete'))),
    );
    return ifAny(mapFact(found, (hits) => hits.flat()));
  });
}
