import { known, unknown, valueOf, type Fact, type Origin } from './fact.js';
import { allOf, chain } from './fact-logic.js';
import type { ClusterFacts, PoolFacts } from './facts.js';
import { declaredTypeOf } from './declared.js';
import { defaultRouteOf } from './default-route.js';
import { say } from './message.js';
import type { OutboundType } from './outbound-type.js';
import { gatewayOf, nodeAt, routeTableOf } from './node-subnets.js';
import { whyNotByType } from './unfinished.js';

/** How packets of one pool really leave, and from which addresses outsiders see them. */
export interface ActualPath {
  readonly kind:
    'appliance' | 'virtualNetworkGateway' | 'natGateway' | 'loadBalancer' | 'nodePublicIP' | 'none';
  /** Addresses, and prefixes in CIDR form. */
  readonly addresses: Fact<readonly string[]>;
  /** Graph keys of those addresses, where Azure holds them. */
  readonly addressIds: readonly string[];
  /** The appliance's private address, or the NAT gateway's name. */
  readonly via?: string;
}

/**
 * The first that exists wins, per subnet: a default route to an appliance or a virtual network gateway, a NAT
 * gateway, a node's own public address, the load balancer's outbound rule. What AKS runs is known from the declared
 * type alone where Azure has finished what it was asked for.
 * Source: Azure NAT Gateway docs, "What is Azure NAT Gateway" and "NAT gateway SKUs", read 2026-11-23.
 */
export function actualPathOf(facts: ClusterFacts, pool: PoolFacts): Fact<ActualPath> {
  const type = declaredTypeOf(facts.cluster);
  if (type.kind === 'known' && type.value === 'block')
    return whyNotByType(facts, 'block') ?? known(nothing(type.origin), type.origin);
  return byRoute(facts, pool) ?? byGateway(facts, pool) ?? chain(type, (known) => byType(facts, pool, known));
}

const nothing = (origin: Origin): ActualPath => ({
  kind: 'none',
  addresses: known([], origin),
  addressIds: [],
});

/** Undefined where no route takes the packets, so that the next one may. */
function byRoute(facts: ClusterFacts, pool: PoolFacts): Fact<ActualPath> | undefined {
  const route = chain(routeTableOf(facts, pool), defaultRouteOf);
  if (route.kind === 'unknown') return route;
  if (route.kind === 'absent') return undefined;
  const { nextHop, nextHopIpAddress } = route.value;
  if (nextHop === 'nowhere') return known(nothing(route.origin), route.origin);
  if (nextHop !== 'appliance' && nextHop !== 'virtualNetworkGateway') return undefined;
  const appliance = valueOf(nextHopIpAddress);
  return known(
    {
      kind: nextHop,
      addresses: unknown(
        'notRead',
        appliance === undefined
          ? say(
              'The virtual network gateway decides the public address, and Azure does not describe it here.',
            )
          : say('The appliance at {appliance} decides the public address, and Azure does not describe it.', {
              appliance,
            }),
        route.origin,
      ),
      addressIds: [],
      ...(appliance === undefined ? {} : { via: appliance }),
    },
    route.origin,
  );
}

function byGateway(facts: ClusterFacts, pool: PoolFacts): Fact<ActualPath> | undefined {
  const gateway = gatewayOf(facts, pool);
  if (gateway.kind === 'unknown') return gateway;
  if (gateway.kind === 'absent') return undefined;
  const { addressIds, name } = gateway.value;
  return known(
    {
      kind: 'natGateway',
      ...addressesAt(facts, addressIds),
      via: name,
    },
    gateway.origin,
  );
}

/** The gateway that AKS runs wins over a node's own address, a load balancer's rule does not. */
function byType(facts: ClusterFacts, pool: PoolFacts, type: OutboundType): Fact<ActualPath> {
  const { origin } = facts.cluster.outboundType;
  const unclear = whyNotByType(facts, type);
  if (unclear !== undefined) return unclear;
  if (type === 'managedNATGateway')
    return known({ kind: 'natGateway', ...reportedAt(facts, managedGatewayIds(facts)) }, origin);
  const own = byPublicIP(pool);
  if (own !== undefined) return own;
  if (type !== 'loadBalancer') return known(nothing(origin), origin);
  return known({ kind: 'loadBalancer', ...reportedAt(facts, loadBalancerIds(facts)) }, origin);
}

function byPublicIP(pool: PoolFacts): Fact<ActualPath> | undefined {
  const { enableNodePublicIP: has } = pool;
  if (has.kind === 'unknown') return has;
  if (has.kind === 'absent' || !has.value) return undefined;
  return known(
    {
      kind: 'nodePublicIP',
      addresses: unknown('notRead', say('Each node has a public address of its own.'), has.origin),
      addressIds: [],
    },
    has.origin,
  );
}

const managedGatewayIds = (facts: ClusterFacts): Fact<readonly string[]> =>
  chain(facts.cluster.natGatewayProfile, (profile) => profile.effectiveOutboundIPIds);

/** What Azure reports; where it reports nothing, the addresses and prefixes that were asked for. */
export function loadBalancerIds(facts: ClusterFacts): Fact<readonly string[]> {
  return chain(facts.cluster.loadBalancerProfile, (profile) => {
    const { effectiveOutboundIPIds: effective, outboundIPIds, outboundIPPrefixIds } = profile;
    if (effective.kind === 'unknown') return effective;
    if (effective.kind === 'known' && effective.value.length > 0) return effective;
    return chain(allOf([outboundIPIds, outboundIPPrefixIds], effective.origin), (lists) =>
      lists.length === 0 ? effective : known(lists.flat(), effective.origin),
    );
  });
}

/**
 * What AKS runs always has an address; where Azure reports none, it is not known: while an update runs, and of a
 * Basic load balancer at all times. Recorded: load balancer to managed NAT gateway, read 2026-11-23.
 */
function reportedAt(
  facts: ClusterFacts,
  ids: Fact<readonly string[]>,
): Pick<ActualPath, 'addresses' | 'addressIds'> {
  // A file never says them.
  if (facts.subject === 'file') return addressesAt(facts, ids);
  const isReported = ids.kind === 'unknown' || (ids.kind === 'known' && ids.value.length > 0);
  if (isReported) return addressesAt(facts, ids);
  const because = say('Azure does not report from which addresses this cluster leaves.');
  return { addresses: unknown('notRead', because, ids.origin), addressIds: [] };
}

/** The addresses behind ids of public addresses and prefixes. */
export function addressesAt(
  facts: ClusterFacts,
  ids: Fact<readonly string[]>,
): Pick<ActualPath, 'addresses' | 'addressIds'> {
  const { origin } = ids;
  return {
    addresses: chain(ids, (list) =>
      allOf(
        list.map((id) => chain(nodeAt(facts.addresses, id, origin), ({ address }) => address)),
        origin,
      ),
    ),
    addressIds: ids.kind === 'known' ? ids.value : [],
  };
}
