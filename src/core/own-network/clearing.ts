import { loadBalancerIds, addressesAt } from '../actual-path.js';
import { balancerPlaceholder, hasPrivatePath } from '../authorized-ranges.js';
import { declaredKeyOf } from '../declared.js';
import { known, valueOf } from '../fact.js';
import type { ClusterFacts } from '../facts.js';
import type { Target } from '../target.js';
import { gatewayAt } from './attaching.js';
import { hasNetworkPast } from '../undoing.js';
import { nameIn, placesOf, type Place } from './places.js';
import type { Clearing } from './ways-cleared.js';
import { takingBackOf } from './taking-back.js';
import { defaultRouteNames, tablesOf, type Table } from './tables.js';

/**
 * Undefined where nobody asked for it, nothing is in the way, a fact that decides is not known, a table in the way
 * serves subnets outside the cluster, or nodes would call the API server from an address that it cannot let in
 * before: then removing what is in the way stays the person's act.
 */
export function clearingOf(facts: ClusterFacts, target: Target): Clearing | undefined {
  // For routes, and for no way out at all, only a way back takes anything away, and nobody is asked about it.
  const isBack =
    (target.outboundType === 'userDefinedRouting' || target.outboundType === 'none') &&
    target.undoes !== undefined;
  if (!('clearsTheWay' in target) && !isBack) return undefined;
  const places = placesOf(facts);
  const tables = places && tablesOf(facts, places);
  if (places === undefined || tables === undefined) return undefined;
  if (!isOpen(facts) && !isLetIn(facts, target, places)) return undefined;
  if (target.undoes !== undefined && hasNetworkPast(target.undoes))
    return takingBackOf(target, target.undoes, { facts, places, tables });
  if (isBack) return undefined;
  const inTheWay = tables.filter(isInTheWay);
  if (inTheWay.some(({ others }) => others.length > 0)) return undefined;
  const routes = inTheWay.flatMap(routesOf);
  const gateways = target.outboundType === 'loadBalancer' ? gatewaysOn(facts, places) : [];
  if (gateways === undefined || routes.length + gateways.length === 0) return undefined;
  return { gateways, routes };
}

const isInTheWay = ({ defaultRoute }: Table): boolean =>
  defaultRoute.kind === 'known' &&
  (defaultRoute.value.nextHop === 'appliance' || defaultRoute.value.nextHop === 'virtualNetworkGateway');

const routesOf = ({ key, table, routes }: Table): Clearing['routes'] =>
  defaultRouteNames(routes).map((route) => {
    const there = routes.find(({ name }) => name === route);
    const hop = there === undefined ? [] : [valueOf(there.nextHopType), valueOf(there.nextHopIpAddress)];
    return {
      tableKey: key,
      table: table.name,
      route,
      nextHop: hop.filter((word) => word !== undefined).join(' '),
    };
  });

function gatewaysOn(facts: ClusterFacts, places: readonly Place[]): Clearing['gateways'] | undefined {
  if (places.some(({ subnet }) => subnet.natGatewayId.kind === 'unknown')) return undefined;
  return places.flatMap(({ key, subnet }) => {
    const gatewayKey = valueOf(subnet.natGatewayId);
    if (gatewayKey === undefined) return [];
    return [
      { subnetKey: key, gatewayKey, gateway: gatewayAt(facts, gatewayKey)?.name ?? nameIn(gatewayKey) },
    ];
  });
}

type Balancer = Extract<Target, { outboundType: 'loadBalancer' }>;

/** True where the API server is known to take calls from the nodes, whatever address they leave from. */
function isOpen(facts: ClusterFacts): boolean {
  const { authorizedIPRanges: ranges } = facts.cluster;
  const hasList = ranges.kind === 'unknown' || (ranges.kind === 'known' && ranges.value.length > 0);
  return !hasList || valueOf(hasPrivatePath(facts)) === true;
}

/** True where the list holds the addresses of the new way in any case, or they can be put on it before anything moves. */
function isLetIn(facts: ClusterFacts, target: Target, places: readonly Place[]): boolean {
  const ranges = valueOf(facts.cluster.authorizedIPRanges);
  if (ranges === undefined) return false;
  return target.outboundType === 'loadBalancer'
    ? ranges.includes(balancerPlaceholder) ||
        balancerAddresses(facts, target) !== undefined ||
        isDrawnBefore(facts, target)
    : places.every(({ subnet }) => {
        const key = valueOf(subnet.natGatewayId);
        const gateway = key === undefined ? undefined : gatewayAt(facts, key);
        // One that the plan attaches has its addresses looked at by the plan.
        return (
          key === undefined || (gateway && addressesAt(facts, gateway.addressIds).addresses.kind) === 'known'
        );
      });
}

/**
 * True where the plan changes the load balancer itself: AKS names its addresses then, while the gateway or route
 * still carries the traffic, and they are let in before that is taken away.
 */
const isDrawnBefore = (facts: ClusterFacts, target: Balancer): boolean => {
  const key = declaredKeyOf(facts.cluster);
  if (key.kind !== 'known') return false;
  if (key.value !== 'loadBalancer') return true;
  const profile = valueOf(facts.cluster.loadBalancerProfile);
  const count = profile && valueOf(profile.managedOutboundIPCount);
  return (
    count !== undefined &&
    target.managedOutboundIPCount !== undefined &&
    target.managedOutboundIPCount !== count
  );
};

/** The load balancer's addresses after the change, where they are known before: own ones, or those that it has and keeps. */
export function balancerAddresses(facts: ClusterFacts, target: Balancer): readonly string[] | undefined {
  const { origin } = facts.cluster.outboundType;
  const ids = [...(target.outboundIPIds ?? []), ...(target.outboundIPPrefixIds ?? [])].map((id) =>
    id.toLowerCase(),
  );
  if (ids.length > 0) return valueOf(addressesAt(facts, known(ids, origin)).addresses);
  if (valueOf(declaredKeyOf(facts.cluster)) !== 'loadBalancer') return undefined;
  const reported = valueOf(addressesAt(facts, loadBalancerIds(facts)).addresses) ?? [];
  const profile = valueOf(facts.cluster.loadBalancerProfile);
  const count = profile && valueOf(profile.managedOutboundIPCount);
  const keepsCount = target.managedOutboundIPCount === undefined || target.managedOutboundIPCount === count;
  return keepsCount && reported.length > 0 ? reported : undefined;
}
