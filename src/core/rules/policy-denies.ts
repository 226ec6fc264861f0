import { known, mapFact, type Fact, type Origin } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import { memberOf } from '../around.js';
import type { ClusterFacts } from '../facts.js';
import { say, type Message } from '../message.js';
import { defineRule } from '../rule.js';
import { newAddressCount } from '../new-address-count.js';
import type { Target } from '../target.js';

interface Denied {
  readonly type: string;
  readonly assignment: string;
}

/** P13. Azure docs, Policy Restrictions - Check At Resource Group Scope; AKS issue 2993, read 2026-11-23. */
export const policyDenies = defineRule({
  id: 'aks-policy-denies',
  title: say('No policy forbids what AKS has to make'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    const policies = denialsOf(facts, target);
    return policies && { policies };
  },
  *check({ policies }) {
    if (policies === undefined) return;
    yield {
      about: 'policies',
      title: say('A policy forbids what AKS has to make: the change would fail half-way'),
      message: say('{denials}. AKS would begin the change and be refused with RequestDisallowedByPolicy.', {
        denials: policies.map(wordsOf),
      }),
      remedy: {
        text: say(
          'Ask the keepers of the policy to exempt the node resource group, then read again. Or choose a type that needs nothing new from AKS.',
        ),
      },
    };
  },
});

const wordsOf = ({ type, assignment }: Denied): Message =>
  say('Policy assignment {assignment} denies new {type}', { type, assignment });

/** What AKS itself makes in its node resource group for this target. Undefined where it makes nothing. */
function denialsOf(facts: ClusterFacts, target: Target): Fact<readonly Denied[]> | undefined {
  const isGateway = target.outboundType === 'managedNATGateway';
  if (!isGateway && target.outboundType !== 'loadBalancer') return undefined;
  const origin: Origin = { kind: 'arm', resourceId: facts.id, property: 'policies' };
  const types = mapFact(newAddressCount(facts, target), (count) => [
    ...(count > 0 ? ['Microsoft.Network/publicIPAddresses'] : []),
    ...(count > 0 && isGateway ? ['Microsoft.Network/natGateways'] : []),
  ]);
  return chain(types, (names) =>
    ifAny(
      mapFact(
        hitsIn(known(names, origin), (type) => ifAny(denialsAt(facts, type))),
        (lists) => lists.flat(),
      ),
    ),
  );
}

const denialsAt = (facts: ClusterFacts, type: string): Fact<readonly Denied[]> =>
  mapFact(memberOf(facts, 'policies', facts.around?.policies, type.toLowerCase()), (list) =>
    list
      .filter(({ effect }) => effect.toLowerCase() === 'deny')
      .map(({ policyAssignmentId }) => ({
        type,
        assignment: policyAssignmentId.slice(policyAssignmentId.lastIndexOf('/') + 1),
      })),
  );
