import { known, valueOf, type Fact } from './fact.js';
import { allOf, chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { actualPathOf } from './actual-path.js';
import { eachOnce } from './node-subnets.js';

/** An address, or a prefix in CIDR form, from which outsiders see this cluster. */
export interface EgressAddress {
  readonly address: string;
  readonly owner: 'AKS' | 'customer' | 'unknown';
  /** Names of the pools that leave by it. */
  readonly usedBy: readonly string[];
}

/** All pools' addresses, each once, in the order of the pools; unknown as soon as one pool's are. */
export function egressAddressesOf(facts: ClusterFacts): Fact<readonly EgressAddress[]> {
  const { origin } = facts.cluster.outboundType;
  return chain(facts.pools, (pools) => {
    const uses = pools.map((pool) =>
      chain(actualPathOf(facts, pool), ({ addresses }) =>
        addresses.kind === 'unknown'
          ? addresses
          : known({ pool: pool.name, addresses: valueOf(addresses) ?? [] }, addresses.origin),
      ),
    );
    return chain(allOf(uses, origin), (all) =>
      known(
        eachOnce(all.flatMap(({ addresses }) => addresses)).map((address) => ({
          address,
          owner: ownerOf(facts, address),
          usedBy: all.filter((use) => use.addresses.includes(address)).map(({ pool }) => pool),
        })),
        origin,
      ),
    );
  });
}

/** Whose an address is, by the graph; `unknown` where no node carries it. */
export function ownerOf(facts: ClusterFacts, address: string): EgressAddress['owner'] {
  for (const node of Object.values(facts.addresses)) {
    if (node.kind !== 'known' || valueOf(node.value.address) !== address) continue;
    return valueOf(node.value.owner) ?? 'unknown';
  }
  return 'unknown';
}
