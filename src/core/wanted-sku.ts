import { absent, known, type Fact } from './fact.js';
import { chain } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import type { Target } from './target.js';

/** The sku of the wanted NAT gateway: chosen, or written in the file; absent where none is said. */
export function wantedSku(facts: ClusterFacts, target: Target | undefined): Fact<string> {
  const { natGatewayProfile, outboundType } = facts.cluster;
  if (facts.subject === 'file') return chain(natGatewayProfile, ({ sku }) => sku);
  return target?.outboundType === 'managedNATGateway'
    ? known(target.sku, outboundType.origin)
    : absent(outboundType.origin);
}
