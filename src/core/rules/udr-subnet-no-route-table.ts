import { bareSubnets, worstOf } from '../bare-subnets.js';
import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { tableCure } from '../own-network/cures.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P21, udr-subnet-no-route-table. Azure error ExistingRouteTableNotAssociatedWithSubnet, read 2026-11-23. */
export const udrSubnetNoRouteTable = defineRule({
  id: 'aks-udr-subnet-no-route-table',
  title: say('Every node subnet has a route table'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return outboundType && { outboundType, routeTable: bareSubnets(facts, 'routeTableId') };
  },
  *check({ routeTable: bare }, target, facts) {
    if (bare === undefined) return;
    const { names, areForNodes } = worstOf(bare);
    const cure = tableCure(facts, target);
    yield areForNodes
      ? {
          about: 'routeTable',
          ...(cure === undefined ? {} : { severity: 'warn' as const }),
          title: say('Azure would refuse: a node subnet has no route table'),
          message: oneOrMany(
            names,
            say('{subnets} has no route table. A route learnt from a virtual WAN alone does not count.', {
              subnets: names,
            }),
            say('{subnets} have no route table. A route learnt from a virtual WAN alone does not count.', {
              subnets: names,
            }),
          ),
          remedy: cure ?? {
            text:
              facts.subject === 'live'
                ? say(
                    'Under Configure give the private address of your firewall, and the plan makes a route table; or associate one yourself whose default route leads there.',
                  )
                : say('Associate a route table whose default route leads to your firewall.'),
          },
        }
      : {
          about: 'routeTable',
          severity: 'warn',
          title: say('Pods would lose their way out'),
          message: oneOrMany(
            names,
            say('{subnets} holds pods and has no route table. Pods leave from their own subnet.', {
              subnets: names,
            }),
            say('{subnets} hold pods and have no route table. Pods leave from their own subnet.', {
              subnets: names,
            }),
          ),
          remedy: cure ?? { text: say('Associate the route table with the subnet of the pods too.') },
        };
  },
});
