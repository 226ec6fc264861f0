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
import { attachingOf, type Attaching } from './attaching.js';
import { clearingOf, type Clearing } from './clearing.js';
import { routingOf, type Routing } from './routing.js';

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
  const { attaching, routing, clearing } = networkWorkOf(facts, target);
  const { origin } = facts.cluster.outboundType;
  const attached = attaching === undefined ? facts : withGateway(facts, attaching, origin);
  const routed = routing === undefined ? attached : withRoutes(attached, routing, origin);
  return clearing === undefined ? routed : withoutWays(routed, clearing, origin);
}

function withGateway(facts: ClusterFacts, { gateway, subnetKeys }: Attaching, origin: Origin): ClusterFacts {
  const subnets = changed(facts.subnets, subnetKeys, (subnet) => ({
    ...subnet,
    natGatewayId: known(gateway.key, origin),
  }));
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
  const toFirewall = (name: string): Route => ({
    name,
    addressPrefix: known('0.0.0.0/0', origin),
    nextHopType: known('VirtualAppliance', origin),
    nextHopIpAddress: known(firewall, origin),
  });
  const routed = routes.reduce(
    (tables, { tableKey, route }) =>
      changed(tables, [tableKey], (table) => withRoute(table, toFirewall(route), origin)),
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

function withRoute(table: RouteTableFacts, route: Route, origin: Origin): RouteTableFacts {
  const others = (valueOf(table.routes) ?? []).filter(({ name }) => name !== route.name);
  return { ...table, routes: known([...others, route], origin) };
}

function withoutWays(facts: ClusterFacts, { gateways, routes }: Clearing, origin: Origin): ClusterFacts {
  return {
    ...facts,
    subnets: changed(
      facts.subnets,
      gateways.map(({ subnetKey }) => subnetKey),
      (subnet): SubnetFacts => ({ ...subnet, natGatewayId: absent(origin) }),
    ),
    routeTables: routes.reduce(
      (tables, { tableKey, route }) =>
        changed(tables, [tableKey], (table) => ({
          ...table,
          routes: mapFact(table.routes, (list) => list.filter(({ name }) => name !== route)),
        })),
      facts.routeTables,
    ),
  };
}

const changed = <T>(nodes: Nodes<T>, keys: readonly string[], change: (node: T) => T): Nodes<T> =>
  Object.fromEntries(
    Object.entries(nodes).map(([key, node]): readonly [string, Fact<T>] => [
      key,
      keys.includes(key) ? mapFact(node, change) : node,
    ]),
  );
