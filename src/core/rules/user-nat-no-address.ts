import { absent, known } from '../fact.js';
import { chain, hitsIn, ifAny, orDefault } from '../fact-logic.js';
import { say } from '../message.js';
import { eachOnce, gatewayOf } from '../node-subnets.js';
import { graphAfter } from '../own-network/network-work.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P18, user-nat-no-address. Azure's refusal "must have at least one public IP or IP prefix", read 2026-11-23. */
export const userNatNoAddress = defineRule({
  id: 'aks-user-nat-no-address',
  title: say('Every NAT gateway has an address'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userAssignedNATGateway']);
    if (outboundType === undefined) return undefined;
    const after = graphAfter(facts, target);
    const withoutAddress = hitsIn(facts.pools, (pool) =>
      chain(gatewayOf(after, pool), ({ name, addressIds }) =>
        chain(orDefault(addressIds, []), (ids) =>
          ids.length === 0 ? known(name, addressIds.origin) : absent(addressIds.origin),
        ),
      ),
    );
    return { outboundType, publicIpAddresses: ifAny(withoutAddress) };
  },
  *check({ publicIpAddresses: gateways }) {
    if (gateways === undefined) return;
    yield {
      about: 'publicIpAddresses',
      title: say('Azure would refuse: a NAT gateway has no address'),
      message: say('{gateways} has neither a public address nor a prefix, so nothing can leave through it.', {
        gateways: eachOnce(gateways),
      }),
      remedy: { text: say('Give it a public address or a prefix.') },
    };
  },
});
