import { anyAddressOption } from '../given-addresses.js';
import { chain } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** udr-with-lb-profile. terraform-provider-azurerm issue 28541, read 2026-11-23. Ports and timeout alone say nothing. */
export const udrWithLbProfile = defineRule({
  id: 'aks-udr-with-lb-profile',
  title: say('User-defined routes stand without load balancer addresses'),
  severity: { live: 'none', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return (
      outboundType && {
        outboundType,
        loadBalancerProfile: chain(facts.cluster.loadBalancerProfile, anyAddressOption),
      }
    );
  },
  *check({ loadBalancerProfile: option }) {
    if (option === undefined) return;
    yield {
      about: 'loadBalancerProfile',
      title: say('Azure would refuse: load balancer addresses beside userDefinedRouting'),
      message: say(
        "loadBalancerProfile.{option} and userDefinedRouting exclude each other. Azure's code is InvalidUserDefinedRoutingWithLoadBalancerProfile.",
        { option },
      ),
      remedy: { text: say('Remove {option} from loadBalancerProfile.', { option }) },
    };
  },
});
