import { known, type Fact } from './fact.js';
import { chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { egressAddressesOf, type EgressAddress } from './egress-addresses.js';
import { knownIn, newAddressesOf, type NewAddresses } from './new-addresses.js';
import type { Message } from './message.js';
import type { Target } from './target.js';

/** What outsiders see today, what they will see, and which of today's addresses they will not see again. */
export interface AddressChange {
  readonly today: readonly EgressAddress[];
  readonly after: NewAddresses;
  readonly gone: readonly EgressAddress[];
  /** Why today's are not known: then `today` and `gone` are empty, and say nothing. */
  readonly todayUnknown?: Message;
}

/** Unknown as soon as today's or the new addresses are; but an address that does not exist yet is another one, whatever is seen today. */
export function addressChangeOf(facts: ClusterFacts, target: Target): Fact<AddressChange> {
  const { origin } = facts.cluster.outboundType;
  return chain(newAddressesOf(facts, target), (after) => {
    const now = egressAddressesOf(facts);
    if (now.kind === 'unknown' && isBrandNew(after))
      return known<AddressChange>({ today: [], after, gone: [], todayUnknown: now.because }, origin);
    return chain(now, (today) => {
      const kept = knownIn(after);
      const gone = today.filter(({ address }) => !kept.includes(address));
      return known<AddressChange>({ today, after, gone }, origin);
    });
  });
}

const isBrandNew = ({ kind }: NewAddresses): boolean => kind === 'drawnByAzure' || kind === 'createdByPlan';
