import { known, unknown, type Fact } from './fact.js';
import { allOf, chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { parseRange, sizeOf } from './ip-ranges.js';
import { say } from './message.js';
import { nodeAt } from './node-subnets.js';
import { optionDefaults } from './options.js';
import type { LoadBalancerOptions } from './wanted-options.js';

/** How many public IPv4 addresses the outbound rule will have: own ones, those of prefixes, or managed ones. */
export function balancerAddressCount(facts: ClusterFacts, options: LoadBalancerOptions): Fact<number> {
  const { outboundIPIds: ids, outboundIPPrefixIds: prefixes, managedOutboundIPCount: managed } = options;
  if (ids.kind === 'unknown') return ids;
  if (ids.kind === 'known' && ids.value.length > 0) return known(ids.value.length, ids.origin);
  if (prefixes.kind === 'unknown') return prefixes;
  if (prefixes.kind === 'known' && prefixes.value.length > 0)
    return sizeOfPrefixes(facts, prefixes.value, prefixes.origin);
  if (managed.kind === 'absent')
    return known(optionDefaults.loadBalancer.managedOutboundIPCount, managed.origin);
  return managed;
}

function sizeOfPrefixes(
  facts: ClusterFacts,
  ids: readonly string[],
  origin: Extract<Fact<never>, { kind: 'absent' }>['origin'],
): Fact<number> {
  const sizes = ids.map((id) =>
    chain(nodeAt(facts.addresses, id, origin), ({ address }) =>
      chain(address, (text) => {
        const range = parseRange(text);
        if (range === undefined)
          return unknown('odd', say('{text} is no address range.', { text }), address.origin);
        return known(range.family === 4 ? sizeOf(range) : 0, address.origin);
      }),
    ),
  );
  return chain(allOf(sizes, origin), (all) =>
    known(
      all.reduce((sum, size) => sum + size, 0),
      origin,
    ),
  );
}
