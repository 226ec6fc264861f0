import { absent, known, type Fact } from './fact.js';
import { chain, hitsIn, ifAny } from './fact-logic.js';
import type { ClusterFacts, RouteTableFacts } from './facts.js';
import { defaultRouteOf, type DefaultRoute } from './default-route.js';
import { eachOnce, routeTableOf } from './node-subnets.js';

/** The route tables of node subnets whose default route fails the test; absent when every one passes. */
export function tablesWhere(
  facts: ClusterFacts,
  fails: (route: DefaultRoute | undefined) => Fact<boolean> | boolean,
): Fact<readonly string[]> {
  const hits = hitsIn(facts.pools, (pool) =>
    chain(routeTableOf(facts, pool), (table) => judged(table, fails)),
  );
  return ifAny(hits.kind === 'known' ? known(eachOnce(hits.value), hits.origin) : hits);
}

function judged(
  table: RouteTableFacts,
  fails: (route: DefaultRoute | undefined) => Fact<boolean> | boolean,
): Fact<string> {
  const route = defaultRouteOf(table);
  if (route.kind === 'unknown') return route;
  const verdict = fails(route.kind === 'known' ? route.value : undefined);
  if (typeof verdict === 'boolean') return verdict ? known(table.name, route.origin) : absent(route.origin);
  return chain(verdict, (isHit) => (isHit ? known(table.name, route.origin) : absent(route.origin)));
}
