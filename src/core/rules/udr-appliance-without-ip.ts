import { absent, known } from '../fact.js';
import { say } from '../message.js';
import { tablesWhere } from '../route-tables.js';
import { oneOrMany } from '../one-or-many.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P22, udr-appliance-without-ip. Microsoft.Network route tables, read 2026-11-23. */
export const udrApplianceWithoutIp = defineRule({
  id: 'aks-udr-appliance-without-ip',
  title: say('Every route to an appliance names its address'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return (
      outboundType && {
        outboundType,
        nextHopIpAddress: tablesWhere(facts, (route) => {
          if (route?.nextHopType.toLowerCase() !== 'virtualappliance') return false;
          const { nextHopIpAddress: address } = route;
          if (address.kind === 'unknown') return address;
          return address.kind === 'absent' ? known(true, address.origin) : absent(address.origin);
        }),
      }
    );
  },
  *check({ nextHopIpAddress: tables }) {
    if (tables === undefined) return;
    yield {
      about: 'nextHopIpAddress',
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
      remedy: { text: say('Add the private address of your firewall.') },
    };
  },
});
