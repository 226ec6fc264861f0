import { absent, known } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { eachOnce, gatewayOf } from '../node-subnets.js';
import { graphAfter } from '../own-network/network-work.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

const plain = (location: string): string => location.toLowerCase().replaceAll(' ', '');

/** P18, nat-location-mismatch. Azure NAT Gateway docs, NAT gateway SKUs (ms.date 2026-07-27), read 2026-11-23. */
export const natLocationMismatch = defineRule({
  id: 'aks-nat-location-mismatch',
  title: say('NAT gateway and cluster are in one region'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userAssignedNATGateway']);
    if (outboundType === undefined) return undefined;
    const after = graphAfter(facts, target);
    const elsewhere = hitsIn(facts.pools, (pool) =>
      chain(gatewayOf(after, pool), ({ name, location }) =>
        chain(location, (there) =>
          chain(facts.cluster.location, (here) =>
            plain(there) === plain(here) ? absent(location.origin) : known(name, location.origin),
          ),
        ),
      ),
    );
    return { outboundType, location: ifAny(elsewhere) };
  },
  *check({ location: gateways }) {
    if (gateways === undefined) return;
    yield {
      about: 'location',
      title: say('Azure would refuse: the NAT gateway is in another region'),
      message: say(
        '{gateways} is in another region than the cluster; a NAT gateway serves one network in one region.',
        {
          gateways: eachOnce(gateways),
        },
      ),
      remedy: { text: say('Attach a NAT gateway of the same region.') },
    };
  },
});
