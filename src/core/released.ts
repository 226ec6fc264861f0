import { known, valueOf } from './fact.js';
import { chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { addressesAt, loadBalancerIds } from './actual-path.js';
import { declaredKeyOf } from './declared.js';
import { egressAddressesOf, ownerOf } from './egress-addresses.js';
import { knownIn, newAddressesOf } from './new-addresses.js';
import { eachOnce } from './node-subnets.js';
import { keyOf, type Target } from './target.js';
import { whyNotByType } from './unfinished.js';

/**
 * AKS's own addresses that this change gives back to Azure, as far as they are known: today's, and those that
 * the cluster still reports although the traffic has moved. Addresses of the customer's stay the customer's.
 * Another number of addresses of the same type releases some, and nobody knows which; where the type stays and
 * no address is named, none is released, whatever way the packets take.
 */
export function releasedBy(facts: ClusterFacts, target: Target): readonly string[] {
  const after = valueOf(newAddressesOf(facts, target));
  const stays = valueOf(declaredKeyOf(facts.cluster)) === keyOf(target);
  // What Azure did not finish still holds what the former type had.
  const isFinished = whyNotByType(facts, target.outboundType) === undefined;
  if (stays && isFinished && !namesAddresses(target)) return [];
  const kept = [...(after === undefined ? [] : knownIn(after)), ...namedBy(facts, target)];
  const today = (valueOf(egressAddressesOf(facts)) ?? []).map(({ address }) => address);
  const reported = [
    loadBalancerIds(facts),
    chain(facts.cluster.natGatewayProfile, (profile) => profile.effectiveOutboundIPIds),
  ].flatMap((ids) => valueOf(addressesAt(facts, ids).addresses) ?? []);
  return eachOnce([...today, ...reported]).filter(
    (address) => !kept.includes(address) && ownerOf(facts, address) === 'AKS',
  );
}

const idsNamed = (target: Target): readonly string[] =>
  target.outboundType === 'loadBalancer'
    ? [...(target.outboundIPIds ?? []), ...(target.outboundIPPrefixIds ?? [])]
    : [];

const namesAddresses = (target: Target): boolean => idsNamed(target).length > 0;

const namedBy = (facts: ClusterFacts, target: Target): readonly string[] => {
  const ids = idsNamed(target).map((id) => id.toLowerCase());
  return valueOf(addressesAt(facts, known(ids, facts.cluster.outboundType.origin)).addresses) ?? [];
};
