import { anyAddressOption } from '../given-addresses.js';
import { chain } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** lb-profile-ignored. azure-rest-api-specs issue 22469, read 2026-11-23. */
export const lbProfileIgnored = defineRule({
  id: 'aks-lb-profile-ignored',
  title: say('Load balancer addresses stand only beside the outbound type loadBalancer'),
  severity: { live: 'none', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, [
      'managedNATGateway',
      'userAssignedNATGateway',
      'none',
      'block',
    ]);
    return (
      outboundType && {
        outboundType,
        loadBalancerProfile: chain(facts.cluster.loadBalancerProfile, anyAddressOption),
      }
    );
  },
  *check({ outboundType: type = 'none', loadBalancerProfile: option }) {
    if (option === undefined) return;
    yield {
      about: 'loadBalancerProfile',
      title: say('The addresses of the load balancer would have no effect'),
      message: say('Azure accepts loadBalancerProfile.{option} beside {type} and does nothing with it.', {
        option,
        type,
      }),
      remedy: { text: say('Remove {option} from loadBalancerProfile.', { option }) },
    };
  },
});
