import type { Fact } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { asRange, isHeldBy } from './ip-ranges.js';

/**
 * Stands for "only the outbound address of the Standard load balancer" in the list of authorized ranges.
 * AKS docs, API server authorized IP ranges (ms.date 2026-08-03), read 2026-11-23.
 */
export const balancerPlaceholder = '0.0.0.0/32';

/** The most ranges that AKS takes; more with API Server VNet Integration. Same page, same day. */
export const mostRanges = { usual: 200, withVnetIntegration: 2_000 } as const;

/** How long a changed list takes to apply, at most. Same page, same day. */
export const propagationInMinutes = 2;

/** True where nodes reach the API server on a private path, whatever the list says. */
export function hasPrivatePath({ cluster }: ClusterFacts): Fact<boolean> {
  const { enablePrivateCluster: isPrivate, enableVnetIntegration: isIntegrated } = cluster;
  if (isPrivate.kind === 'known' && isPrivate.value) return isPrivate;
  if (isIntegrated.kind === 'known' && isIntegrated.value) return isIntegrated;
  if (isPrivate.kind === 'unknown') return isPrivate;
  if (isIntegrated.kind === 'unknown') return isIntegrated;
  return { kind: 'known', value: false, origin: isPrivate.origin };
}

/** Those of the addresses that the list does not hold, as ranges. */
export const rangesMissing = (ranges: readonly string[], addresses: readonly string[]): readonly string[] =>
  addresses.filter((address) => !isHeldBy(address, ranges)).map(asRange);
