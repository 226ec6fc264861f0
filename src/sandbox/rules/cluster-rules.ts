import { eTagIn } from '../change/cluster-operation.js';
import type { Received } from '../wire/received.js';
import { rangesFit } from './api-server.js';
import { busy } from './busy.js';
import { isIsolatedRight } from './isolated.js';
import { loadBalancerRules } from './load-balancer.js';
import { natGatewayRules } from './nat-gateway.js';
import { typeRules } from './outbound-type.js';
import type { Change, Refusal, Rule } from './refusal.js';
import { hasShape, keepsItsLocation, keepsWhatIsFixed } from './shape.js';
import { userDefinedRoutingRules } from './user-defined-routing.js';

/** In the order in which they are asked; the first refusal is the answer. */
const rules: readonly Rule[] = [
  keepsItsLocation,
  keepsWhatIsFixed,
  ...typeRules,
  isIsolatedRight,
  ...natGatewayRules,
  ...userDefinedRoutingRules,
  ...loadBalancerRules,
  rangesFit,
];

/** AKS's refusal of a write to a cluster, or undefined when it is accepted. What cannot be read is refused first. */
export function refusalOf(change: Change, request: Received): Refusal | undefined {
  const { azure, before, nowInMs } = change;
  const first = hasShape(change) ?? busy({ azure, cluster: before, eTag: eTagIn(before), request, nowInMs });
  if (first !== undefined) return first;
  for (const rule of rules) {
    const refusal = rule(change);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
