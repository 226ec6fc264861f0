import { known, type Fact } from './fact.js';
import { chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { egressAddressesOf, type EgressAddress } from './egress-addresses.js';
import { knownIn, newAddressesOf, type NewAddresses } from './new-addresses.js';
import type { Target } from './target.js';

/** What outsiders see today, what they will see, and which of today's addresses they will not see again. */
export interface AddressChange {
  readonly today: readonly EgressAddress[];
  readonly after: NewAddresses;
  readonly gone: readonly EgressAddress[];
}

/** Unknown as soon as today's or the new addresses are. */
export function addressChangeOf(facts: ClusterFacts, target: Target): Fact<AddressChange> {
  return chain(egressAddressesOf(facts), (today) =>
    chain(newAddressesOf(facts, target), (after) => {
      const kept = knownIn(after);
      const gone = today.filter(({ address }) => !kept.includes(address));
      return known({ today, after, gone }, facts.cluster.outboundType.origin);
    }),
  );
}
