import { absent, known, valueOf, type Fact } from './fact.js';
import { allOf, chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { addressesAt } from './actual-path.js';
import { defaultRouteOf } from './default-route.js';
import { declaredKeyOf } from './declared.js';
import { eachOnce, gatewayOf, routeTableOf } from './node-subnets.js';
import { egressAddressesOf, type EgressAddress } from './egress-addresses.js';
import { keyOf, type Target } from './target.js';

/** From which addresses outsiders will see the cluster, as far as that can be known before the change. */
export type NewAddresses =
  | { readonly kind: 'known'; readonly addresses: readonly string[] }
  /** AKS draws them while it changes the type; nobody can be told before. */
  | { readonly kind: 'drawnByAzure' }
  /** Those of a firewall or gateway behind these private addresses. */
  | { readonly kind: 'behindAppliance'; readonly appliances: readonly string[] };

/** The addresses after a change to this target. */
export function newAddressesOf(facts: ClusterFacts, target: Target): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  switch (target.outboundType) {
    case 'none':
    case 'block':
      return known({ kind: 'known', addresses: [] }, origin);
    case 'userAssignedNATGateway':
      return ofGateways(facts);
    case 'userDefinedRouting':
      return ofAppliances(facts);
    case 'managedNATGateway':
      return keptOrDrawn(facts, target);
    case 'loadBalancer': {
      const ids = [...(target.outboundIPIds ?? []), ...(target.outboundIPPrefixIds ?? [])];
      if (ids.length === 0) return keptOrDrawn(facts, target);
      return chain(
        addressesAt(
          facts,
          known(
            ids.map((id) => id.toLowerCase()),
            origin,
          ),
        ).addresses,
        (addresses) => known({ kind: 'known', addresses: eachOnce(addresses) }, origin),
      );
    }
  }
}

/** Another number of addresses of the same kind keeps the ones there are and draws or releases the rest. */
function keptOrDrawn(facts: ClusterFacts, target: Target): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  return chain(declaredKeyOf(facts.cluster), (key) => {
    if (key !== keyOf(target)) return known({ kind: 'drawnByAzure' }, origin);
    const wanted = 'managedOutboundIPCount' in target ? target.managedOutboundIPCount : undefined;
    return chain<readonly EgressAddress[], NewAddresses>(egressAddressesOf(facts), (now) =>
      wanted === undefined || wanted === now.length
        ? known({ kind: 'known', addresses: now.map(({ address }) => address) }, origin)
        : known({ kind: 'drawnByAzure' }, origin),
    );
  });
}

function ofGateways(facts: ClusterFacts): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  return chain(facts.pools, (pools) => {
    const perPool = pools.map((pool) =>
      chain(gatewayOf(facts, pool), ({ addressIds }) => addressesAt(facts, addressIds).addresses),
    );
    return chain(allOf(perPool, origin), (lists) =>
      known({ kind: 'known', addresses: eachOnce(lists.flat()) }, origin),
    );
  });
}

function ofAppliances(facts: ClusterFacts): Fact<NewAddresses> {
  const { origin } = facts.cluster.outboundType;
  return chain(facts.pools, (pools) => {
    const perPool = pools.map((pool) =>
      chain(chain(routeTableOf(facts, pool), defaultRouteOf), (route) => {
        const appliance = valueOf(route.nextHopIpAddress);
        return appliance === undefined ? absent(route.nextHopIpAddress.origin) : known(appliance, origin);
      }),
    );
    return chain(allOf<string>(perPool, origin), (appliances) =>
      known({ kind: 'behindAppliance', appliances: eachOnce(appliances) }, origin),
    );
  });
}
