import { known, type Fact } from './fact.js';
import { declaredTypeOf } from './declared.js';
import type { ClusterFacts } from './facts.js';
import type { OutboundType } from './outbound-type.js';
import type { Target } from './target.js';

/**
 * The wanted outbound type where it is one of these, so that a rule about them may speak; undefined where it
 * is another one or nothing was chosen. A file wants what it declares, and unknown is unknown.
 */
export function wanted(
  facts: ClusterFacts,
  target: Target | undefined,
  types: readonly OutboundType[],
): Fact<OutboundType> | undefined {
  const { origin } = facts.cluster.outboundType;
  if (target !== undefined)
    return types.includes(target.outboundType) ? known(target.outboundType, origin) : undefined;
  if (facts.subject === 'live') return undefined;
  const declared = declaredTypeOf(facts.cluster);
  return declared.kind === 'known' && !types.includes(declared.value) ? undefined : declared;
}
