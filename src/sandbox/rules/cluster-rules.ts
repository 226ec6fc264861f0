import { eTagIn } from '../change/cluster-operation.js';
import type { Received } from '../wire/received.js';
import { rangesFit } from './api-server.js';
import { busy } from './busy.js';
import { isIsolatedRight } from './isolated.js';
import { loadBalancerRules } from './load-balancer.js';
import { natGatewayRules } from './nat-gateway.js';
import { typeRules } from './outbound-type.js';
import type { Change, Refusal, Rule } from './refusal.js';
import { gatewayApiHasAnImplementation, isWhole, poolsAreRight, subnetsAreThere } from './new-cluster.js';
import { hasShape, keepsItsLocation, keepsWhatIsFixed } from './shape.js';
import { userDefinedRoutingRules } from './user-defined-routing.js';

/** What decides about a cluster whoever asks: also for one that is made, and for a pool that is added. */
const always: readonly Rule[] = [
  ...typeRules,
  isIsolatedRight,
  ...natGatewayRules,
  ...userDefinedRoutingRules,
  ...loadBalancerRules,
];

const first = (rules: readonly Rule[], change: Change): Refusal | undefined => {
  for (const rule of rules) {
    const refusal = rule(change);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

/** In the order in which they are asked; the first refusal is the answer. */
const rules: readonly Rule[] = [
  keepsItsLocation,
  keepsWhatIsFixed,
  ...always,
  rangesFit,
  gatewayApiHasAnImplementation,
];

/** AKS's refusal of a cluster that is not there yet. */
export const creationRefusal = (change: Change): Refusal | undefined =>
  first(
    [hasShape, isWhole, poolsAreRight, subnetsAreThere, ...always, rangesFit, gatewayApiHasAnImplementation],
    change,
  );

/** AKS's refusal of a pool that is added or changed. */
export const poolRefusal = (change: Change): Refusal | undefined =>
  first([poolsAreRight, subnetsAreThere, ...always], change);

/** AKS's refusal of a write to a cluster, or undefined when it is accepted. What cannot be read is refused first. */
export function refusalOf(change: Change, request: Received): Refusal | undefined {
  const { azure, before, nowInMs } = change;
  return (
    hasShape(change) ??
    busy({ azure, cluster: before, eTag: eTagIn(before), request, nowInMs }) ??
    first(rules, change)
  );
}
