import { firstOf } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { poolsRouted, poolsWithGateway } from '../shadow.js';
import { wanted } from '../wanted.js';

/** P31, lb-shadowed. Azure NAT Gateway docs on precedence, read 2026-11-23. */
export const lbShadowed = defineRule({
  id: 'aks-lb-shadowed',
  title: say('Nothing takes the packets before the load balancer'),
  severity: { live: 'warn', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['loadBalancer']);
    return (
      outboundType && {
        outboundType,
        vnetSubnetID: firstOf<readonly string[]>(poolsRouted(facts), poolsWithGateway(facts)),
      }
    );
  },
  *check({ vnetSubnetID: pools }, _target, { subject }) {
    if (pools === undefined) return;
    yield {
      about: 'vnetSubnetID',
      title: say('Traffic would not leave through the load balancer'),
      message: say(
        'The subnet of {pools} has a NAT gateway or a default route, and Azure uses that before any load balancer rule. The addresses that AKS reports would mislead.',
        { pools },
      ),
      remedy: {
        text:
          subject === 'live'
            ? say(
                'Once the type is changed and its outbound rule is there, detach the gateway or remove the route: that moves the traffic.',
              )
            : say('Declare the outbound type that fits, or take the gateway or the route off the subnet.'),
      },
    };
  },
});
