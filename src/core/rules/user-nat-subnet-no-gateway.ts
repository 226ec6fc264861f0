import { bareSubnets, worstOf } from '../bare-subnets.js';
import { gatewayCure } from '../own-network/cures.js';
import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P17, user-nat-subnet-no-gateway. Azure error SubnetNotAssociatedWithNATGateway, read 2026-11-23. */
export const userNatSubnetNoGateway = defineRule({
  id: 'aks-user-nat-subnet-no-gateway',
  title: say('Every node subnet has a NAT gateway'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userAssignedNATGateway']);
    return outboundType && { outboundType, natGateway: bareSubnets(facts, 'natGatewayId') };
  },
  *check({ natGateway: bare }, target, facts) {
    if (bare === undefined) return;
    const { names, areForNodes } = worstOf(bare);
    const cure = gatewayCure(facts, target);
    yield areForNodes
      ? {
          about: 'natGateway',
          ...(cure === undefined ? {} : { severity: 'warn' as const }),
          title: say('Azure would refuse: a node subnet has no NAT gateway'),
          message: oneOrMany(
            names,
            say('{subnets} has no NAT gateway, so its nodes would have no way out.', {
              subnets: names,
            }),
            say('{subnets} have no NAT gateway, so their nodes would have no way out.', {
              subnets: names,
            }),
          ),
          remedy: cure ?? {
            text:
              facts.subject === 'live'
                ? say(
                    'Under Configure let the plan create a gateway or take one of yours, or attach one yourself first. From that moment the traffic of the subnet leaves through the gateway.',
                  )
                : say(
                    'Attach your NAT gateway to it first. From that moment its traffic leaves through the gateway.',
                  ),
          },
        }
      : {
          about: 'natGateway',
          severity: 'warn',
          title: say('Pods would lose their way out'),
          message: oneOrMany(
            names,
            say('{subnets} holds pods and has no NAT gateway. Pods leave from their own subnet.', {
              subnets: names,
            }),
            say('{subnets} hold pods and have no NAT gateway. Pods leave from their own subnet.', {
              subnets: names,
            }),
          ),
          remedy: cure ?? { text: say('Attach your NAT gateway to the subnet of the pods too.') },
        };
  },
});
