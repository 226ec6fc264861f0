import { absent, known } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { eachOnce, gatewayOf } from '../node-subnets.js';
import { graphAfter } from '../own-network/network-work.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P19. Azure NAT Gateway docs, NAT gateway SKUs (ms.date 2026-07-27), read 2026-11-23. */
export const natZoneMismatch = defineRule({
  id: 'aks-nat-zone-mismatch',
  title: say('The NAT gateway stands in the zones of the nodes'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userAssignedNATGateway']);
    if (outboundType === undefined || target === undefined) return undefined;
    const after = graphAfter(facts, target);
    const pools = hitsIn(after.pools, (pool) =>
      chain(gatewayOf(after, pool), ({ zones }) =>
        chain(zones, (of) =>
          chain(pool.availabilityZones, (wantedZones) =>
            of.length > 0 && wantedZones.some((zone) => !of.includes(zone))
              ? known(pool.name, zones.origin)
              : absent(zones.origin),
          ),
        ),
      ),
    );
    return { outboundType, pools: ifAny(pools) };
  },
  *check({ pools }) {
    if (pools === undefined) return;
    yield {
      about: 'pools',
      title: say('If one zone fails, nodes in other zones lose their way out'),
      message: say('The NAT gateway stands in one zone, and {pools} have nodes in others too.', {
        pools: eachOnce(pools),
      }),
      remedy: {
        text: say(
          'Take a gateway of sku StandardV2, which stands in all zones, or a gateway and a subnet for each zone.',
        ),
      },
    };
  },
});
