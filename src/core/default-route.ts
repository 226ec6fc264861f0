import { absent, known, mapFact, type Fact } from './fact.js';
import { chain, hitsIn } from './fact-logic.js';
import type { Route, RouteTableFacts } from './facts.js';

/** Where packets for the whole internet are sent by a route table. */
export interface DefaultRoute {
  readonly nextHop: 'appliance' | 'virtualNetworkGateway' | 'internet' | 'nowhere' | 'other';
  /** ARM's own word. */
  readonly nextHopType: string;
  readonly nextHopIpAddress: Fact<string>;
  /** True for 0.0.0.0/1 and 128.0.0.0/1 in place of 0.0.0.0/0: it carries everything, AKS may not accept it. */
  readonly isInHalves: boolean;
}

/** The route for 0.0.0.0/0, or both halves of it; absent where the table has none. */
export function defaultRouteOf(table: RouteTableFacts): Fact<DefaultRoute> {
  const whole = routesFor(table, ['0.0.0.0/0']);
  const halves = routesFor(table, ['0.0.0.0/1', '128.0.0.0/1']);
  if (halves.kind === 'known' && new Set(halves.value.map(({ prefix }) => prefix)).size === 2)
    return firstHop(halves, true);
  if (whole.kind !== 'known') return whole;
  if (whole.value.length > 0) return firstHop(whole, false);
  return halves.kind === 'unknown' ? halves : absent(table.routes.origin);
}

interface Candidate {
  readonly prefix: string;
  readonly route: Route;
}

function routesFor(table: RouteTableFacts, prefixes: readonly string[]): Fact<readonly Candidate[]> {
  return hitsIn(table.routes, (route) =>
    chain(route.addressPrefix, (text) => {
      const prefix = text.trim();
      const { origin } = route.addressPrefix;
      return prefixes.includes(prefix) ? known({ prefix, route }, origin) : absent(origin);
    }),
  );
}

/** ARM's names of next hops (Microsoft.Network route tables, 2025-09-01). */
const hops: Readonly<Record<string, DefaultRoute['nextHop']>> = {
  virtualappliance: 'appliance',
  virtualapplianceecmp: 'appliance',
  virtualnetworkgateway: 'virtualNetworkGateway',
  internet: 'internet',
  none: 'nowhere',
};

function firstHop(candidates: Fact<readonly Candidate[]>, isInHalves: boolean): Fact<DefaultRoute> {
  return chain(candidates, ([first]) => {
    if (first === undefined) return absent(candidates.origin);
    const { nextHopType, nextHopIpAddress } = first.route;
    return mapFact(nextHopType, (word) => ({
      nextHop: hops[word.toLowerCase()] ?? 'other',
      nextHopType: word,
      nextHopIpAddress,
      isInHalves,
    }));
  });
}
