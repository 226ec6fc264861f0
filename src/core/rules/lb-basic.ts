import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

/** P9, lb-basic. AKS docs, Upgrade from Basic Load Balancer (ms.date 2025-08-29), read 2026-11-23. */
export const lbBasic = defineRule({
  id: 'aks-lb-basic',
  title: say('The load balancer is a Standard one'),
  severity: { live: 'block', file: 'error' },
  needs: ({ cluster }) => ({
    loadBalancerSku: where(cluster.loadBalancerSku, (sku) => sku.toLowerCase() === 'basic'),
  }),
  *check({ loadBalancerSku: sku }, _target, { subject }) {
    if (sku === undefined) return;
    yield {
      about: 'loadBalancerSku',
      title: say('Azure would refuse: the load balancer is Basic'),
      message: say(
        'loadBalancerSku is {sku}. Basic load balancers were retired on 30 September 2025; outbound types need Standard.',
        { sku },
      ),
      remedy: {
        text:
          subject === 'live'
            ? say(
                'Upgrade the load balancer first: az aks update --load-balancer-sku Standard, with downtime and new addresses.',
              )
            : say("Write loadBalancerSku: 'standard'."),
      },
    };
  },
});
