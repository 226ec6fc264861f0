import { absent, known } from '../fact.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { tablesWhere } from '../route-tables.js';
import { oneOrMany } from '../one-or-many.js';
import { routeCure } from '../own-network/cures.js';
import { graphAfter } from '../own-network/network-work.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

const withoutAddress = (facts: ClusterFacts) =>
  tablesWhere(facts, (route) => {
    if (route?.nextHopType.toLowerCase() !== 'virtualappliance') return false;
    const { nextHopIpAddress: address } = route;
    if (address.kind === 'unknown') return address;
    return address.kind === 'absent' ? known(true, address.origin) : absent(address.origin);
  });

/** P22, udr-appliance-without-ip. Microsoft.Network route tables, read 2026-11-23. */
export const udrApplianceWithoutIp = defineRule({
  id: 'aks-udr-appliance-without-ip',
  title: say('Every route to an appliance names its address'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return outboundType && { outboundType, nextHopIpAddress: withoutAddress(facts) };
  },
  *check({ nextHopIpAddress: tables }, target, facts) {
    if (tables === undefined) return;
    const cure =
      withoutAddress(graphAfter(facts, target)).kind === 'absent' ? routeCure(facts, target) : undefined;
    yield {
      about: 'nextHopIpAddress',
      ...(cure === undefined ? {} : { severity: 'warn' as const }),
      title: say('Azure would refuse: the route to the appliance has no address'),
      message: oneOrMany(
        tables,
        say('The default route of {tables} is of type VirtualAppliance without nextHopIpAddress.', {
          tables,
        }),
        say('The default routes of {tables} are of type VirtualAppliance without nextHopIpAddress.', {
          tables,
        }),
      ),
      remedy: cure ?? { text: say('Add the private address of your firewall.') },
    };
  },
});
