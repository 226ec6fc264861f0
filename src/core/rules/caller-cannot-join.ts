import { mapFact, type Fact } from '../fact.js';
import { chain, ifAny } from '../fact-logic.js';
import { callerLacks, neededWords, type Needed } from '../may.js';
import { say } from '../message.js';
import type { ClusterFacts } from '../facts.js';
import { defineRule } from '../rule.js';
import type { Target } from '../target.js';
import { placesIn, touchedBy } from '../touched-by.js';

/**
 * P14. Who writes something that refers to a subnet, a table or a gateway must be allowed to join it.
 * Source: Azure docs, Resolve LinkedAuthorizationFailed; AKS docs, AKS service permissions, read 2026-11-23.
 */
export const callerCannotJoin = defineRule({
  id: 'aks-caller-cannot-join',
  title: say('You may use and change the network that the cluster stands in'),
  hinders: 'start',
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    return { permissions: chain(neededOf(facts, target), (needed) => callerLacks(facts, needed)) };
  },
  *check({ permissions: lacking }) {
    if (lacking === undefined) return;
    yield {
      about: 'permissions',
      title: say('You may not use the network of the cluster'),
      message: say(
        'Your account has no right to {actions}. Azure would refuse the change with LinkedAuthorizationFailed or AuthorizationFailed.',
        { actions: neededWords(lacking) },
      ),
      remedy: {
        text: say(
          'Hand the exported plan to somebody who has the role Network Contributor there, or activate that role and read again.',
        ),
      },
    };
  },
});

/** Absent where AKS made the network: it is no matter of the caller's then. */
function neededOf(facts: ClusterFacts, target: Target): Fact<readonly Needed[]> {
  const of = (ids: readonly string[], ...actions: readonly string[]): readonly Needed[] =>
    ids.flatMap((id) => actions.map((action) => ({ id, action: `Microsoft.Network/${action}` })));
  return chain(ifAny(placesIn(facts)), (places) =>
    mapFact(touchedBy(facts, target), ({ subnets, routeTables, gateways }) => [
      ...of(places, 'virtualNetworks/subnets/join/action'),
      ...of(subnets, 'virtualNetworks/subnets/write'),
      ...of(routeTables, 'routeTables/routes/write'),
      ...of(gateways, 'natGateways/join/action'),
    ]),
  );
}
