import { firstOf } from '../fact-logic.js';
import { say } from '../message.js';
import { clearingCure } from '../own-network/cures.js';
import { defineRule } from '../rule.js';
import { poolsRouted, poolsWithGateway } from '../shadow.js';
import { waysInPlace } from '../way-words.js';
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
  *check({ vnetSubnetID: pools }, target, facts) {
    if (pools === undefined) return;
    yield {
      about: 'vnetSubnetID',
      title: say('Traffic would not leave through the load balancer'),
      message: say(
        'Packets of {pools} leave through {ways}, which Azure uses before any load balancer rule. AKS would report addresses of the load balancer that no partner sees.',
        { pools, ways: waysInPlace(facts) },
      ),
      remedy: clearingCure(facts, target) ?? {
        text:
          facts.subject === 'live'
            ? say(
                'Once the type is changed and its outbound rule is there, detach the gateway or remove the route: that moves the traffic.',
              )
            : say('Declare the outbound type that fits, or take the gateway or the route off the subnet.'),
      },
    };
  },
});
