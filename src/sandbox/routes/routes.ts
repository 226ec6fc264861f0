import type { Received } from '../wire/received.js';
import { clusterRoutes } from './clusters.js';
import { graphRoutes } from '../graph/graph.js';
import { networkRoutes } from './network.js';
import { operationRoutes } from './operations.js';
import { providerRoutes } from './providers.js';
import { matchPath, type Route } from './route.js';
import { subscriptionRoutes } from './subscriptions.js';

export const routes: readonly Route[] = [
  ...subscriptionRoutes,
  ...providerRoutes,
  ...clusterRoutes,
  ...operationRoutes,
  ...networkRoutes,
  ...graphRoutes,
];

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The route of a request; paths are compared without regard to case, as Azure does. */
export function findRoute(request: Received): Found | undefined {
  for (const route of routes) {
    if (route.method !== request.method) continue;
    const params = matchPath(route.path, request.segments);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

/** True when the path is known with another method. */
export const isKnownPath = (request: Received): boolean =>
  routes.some(({ path }) => matchPath(path, request.segments) !== undefined);
