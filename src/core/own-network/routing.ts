import { defaultRouteOf } from '../default-route.js';
import { valueOf } from '../fact.js';
import type { ClusterFacts, Route } from '../facts.js';
import { isPrivateAddress } from '../ip-ranges.js';
import type { Target } from '../target.js';
import type { RouteHop, Undoing } from '../undoing.js';
import { besideNetworkOf, placesOf, type Place } from './places.js';
import { defaultRouteNames, tablesOf, type Table } from './tables.js';

/** Default routes that the plan leads to the firewall, and tables that it puts on subnets. */
export interface Routing {
  readonly firewall: string;
  readonly routes: readonly {
    readonly tableKey: string;
    readonly table: string;
    readonly route: string;
    /** True where the route is there and leads elsewhere. */
    readonly isThere: boolean;
    /** Where it leads, other than 0.0.0.0/0 to the firewall: as it was before a run. */
    readonly hop?: RouteHop;
    /** Subnets of the cluster whose packets it takes. */
    readonly subnetKeys: readonly string[];
  }[];
  /** One table for every subnet that has none. */
  readonly association?: {
    readonly tableKey: string;
    readonly table: string;
    readonly isCreated: boolean;
    readonly subnetKeys: readonly string[];
  };
}

/**
 * Undefined where nobody named a firewall, nothing is missing, a fact that decides is not known, or a table in
 * need of the route serves subnets outside the cluster: their traffic is not ours to move.
 */
export function routingOf(facts: ClusterFacts, target: Target): Routing | undefined {
  if (target.outboundType !== 'userDefinedRouting') return undefined;
  const again = target.undoes && routedAgain(facts, target.undoes);
  if (again !== undefined || target.firewall === undefined) return again;
  const { firewall } = target;
  const places = isPrivateAddress(firewall) ? placesOf(facts) : undefined;
  const tables = places && tablesOf(facts, places);
  if (places === undefined || tables === undefined) return undefined;
  const lacking = tables.filter((table) => !leadsToFirewall(table));
  if (lacking.some(({ others }) => others.length > 0)) return undefined;
  const routes = lacking.map((table) => routeIn(table, places));
  const association = associationOf(facts, places, tables);
  if (routes.length === 0 && association === undefined) return undefined;
  return { firewall, routes, ...(association === undefined ? {} : { association }) };
}

/**
 * Routes that a run removed or led elsewhere, and tables that it took off, as they were before it. Undefined where that
 * is nothing, or where a subnet would be left without a way: then the person's firewall decides, as for any other plan.
 */
function routedAgain(facts: ClusterFacts, undoes: Undoing): Routing | undefined {
  const places = placesOf(facts) ?? [];
  const hops = undoes.routesBefore.filter(({ hop }) => isWayOut(hop));
  const lost = undoes.dissociated.filter(({ subnetKey, tableKey }) =>
    places.some(
      ({ key, subnet }) =>
        key === subnetKey && subnet.routeTableId.kind === 'absent' && tableAt(facts, tableKey),
    ),
  );
  const tableOf = ({ key, subnet }: Place): string | undefined =>
    valueOf(subnet.routeTableId) ?? lost.find(({ subnetKey }) => subnetKey === key)?.tableKey;
  const routes = hops.flatMap(({ tableKey, route, hop }): Routing['routes'] => {
    const table = tableAt(facts, tableKey);
    const now = (table && valueOf(table.routes))?.find(
      ({ name }) => name.toLowerCase() === route.toLowerCase(),
    );
    if (table === undefined || (now !== undefined && leadsTo(now, hop))) return [];
    const subnetKeys = places.filter((place) => tableOf(place) === tableKey).map(({ key }) => key);
    return [{ tableKey, table: table.name, route, isThere: now !== undefined, hop, subnetKeys }];
  });
  const leads = (key: string | undefined): boolean => {
    const table = key === undefined ? undefined : tableAt(facts, key);
    if (table === undefined) return false;
    const hop = valueOf(defaultRouteOf(table))?.nextHop;
    return (
      routes.some(({ tableKey }) => tableKey === key) ||
      hop === 'appliance' ||
      hop === 'virtualNetworkGateway'
    );
  };
  const [table] = lost;
  const there = table && tableAt(facts, table.tableKey);
  const isOneTable = lost.every(({ tableKey }) => tableKey === table?.tableKey);
  if (!isOneTable || !places.every((place) => leads(tableOf(place)))) return undefined;
  if (routes.length === 0 && there === undefined) return undefined;
  const firewall = hops.flatMap(({ hop }) => hop.nextHopIpAddress ?? [])[0] ?? '';
  if (table === undefined || there === undefined) return { firewall, routes };
  const subnetKeys = lost.map(({ subnetKey }) => subnetKey);
  return {
    firewall,
    routes,
    association: { tableKey: table.tableKey, table: there.name, isCreated: false, subnetKeys },
  };
}

const isWayOut = ({ nextHopType, nextHopIpAddress }: RouteHop): boolean =>
  nextHopType.toLowerCase() === 'virtualnetworkgateway' ||
  (nextHopType.toLowerCase() === 'virtualappliance' && nextHopIpAddress !== undefined);

const tableAt = (facts: ClusterFacts, key: string) => {
  const node = Object.hasOwn(facts.routeTables, key) ? facts.routeTables[key] : undefined;
  return node === undefined ? undefined : valueOf(node);
};

/** True where a route leads there already. */
export const leadsTo = (route: Route, hop: RouteHop): boolean =>
  valueOf(route.addressPrefix) === hop.addressPrefix &&
  valueOf(route.nextHopType)?.toLowerCase() === hop.nextHopType.toLowerCase() &&
  valueOf(route.nextHopIpAddress) === hop.nextHopIpAddress;

/** The default route to a firewall. */
export const hopTo = (firewall: string): RouteHop => ({
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: firewall,
});

/** Names of tables that lack the route and serve subnets outside the cluster too. */
export function tablesSharedIn(facts: ClusterFacts): readonly string[] {
  const places = placesOf(facts);
  const tables = (places && tablesOf(facts, places)) ?? [];
  return tables
    .filter((table) => table.others.length > 0 && !leadsToFirewall(table))
    .map(({ table }) => table.name);
}

function leadsToFirewall({ defaultRoute }: Table): boolean {
  if (defaultRoute.kind !== 'known') return false;
  const { nextHop, nextHopIpAddress, nextHopType } = defaultRoute.value;
  if (nextHop === 'virtualNetworkGateway') return true;
  return (
    nextHop === 'appliance' &&
    (nextHopIpAddress.kind !== 'absent' || nextHopType.toLowerCase() !== 'virtualappliance')
  );
}

const ownName = 'aks-egress-default';

function routeIn({ key, table, routes }: Table, places: readonly Place[]): Routing['routes'][number] {
  const [whole] = defaultRouteNames(routes.filter((route) => valueOf(route.addressPrefix) === '0.0.0.0/0'));
  const isTaken = routes.some(({ name }) => name.toLowerCase() === ownName);
  return {
    tableKey: key,
    table: table.name,
    route: whole ?? (isTaken ? `${ownName}-2` : ownName),
    isThere: whole !== undefined,
    subnetKeys: places.filter(({ subnet }) => valueOf(subnet.routeTableId) === key).map((place) => place.key),
  };
}

/** With kubenet every subnet of a cluster shares one table (AKS docs, kubenet, read 2026-11-23); else a new one is made. */
function associationOf(
  facts: ClusterFacts,
  places: readonly Place[],
  tables: readonly Table[],
): Routing['association'] {
  const subnetKeys = places
    .filter(({ subnet }) => subnet.routeTableId.kind === 'absent')
    .map(({ key }) => key);
  const [first] = subnetKeys;
  if (first === undefined) return undefined;
  const [shared] = tables;
  if (shared !== undefined && valueOf(facts.cluster.networkPlugin) === 'kubenet')
    return { tableKey: shared.key, table: shared.table.name, isCreated: false, subnetKeys };
  const table = `rt-${facts.name}-egress`.slice(0, 80);
  return {
    tableKey: besideNetworkOf(first, `routeTables/${table}`).toLowerCase(),
    table,
    isCreated: true,
    subnetKeys,
  };
}
