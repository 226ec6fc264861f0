import { graphRoutes } from '../graph/graph.js';
import type { Received } from '../wire/received.js';
import { abortRoutes } from './abort.js';
import { authorizationRoutes } from './authorization.js';
import { clusterMakingRoutes } from './cluster-making.js';
import { balancerWriteRoutes } from './balancer-writes.js';
import { besideClusterRoutes } from './beside-cluster.js';
import { clusterRoutes } from './clusters.js';
import { credentialRoutes } from './credentials.js';
import { featureRoutes } from './features.js';
import { inventoryRoutes } from './inventory.js';
import { kubernetesVersionRoutes } from './kubernetes-versions.js';
import { lockRoutes } from './locks.js';
import { networkRoutes } from './network.js';
import { networkTagRoutes } from './network-tags.js';
import { networkWriteRoutes } from './network-writes.js';
import { operationRoutes } from './operations.js';
import { outboundDependencyRoutes } from './outbound-dependencies.js';
import { poolWriteRoutes } from './pool-writes.js';
import { poolRoutes } from './pools.js';
import { powerRoutes } from './power.js';
import { providerRoutes } from './providers.js';
import { resourceGroupRoutes } from './resource-groups.js';
import { matchPath, type Route } from './route.js';
import { singleRouteRoutes } from './single-routes.js';
import { subscriptionRoutes } from './subscriptions.js';
import { firewallRoutes } from './firewalls.js';
import { policyRestrictionRoutes } from './policy-restrictions.js';
import { roleRoutes } from './roles.js';
import { usageRoutes } from './usages.js';

const routes: readonly Route[] = [
  ...subscriptionRoutes,
  ...resourceGroupRoutes,
  ...providerRoutes,
  ...featureRoutes,
  ...clusterRoutes,
  ...clusterMakingRoutes,
  ...abortRoutes,
  ...powerRoutes,
  ...credentialRoutes,
  ...kubernetesVersionRoutes,
  ...poolRoutes,
  ...poolWriteRoutes,
  ...outboundDependencyRoutes,
  ...operationRoutes,
  ...networkRoutes,
  ...networkWriteRoutes,
  ...networkTagRoutes,
  ...balancerWriteRoutes,
  ...singleRouteRoutes,
  ...graphRoutes,
  ...authorizationRoutes,
  ...lockRoutes,
  ...roleRoutes,
  ...usageRoutes,
  ...policyRestrictionRoutes,
  ...besideClusterRoutes,
  ...firewallRoutes,
  ...inventoryRoutes,
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
