import { absent, known, mapFact, unknown, valueOf, type Fact } from './fact.js';
import { allOf, chain, orDefault } from './fact-logic.js';
import type { Route, RouteTableFacts } from './facts.js';
import { say } from './message.js';

/** Where packets for the whole internet are sent by a route table. */
export interface DefaultRoute {
  readonly nextHop: 'appliance' | 'virtualNetworkGateway' | 'internet' | 'nowhere' | 'other';
  /** ARM's own word. */
  readonly nextHopType: string;
  readonly nextHopIpAddress: Fact<string>;
  /** True for 0.0.0.0/1 and 128.0.0.0/1 in place of 0.0.0.0/0: it carries everything, AKS may not accept it. */
  readonly isInHalves: boolean;
}

/**
 * The route for 0.0.0.0/0, or both halves of it, which win; absent where the table has none. A route whose
 * prefix is not known could be either, and halves may lead to two places: then nothing is known.
 */
export function defaultRouteOf(table: RouteTableFacts): Fact<DefaultRoute> {
  return chain(table.routes, (routes) => {
    const prefixes = routes.map(({ addressPrefix }) => orDefault(addressPrefix, ''));
    return chain(allOf(prefixes, table.routes.origin), (texts) => {
      const at = (prefix: string): Route | undefined =>
        routes[texts.findIndex((text) => text.trim() === prefix)];
      const [low, high, whole] = [at('0.0.0.0/1'), at('128.0.0.0/1'), at('0.0.0.0/0')];
      if (low !== undefined && high !== undefined) return hopOfBoth(low, high);
      return whole === undefined ? absent(table.routes.origin) : hopOf(whole, false);
    });
  });
}

/** ARM's names of next hops (Microsoft.Network route tables, 2025-09-01). */
const hops: Readonly<Record<string, DefaultRoute['nextHop']>> = {
  virtualappliance: 'appliance',
  virtualapplianceecmp: 'appliance',
  virtualnetworkgateway: 'virtualNetworkGateway',
  internet: 'internet',
  none: 'nowhere',
};

/** Halves that lead to two places are no default route: neither of them tells how packets leave. */
const hopOfBoth = (low: Route, high: Route): Fact<DefaultRoute> =>
  chain(hopOf(low, true), (first) =>
    chain(hopOf(high, true), (second) => {
      const [one, other] = [first, second].map(({ nextHopType, nextHopIpAddress }) =>
        [nextHopType.toLowerCase(), valueOf(nextHopIpAddress) ?? ''].join(' '),
      );
      return one === other
        ? known(first, low.nextHopType.origin)
        : unknown(
            'odd',
            say('0.0.0.0/1 leads elsewhere than 128.0.0.0/1, so the packets leave two ways.'),
            low.nextHopType.origin,
          );
    }),
  );

const hopOf = (route: Route, isInHalves: boolean): Fact<DefaultRoute> =>
  mapFact(route.nextHopType, (word) => ({
    nextHop: hops[word.toLowerCase()] ?? 'other',
    nextHopType: word,
    nextHopIpAddress: route.nextHopIpAddress,
    isInHalves,
  }));
