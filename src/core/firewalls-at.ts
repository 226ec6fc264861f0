import { partOf } from './around.js';
import { known, unknown, type Fact } from './fact.js';
import { chain, ifAny } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { say } from './message.js';
import { nextHopsOf } from './next-hops.js';
import type { FirewallFacts } from './surroundings.js';
import type { Target } from './target.js';

/**
 * Azure Firewalls at the next hops of the default routes. Absent where no route leads to an appliance; unknown where
 * one of them is no Azure Firewall that could be found: what stands there, Azure does not describe.
 */
export function firewallsAt(facts: ClusterFacts, target: Target): Fact<readonly FirewallFacts[]> {
  return chain(ifAny(nextHopsOf(facts, target)), (hops) => {
    const list = partOf(facts, 'firewalls', facts.around?.firewalls);
    return chain(list, (firewalls) => {
      const found = firewalls.filter(({ privateAddresses }) =>
        privateAddresses.some((one) => hops.includes(one)),
      );
      const lost = hops.filter(
        (hop) => !found.some(({ privateAddresses }) => privateAddresses.includes(hop)),
      );
      if (lost.length === 0) return known(found, list.origin);
      return unknown(
        'notFound',
        say(
          'No Azure Firewall with the address {hops} was found, so whatever stands there is not described in Azure.',
          { hops: lost },
        ),
        list.origin,
      );
    });
  });
}
