import { valueOf, type Fact } from '../fact.js';
import type { ClusterFacts, Route, RouteTableFacts } from '../facts.js';
import { defaultRouteOf, type DefaultRoute } from '../default-route.js';
import type { Place } from './places.js';

/** A route table on subnets of the cluster, and what is known of its default route. */
export interface Table {
  readonly key: string;
  readonly table: RouteTableFacts;
  readonly routes: readonly Route[];
  readonly defaultRoute: Fact<DefaultRoute>;
  /** Graph keys of subnets outside the cluster that it serves too. */
  readonly others: readonly string[];
}

/** The tables of these subnets, each once; undefined as soon as one of them, its routes or its users are not known. */
export function tablesOf(facts: ClusterFacts, places: readonly Place[]): readonly Table[] | undefined {
  if (places.some(({ subnet }) => subnet.routeTableId.kind === 'unknown')) return undefined;
  const keys = [...new Set(places.map(({ subnet }) => valueOf(subnet.routeTableId)))].filter(
    (key) => key !== undefined,
  );
  const tables = keys.flatMap((key): readonly Table[] => {
    const node = Object.hasOwn(facts.routeTables, key) ? facts.routeTables[key] : undefined;
    const table = node === undefined ? undefined : valueOf(node);
    if (table === undefined || table.routes.kind === 'unknown' || table.subnetIds?.kind === 'unknown')
      return [];
    const defaultRoute = defaultRouteOf(table);
    if (defaultRoute.kind === 'unknown') return [];
    const users = table.subnetIds === undefined ? [] : (valueOf(table.subnetIds) ?? []);
    const others = users.filter((user) => !places.some((place) => place.key === user));
    return [{ key, table, routes: valueOf(table.routes) ?? [], defaultRoute, others }];
  });
  return tables.length === keys.length ? tables : undefined;
}

const prefixOf = ({ addressPrefix }: Route): string => (valueOf(addressPrefix) ?? '').trim();

/** Names of the routes that together carry everything: one for 0.0.0.0/0, or both halves of it, or all three. */
export function defaultRouteNames(routes: readonly Route[]): readonly string[] {
  const isHalved = ['0.0.0.0/1', '128.0.0.0/1'].every((half) =>
    routes.some((route) => prefixOf(route) === half),
  );
  const prefixes = isHalved ? ['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1'] : ['0.0.0.0/0'];
  return routes.filter((route) => prefixes.includes(prefixOf(route))).map(({ name }) => name);
}
