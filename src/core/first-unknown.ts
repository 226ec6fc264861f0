import type { Unknown } from './fact.js';
import type { ClusterFacts } from './facts.js';

/** The first fact of the graph that is not known, whatever it is about; what stands around the cluster aside. */
export function firstUnknownIn(facts: ClusterFacts): Unknown | undefined {
  const parts = [facts.cluster, facts.pools, facts.subnets, facts.natGateways, facts.routeTables];
  return inside([...parts, facts.addresses, facts.services]);
}

function inside(value: unknown): Unknown | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isUnknown(value)) return value;
  for (const one of Object.values(value)) {
    const found = inside(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isUnknown = (value: object): value is Unknown =>
  'kind' in value && value.kind === 'unknown' && 'because' in value;
