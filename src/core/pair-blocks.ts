import { declaredKeyOf } from './declared.js';
import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { say } from './message.js';
import { cellFor } from './migration-matrix.js';
import { networkOf } from './network-model.js';
import { keyOf, type Target } from './target.js';

/**
 * True where the tables rule the change out already, which the rule of the pair says: a rule about whose network
 * it is would only say the same once more.
 */
export function pairBlocks(facts: ClusterFacts, target: Target | undefined): boolean {
  if (facts.subject === 'file' || target === undefined) return false;
  const [from, network] = [valueOf(declaredKeyOf(facts.cluster)), valueOf(networkOf(facts))];
  if (from === undefined || network === undefined) return false;
  return cellFor(network, from, keyOf(target)).support === 'notSupported';
}

/** What a living cluster can do whose network does not fit: the subnets of its pools are fixed at creation. */
export const anotherTypeOrCluster = say(
  'Choose another type, or move the workloads to a second cluster that has it.',
);
