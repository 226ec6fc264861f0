import { say } from '../message.js';
import { tablesWhere } from '../route-tables.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P22, udr-default-route-internet. AKS docs, Customize cluster egress with a user-defined routing table, read 2026-11-23. */
export const udrDefaultRouteElsewhere = defineRule({
  id: 'aks-udr-default-route-elsewhere',
  title: say('Every default route leads to an appliance or a gateway'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    const isElsewhere = (hop: string): boolean => hop !== 'appliance' && hop !== 'virtualNetworkGateway';
    return (
      outboundType && {
        outboundType,
        nextHopType: tablesWhere(facts, (route) => route !== undefined && isElsewhere(route.nextHop)),
      }
    );
  },
  *check({ nextHopType: tables }) {
    if (tables === undefined) return;
    yield {
      about: 'nextHopType',
      title: say('Azure would refuse: the default route does not lead to an appliance'),
      message: say(
        'The default route of {tables} leads to the internet or nowhere. AKS takes VirtualAppliance or VirtualNetworkGateway.',
        { tables },
      ),
      remedy: {
        text: say('Set its next hop to VirtualAppliance with the private address of your firewall.'),
      },
    };
  },
});
