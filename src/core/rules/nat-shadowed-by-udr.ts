import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { clearingCure } from '../own-network/cures.js';
import { defineRule } from '../rule.js';
import { poolsRouted } from '../shadow.js';
import { wanted } from '../wanted.js';

/** P20, nat-shadowed-by-udr. Azure NAT Gateway docs on precedence, read 2026-11-23. */
export const natShadowedByUdr = defineRule({
  id: 'aks-nat-shadowed-by-udr',
  title: say('No route takes the packets before the NAT gateway'),
  severity: { live: 'warn', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userAssignedNATGateway']);
    return outboundType && { outboundType, routeTable: poolsRouted(facts) };
  },
  *check({ routeTable: pools }, target, facts) {
    if (pools === undefined) return;
    yield {
      about: 'routeTable',
      title: say('Traffic would not leave through the NAT gateway'),
      message: oneOrMany(
        pools,
        say('The subnet of {pools} has a default route, and a route wins over a NAT gateway.', {
          pools,
        }),
        say('The subnets of {pools} have a default route, and a route wins over a NAT gateway.', {
          pools,
        }),
      ),
      remedy: clearingCure(facts, target) ?? {
        text:
          facts.subject === 'live'
            ? say(
                'Once the type is changed, remove the default route: that moves the traffic. With kubenet keep the table itself.',
              )
            : say('Remove the default route, or declare userDefinedRouting.'),
      },
    };
  },
});
