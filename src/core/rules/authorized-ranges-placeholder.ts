import { balancerPlaceholder } from '../authorized-ranges.js';
import { egressAddressesOf } from '../egress-addresses.js';
import { valueOf } from '../fact.js';
import { where } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say, type Message } from '../message.js';
import { rangesStepId } from '../range-steps.js';
import { rangeWorkOf } from '../range-work.js';
import { defineRule } from '../rule.js';
import type { Target } from '../target.js';
import { wanted } from '../wanted.js';

/** P36, authorized-ranges-placeholder. AKS docs, API server authorized IP ranges (ms.date 2026-08-03), read 2026-11-23. */
export const authorizedRangesPlaceholder = defineRule({
  id: 'aks-authorized-ranges-placeholder',
  title: say('The authorized ranges name real addresses'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, [
      'managedNATGateway',
      'userAssignedNATGateway',
      'userDefinedRouting',
      'none',
      'block',
    ]);
    return (
      outboundType && {
        outboundType,
        authorizedIPRanges: where(facts.cluster.authorizedIPRanges, (ranges) =>
          ranges.includes(balancerPlaceholder),
        ),
      }
    );
  },
  *check({ authorizedIPRanges }, target, facts) {
    if (authorizedIPRanges === undefined) return;
    const standIn = facts.subject === 'live' && target ? rangeWorkOf(facts, target)?.standIn : undefined;
    yield standIn === undefined
      ? {
          about: 'authorizedIPRanges',
          title: say('Nodes would lose the API server'),
          message,
          remedy: { text: byHand(facts, target) },
        }
      : {
          about: 'authorizedIPRanges',
          severity: 'warn',
          title: say('Nodes would lose the API server'),
          message,
          remedy: {
            text: say(
              'The plan puts {addresses} in its place first, the address that it stands for today, and lets the new one in too.',
              { addresses: standIn },
            ),
            solvedByStep: rangesStepId,
          },
        };
  },
});

const message = say(
  'The authorized ranges hold 0.0.0.0/32, which stands for the address of the load balancer. Without a load balancer it lets nobody in.',
);

/** What a person can do: name what is known, and what only they know. */
function byHand(facts: ClusterFacts, target: Target | undefined): Message {
  if (facts.subject === 'file')
    return say(
      'Replace 0.0.0.0/32 with the addresses that are to reach the API server, the new egress address among them.',
    );
  const today = (valueOf(egressAddressesOf(facts)) ?? []).map(({ address }) => address);
  if (target?.outboundType === 'none' || target?.outboundType === 'block')
    return say(
      'Replace 0.0.0.0/32 with the ranges of those who are to reach the API server. Nodes leave from no address then.',
    );
  if (target?.outboundType === 'userDefinedRouting')
    return today.length === 0
      ? say(
          'Replace 0.0.0.0/32 with the public addresses of your firewall, and with those that are in use today.',
        )
      : say('Replace 0.0.0.0/32 with {today} and the public addresses of your firewall, then plan again.', {
          today,
        });
  return say(
    'Replace 0.0.0.0/32 with the addresses from which the cluster leaves today, then plan again. They could not be read here, so the plan cannot do it.',
  );
}
