import { nodeSubnetsOf, outboundTypeOf } from '../change/outbound-type.js';
import { at, isObject, objectsOf, textAt, textOf, type JsonObject } from '../json.js';
import { resourceAt } from '../state/azure.js';
import { badRequest, type Change, type Refusal, type Rule } from './refusal.js';

const isMeant = ({ desired }: Change): boolean => outboundTypeOf(desired) === 'userDefinedRouting';

/** Words and target from public issues (terraform 25021 and 28541). */
const withoutBalancer: Rule = (change) =>
  isMeant(change) && isObject(at(change.sent, 'properties', 'networkProfile', 'loadBalancerProfile'))
    ? badRequest(
        'InvalidUserDefinedRoutingWithLoadBalancerProfile',
        'UserDefinedRouting and load balancer profile are mutually exclusive. Please refer to http://aka.ms/aks/outboundtype for more details',
        'networkProfile.loadBalancerProfile',
      )
    : undefined;

/** Only the name of this code is public; the words are ours. */
const withoutNodeAddresses: Rule = (change) => {
  const pool = objectsOf(at(change.desired, 'properties', 'agentPoolProfiles')).find(
    ({ enableNodePublicIP }) => enableNodePublicIP === true,
  );
  return isMeant(change) && pool !== undefined
    ? badRequest(
        'UDRWithNodePublicIPNotAllowed',
        `UserDefinedRouting is not allowed with node public IPs of agent pool '${textAt(pool, 'name')}'.`,
        'agentPoolProfile.enableNodePublicIP',
      )
    : undefined;
};

/** AKS docs, Customize cluster egress with a route table, read 2026-11-23; the words are ours. */
const identityMayWriteRoutes: Rule = (change) => {
  const isKubenet = textOf(at(change.desired, 'properties', 'networkProfile', 'networkPlugin')) === 'kubenet';
  return isMeant(change) && isKubenet && textOf(at(change.before, 'identity', 'type')) === 'SystemAssigned'
    ? badRequest(
        'CustomRouteTableWithUnsupportedMSIType',
        'A custom route table with network plugin kubenet needs a user-assigned identity.',
        'identity.type',
      )
    : undefined;
};

/** Words from public issues (terraform 8609, azure-docs 108240). */
const hasDefaultRoute: Rule = (change) => {
  if (!isMeant(change)) return undefined;
  for (const id of nodeSubnetsOf(change.desired)) {
    const tableId = textOf(at(resourceAt(change.azure, id), 'properties', 'routeTable', 'id'));
    if (tableId === undefined)
      return badRequest(
        'ExistingRouteTableNotAssociatedWithSubnet',
        `An existing route table has not been associated with subnet ${id}. Please update the route table association`,
        'networkProfile.outboundType',
      );
    const refusal = routeRefusal(tableId, resourceAt(change.azure, tableId));
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

function routeRefusal(tableId: string, table: JsonObject | undefined): Refusal | undefined {
  const routes = objectsOf(at(table, 'properties', 'routes'));
  const route = routes.find((one) => textOf(at(one, 'properties', 'addressPrefix')) === '0.0.0.0/0');
  const target = 'networkProfile.outboundType';
  if (route === undefined)
    return badRequest(
      'RouteTableMissingDefaultRouteError',
      `Default route 0.0.0.0/0 missing from route table ${tableId}`,
      target,
    );
  const hop = textOf(at(route, 'properties', 'nextHopType')) ?? '';
  return ['VirtualAppliance', 'VirtualNetworkGateway'].includes(hop)
    ? undefined
    : badRequest(
        'RouteTableInvalidNextHop',
        `Default route 0.0.0.0/0 has a next hop of ${hop} but only next hops of VirtualAppliance or VirtualNetworkGateway are allowed. Please see http://aka.ms/aks/outboundtype for more details`,
        target,
      );
}

export const userDefinedRoutingRules: readonly Rule[] = [
  withoutBalancer,
  withoutNodeAddresses,
  identityMayWriteRoutes,
  hasDefaultRoute,
];
