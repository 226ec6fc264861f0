import type { ClusterFacts } from './facts.js';
import type { Json } from './json.js';
import type { Basis } from './plan.js';

/** One fresh look at a cluster: the facts, and the body that a plan will be based on. */
export interface ClusterReading {
  readonly facts: ClusterFacts;
  readonly basis: Basis;
  /** Subnets, gateways, route tables and addresses by graph key, as Azure sent them. */
  readonly network?: Readonly<Record<string, Json>>;
  readonly tenantId: string;
  readonly subscriptionId: string;
  /** Milliseconds since 1970, the reader's clock. */
  readonly readAtInMs: number;
  /** API versions of managedClusters that the provider lists, newest first; empty when it did not say. */
  readonly apiVersions: readonly string[];
}
