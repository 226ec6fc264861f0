import { absent, known, mapFact, valueOf, type Fact, type Origin } from '../fact.js';
import type {
  AddressFacts,
  ClusterFacts,
  NatGatewayFacts,
  Nodes,
  Route,
  RouteTableFacts,
  SubnetFacts,
} from '../facts.js';
import type { Target } from '../target.js';
import type { RouteHop } from '../undoing.js';
import { attachingOf, gatewayFor, type Attaching } from './attaching.js';
import { clearingOf } from './clearing.js';
import type { Clearing } from './ways-cleared.js';
import { hopTo, routingOf, type Routing } from './routing.js';

/**
 * What a plan does to the customer's own network, decided from facts and target alone: rules, addresses, the cut-over
 * and the steps all read it here, so that they tell one story.
 */
export interface NetworkWork {
  /** Before the PUT of the type. */
  readonly attaching?: Attaching;
  readonly routing?: Routing;
  /** After it. */
  readonly clearing?: Clearing;
}

export function networkWorkOf(facts: ClusterFacts, target: Target | undefined): NetworkWork {
  if (target === undefined) return {};
  const [attaching, routing, clearing] = [
    attachingOf(facts, target),
    routingOf(facts, target),
    clearingOf(facts, target),
  ];
  return {
    ...(attaching === undefined ? {} : { attaching }),
    ...(routing === undefined ? {} : { routing }),
    ...(clearing === undefined ? {} : { clearing }),
  };
}

export const hasNetworkWork = (work: NetworkWork): boolean => Object.keys(work).length > 0;

/** The graph as it will be once the plan has done its work on the network; the same graph where it has none. */
export function graphAfter(facts: ClusterFacts, target: Target | undefined): ClusterFacts {
  const work = networkWorkOf(facts, target);
  const before = graphBeforeClearing(facts, work);
  const { origin } = facts.cluster.outboundType;
  return work.clearing === undefined ? before : withoutWays(before, work.clearing, origin);
}

/** The same until something is taken away: routes of before lead there again. */
export function graphBeforeClearing(
  facts: ClusterFacts,
  { attaching, routing, clearing }: NetworkWork,
): ClusterFacts {
  const { origin } = facts.cluster.outboundType;
  const attached = attaching === undefined ? facts : withGateway(facts, attaching, origin);
  const routed = routing === undefined ? attached : withRoutes(attached, routing, origin);
  return (clearing?.restored ?? []).reduce(
    (graph, { tableKey, route, hop }) => ({
      ...graph,
      routeTables: changed(graph.routeTables, [tableKey], (table) =>
        withRoute(table, routeTo(route, hop, origin), origin),
      ),
    }),
    routed,
  );
}

function withGateway(facts: ClusterFacts, attaching: Attaching, origin: Origin): ClusterFacts {
  const { gateway, subnetKeys } = attaching;
  const subnets = subnetKeys.reduce(
    (nodes, subnetKey) =>
      changed(nodes, [subnetKey], (subnet) => ({
        ...subnet,
        natGatewayId: known(gatewayFor(attaching, subnetKey).key, origin),
      })),
    facts.subnets,
  );
  const { created } = gateway;
  if (created === undefined) return { ...facts, subnets };
  const minutes = created.idleTimeoutInMinutes;
  const node: NatGatewayFacts = {
    name: gateway.name,
    sku: known('Standard', origin),
    location: facts.cluster.location,
    zones: created.zone === undefined ? absent(origin) : known([created.zone], origin),
    provisioningState: known('Succeeded', origin),
    idleTimeoutInMinutes: minutes === undefined ? absent(origin) : known(minutes, origin),
    addressIds: known([created.addressKey], origin),
  };
  const address: AddressFacts = {
    name: created.addressName,
    // Azure draws it when the plan creates it.
    address: absent(origin),
    sku: known('Standard', origin),
    owner: known('customer', origin),
  };
  return {
    ...facts,
    subnets,
    natGateways: { ...facts.natGateways, [gateway.key]: known(node, origin) },
    addresses: { ...facts.addresses, [created.addressKey]: known(address, origin) },
  };
}

function withRoutes(
  facts: ClusterFacts,
  { firewall, routes, association }: Routing,
  origin: Origin,
): ClusterFacts {
  const toFirewall = (name: string): Route => routeTo(name, hopTo(firewall), origin);
  const routed = routes.reduce(
    (tables, { tableKey, route, hop }) =>
      changed(tables, [tableKey], (table) =>
        withRoute(table, hop === undefined ? toFirewall(route) : routeTo(route, hop, origin), origin),
      ),
    facts.routeTables,
  );
  if (association === undefined) return { ...facts, routeTables: routed };
  const { tableKey, table, isCreated, subnetKeys } = association;
  const fresh: RouteTableFacts = { name: table, routes: known([toFirewall('default')], origin) };
  return {
    ...facts,
    routeTables: isCreated ? { ...routed, [tableKey]: known(fresh, origin) } : routed,
    subnets: changed(facts.subnets, subnetKeys, (subnet) => ({
      ...subnet,
      routeTableId: known(tableKey, origin),
    })),
  };
}

const routeTo = (name: string, hop: RouteHop, origin: Origin): Route => ({
  name,
  addressPrefix: known(hop.addressPrefix, origin),
  nextHopType: known(hop.nextHopType, origin),
  nextHopIpAddress: hop.nextHopIpAddress === undefined ? absent(origin) : known(hop.nextHopIpAddress, origin),
});

function withRoute(table: RouteTableFacts, route: Route, origin: Origin): RouteTableFacts {
  const others = (valueOf(table.routes) ?? []).filter(({ name }) => name !== route.name);
  return { ...table, routes: known([...others, route], origin) };
}

function withoutWays(
  facts: ClusterFacts,
  { gateways, routes, tables = [] }: Clearing,
  origin: Origin,
): ClusterFacts {
  const detached = changed(
    facts.subnets,
    gateways.map(({ subnetKey }) => subnetKey),
    (subnet): SubnetFacts => ({ ...subnet, natGatewayId: absent(origin) }),
  );
  const removed = routes.reduce(
    (nodes, { tableKey, route }) =>
      changed(nodes, [tableKey], (table) => ({
        ...table,
        routes: mapFact(table.routes, (list) => list.filter(({ name }) => name !== route)),
      })),
    facts.routeTables,
  );
  return {
    ...facts,
    subnets: changed(
      detached,
      tables.map(({ subnetKey }) => subnetKey),
      (subnet): SubnetFacts => ({ ...subnet, routeTableId: absent(origin) }),
    ),
    routeTables: removed,
  };
}

const changed = <T>(nodes: Nodes<T>, keys: readonly string[], change: (node: T) => T): Nodes<T> =>
  Object.fromEntries(
    Object.entries(nodes).map(([key, node]): readonly [string, Fact<T>] => [
      key,
      keys.includes(key) ? mapFact(node, change) : node,
    ]),
  );
