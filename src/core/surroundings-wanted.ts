import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import type { Surroundings } from './surroundings.js';
import type { Target } from './target.js';

/** A part that can be asked for by itself. */
export type Part = keyof Surroundings;

/** Every change: who may make it, what forbids it, and what else is going on. */
const always: readonly Part[] = [
  'locks',
  'permissions',
  'providers',
  'policies',
  'maintenance',
  'loadBalancers',
];

/**
 * The parts that the checks of a change to this target read, so that nothing is asked that nobody needs.
 * Source: the project's list of pre-flight checks P1-P53, read 2026-11-25.
 */
export function partsFor(facts: ClusterFacts, target: Target): readonly Part[] {
  const hasOwnNetwork = Object.keys(facts.subnets).length > 0;
  const own: readonly Part[] = hasOwnNetwork ? ['identityRoles', 'networks'] : [];
  const usesKubenet = valueOf(facts.cluster.networkPlugin) === 'kubenet';
  switch (target.outboundType) {
    case 'loadBalancer': {
      const bringsAddresses = target.outboundIPIds !== undefined || target.outboundIPPrefixIds !== undefined;
      return [...always, ...(bringsAddresses || usesKubenet ? own : []), 'networkUsages'];
    }
    case 'managedNATGateway':
      return [...always, ...(usesKubenet ? own : []), 'networkUsages'];
    case 'userAssignedNATGateway':
      return [...always, ...own, 'networkUsages'];
    case 'userDefinedRouting':
      return [...always, ...own, 'firewalls', 'dependencies'];
    case 'none':
    case 'block': {
      // Nodes are made anew before the way out closes: that needs room for some more.
      const parts: readonly Part[] = ['computeUsages', 'extensions', 'registry', 'networks'];
      return [...always, ...parts, ...(target.outboundType === 'block' ? preview : [])];
    }
  }
}

/** `block` is a preview, and may be behind a feature flag. */
const preview: readonly Part[] = ['features'];
