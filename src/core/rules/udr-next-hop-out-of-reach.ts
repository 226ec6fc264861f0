import { memberOf } from '../around.js';
import { absent, known, valueOf, type Fact } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { isHeldBy } from '../ip-ranges.js';
import { say } from '../message.js';
import { nextHopsOf } from '../next-hops.js';
import { defineRule } from '../rule.js';
import type { NetworkFacts } from '../surroundings.js';
import { placesIn } from '../touched-by.js';
import { wanted } from '../wanted.js';
import type { Target } from '../target.js';
import { virtualNetworkOf } from '../own-network/places.js';

/** P23. AKS docs, Control egress traffic using Azure Firewall (ms.date 2023-12-05), read 2026-11-23. */
export const udrNextHopOutOfReach = defineRule({
  id: 'aks-udr-next-hop-out-of-reach',
  title: say('The next hop of the default route lies in the network or in a peered one'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    if (outboundType === undefined || target === undefined) return undefined;
    return { outboundType, hops: unreachedOf(facts, target) };
  },
  *check({ hops }) {
    if (hops === undefined) return;
    yield {
      about: 'hops',
      title: say('Packets to the next hop may lead nowhere'),
      message: say(
        '{hops} is outside the address space of the virtual network, and no peering is connected that could carry packets there.',
        { hops },
      ),
      remedy: {
        text: say(
          "Peer the network with the firewall's, in both directions and with forwarded traffic allowed. Then read again.",
        ),
      },
    };
  },
});

function unreachedOf(facts: ClusterFacts, target: Target): Fact<readonly string[]> {
  const hops = nextHopsOf(facts, target);
  return chain(ifAny(hops), (addresses) =>
    chain(placesIn(facts), (places) => {
      const networks = [...new Set(places.map(virtualNetworkOf))].filter((id) => id !== '');
      const found = hitsIn(known(networks, hops.origin), (id) =>
        chain(memberOf(facts, 'networks', facts.around?.networks, id), (network) =>
          outsideOf(network, addresses),
        ),
      );
      return ifAny(chain(found, (lists) => known([...new Set(lists.flat())], hops.origin)));
    }),
  );
}

/** Absent where each address is inside or a peering may carry it. */
function outsideOf(network: NetworkFacts, addresses: readonly string[]): Fact<readonly string[]> {
  const { addressPrefixes, peerings } = network;
  return chain(addressPrefixes, (prefixes) => {
    const outside = addresses.filter((address) => !isHeldBy(address, prefixes));
    if (outside.length === 0) return absent(addressPrefixes.origin);
    return chain(peerings, (list) => {
      const unclear = list.find(({ state }) => state.kind === 'unknown')?.state;
      if (list.some(({ state }) => valueOf(state)?.toLowerCase() === 'connected'))
        return absent(peerings.origin);
      return unclear?.kind === 'unknown' ? unclear : known(outside, peerings.origin);
    });
  });
}
