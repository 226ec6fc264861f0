import { severalAddressOptions } from '../given-addresses.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { loadBalancerOptions } from '../wanted-options.js';

/** lb-ip-options-exclusive. AKS docs, Use a public standard load balancer (ms.date 2024-01-23), read 2026-11-23. */
export const lbIpOptionsExclusive = defineRule({
  id: 'aks-lb-ip-options-exclusive',
  title: say('The load balancer has its addresses in one way'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const options = loadBalancerOptions(facts, target);
    return options && { loadBalancerProfile: severalAddressOptions(options) };
  },
  *check({ loadBalancerProfile: options }) {
    if (options === undefined) return;
    yield {
      about: 'loadBalancerProfile',
      title: say('Azure would refuse: addresses are given in more than one way'),
      message: say('{options} exclude each other.', { options }),
      remedy: { text: say('Keep one of them.') },
    };
  },
});
