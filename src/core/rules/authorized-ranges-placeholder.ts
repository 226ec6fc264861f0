import { balancerPlaceholder } from '../authorized-ranges.js';
import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
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
  *check({ authorizedIPRanges }) {
    if (authorizedIPRanges === undefined) return;
    yield {
      about: 'authorizedIPRanges',
      title: say('Nodes would lose the API server'),
      message: say(
        'The authorized ranges hold 0.0.0.0/32, which stands for the address of the load balancer. Without a load balancer it lets nobody in.',
      ),
      remedy: {
        text: say(
          'Replace 0.0.0.0/32 with the addresses that are to reach the API server, the new egress address among them.',
        ),
      },
    };
  },
});
