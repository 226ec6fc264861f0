import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { tablesWhere } from '../route-tables.js';
import { routeCure } from '../own-network/cures.js';
import { graphAfter } from '../own-network/network-work.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

const isElsewhere = (hop: string): boolean => hop !== 'appliance' && hop !== 'virtualNetworkGateway';

const elsewhere = (facts: ClusterFacts) =>
  tablesWhere(facts, (route) => route !== undefined && isElsewhere(route.nextHop));

/** P22, udr-default-route-internet. AKS docs, Customize cluster egress with a user-defined routing table, read 2026-11-23. */
export const udrDefaultRouteElsewhere = defineRule({
  id: 'aks-udr-default-route-elsewhere',
  title: say('Every default route leads to an appliance or a gateway'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return outboundType && { outboundType, nextHopType: elsewhere(facts) };
  },
  *check({ nextHopType: tables }, target, facts) {
    if (tables === undefined) return;
    const cure =
      elsewhere(graphAfter(facts, target)).kind === 'absent' ? routeCure(facts, target) : undefined;
    yield {
      about: 'nextHopType',
      ...(cure === undefined ? {} : { severity: 'warn' as const }),
      title: say('Azure would refuse: the default route does not lead to an appliance'),
      message: say(
        'The default route of {tables} leads to the internet or nowhere. AKS takes VirtualAppliance or VirtualNetworkGateway.',
        { tables },
      ),
      remedy: cure ?? {
        text: say('Set its next hop to VirtualAppliance with the private address of your firewall.'),
      },
    };
  },
});
