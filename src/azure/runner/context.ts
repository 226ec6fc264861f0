import type { RunRecord } from '../../core/run-record.js';
import { clusterPath } from '../facts/cluster-address.js';
import type { ReadingMemory } from '../facts/read-cluster.js';
import type { AzurePorts, Cloud } from '../ports.js';
import type { Arms, ClusterOwner } from '../sign-in/arms.js';

/** What every run of one world shares. */
export interface RunnerContext {
  readonly ports: AzurePorts;
  readonly cloud: Cloud;
  readonly kind: 'azure' | 'sandbox';
  readonly arms: Arms;
  readonly memory: ReadingMemory;
}

/** Whose account a run goes on with: the one that began it. */
export const ownerOf = ({ tenantId, account, clusterId }: RunRecord): ClusterOwner => ({
  tenantId,
  account,
  subscriptionId: clusterPath(clusterId).subscriptionId,
});
