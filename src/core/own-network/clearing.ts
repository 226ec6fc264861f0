import { loadBalancerIds, addressesAt } from '../actual-path.js';
import { balancerPlaceholder, hasPrivatePath } from '../authorized-ranges.js';
import { declaredKeyOf } from '../declared.js';
import { known, valueOf } from '../fact.js';
import type { ClusterFacts } from '../facts.js';
import type { Target } from '../target.js';
import { gatewayAt } from './attaching.js';
import { nameIn, placesOf, type Place } from './places.js';
import { defaultRouteNames, tablesOf, type Table } from './tables.js';

/** What the plan takes off the subnets after the type is changed, so that packets take the new way. */
export interface Clearing {
  readonly gateways: readonly {
    readonly subnetKey: string;
    readonly gatewayKey: string;
    readonly gateway: string;
  }[];
  readonly routes: readonly {
    readonly tableKey: string;
    readonly table: string;
    readonly route: string;
    /** "VirtualAppliance 10.0.0.4", for whoever puts it back. */
    readonly nextHop: string;
  }[];
}

/**
 * Undefined where nobody asked for it, nothing is in the way, a fact that decides is not known, a table in the way
 * serves subnets outside the cluster, or nodes would call the API server from an address that it cannot let in
 * before: then removing what is in the way stays the person's act.
 */
export function clearingOf(facts: ClusterFacts, target: Target): Clearing | undefined {
  if (!('clearsTheWay' in target)) return undefined;
  if (target.outboundType === 'loadBalancer' && !isBalancerLetIn(facts, target)) return undefined;
  const places = placesOf(facts);
  const tables = places && tablesOf(facts, places);
  if (places === undefined || tables === undefined) return undefined;
  const inTheWay = tables.filter(isInTheWay);
  if (inTheWay.some(({ others }) => others.length > 0)) return undefined;
  const routes = inTheWay.flatMap(routesOf);
  const gateways = target.outboundType === 'loadBalancer' ? gatewaysOn(facts, places) : [];
  if (gateways === undefined || routes.length + gateways.length === 0) return undefined;
  return { gateways, routes };
}

/** Names of the tables in the way that serve subnets outside the cluster too. */
export function tablesSharedInTheWay(facts: ClusterFacts): readonly string[] {
  const places = placesOf(facts);
  const tables = (places && tablesOf(facts, places)) ?? [];
  return tables
    .filter((table) => isInTheWay(table) && table.others.length > 0)
    .map(({ table }) => table.name);
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

/** True where the API server takes calls from the load balancer's addresses whatever they will be, or they are known. */
function isBalancerLetIn(facts: ClusterFacts, target: Balancer): boolean {
  if (valueOf(hasPrivatePath(facts)) === true) return true;
  const { authorizedIPRanges } = facts.cluster;
  if (authorizedIPRanges.kind === 'unknown') return false;
  const ranges = valueOf(authorizedIPRanges) ?? [];
  return (
    ranges.length === 0 ||
    ranges.includes(balancerPlaceholder) ||
    balancerAddresses(facts, target) !== undefined
  );
}

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
