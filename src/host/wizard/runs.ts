import { hasEnded } from '../../core/run-ended.js';
import type { RunListing } from '../../core/run-outcome.js';
import type { RunRecord } from '../../core/run-record.js';
import type { OpenedCluster } from '../opened-cluster.js';

/** Whether a run may still be under way in Azure. */
export const isUnfinished = (record: RunRecord): boolean => !hasEnded(record);

/** Whether a run is unfinished though nobody stopped watching it: a window was closed, reloaded or killed. */
export const wasLeftUnasked = (run: RunListing): boolean =>
  run.kind === 'record' &&
  isUnfinished(run.record) &&
  run.record.events.findLast(({ kind }) => kind === 'detached' || kind === 'resumed')?.kind !== 'detached';

/** The runs of one cluster, newest last; one that cannot be read counts by its key. */
export function runsOf(
  runs: readonly RunListing[],
  cluster: { readonly id: string; readonly key: string },
): readonly RunListing[] {
  const wanted = cluster.id.toLowerCase();
  return runs
    .filter((run) =>
      run.kind === 'record' ? run.record.clusterId.toLowerCase() === wanted : run.clusterKey === cluster.key,
    )
    .toSorted((a, b) => beganAt(a) - beganAt(b));
}

/** One that cannot be read counts as the newest: nothing is done before the person has decided about it. */
const beganAt = (run: RunListing): number =>
  run.kind === 'record' ? (run.record.events[0]?.atInMs ?? 0) : Number.MAX_SAFE_INTEGER;

/** A cluster as its run's record tells it. */
export function clusterOf({ clusterId, clusterName, tenantId }: RunRecord): OpenedCluster {
  const [, subscriptionId = '', resourceGroup = ''] =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\//i.exec(clusterId) ?? [];
  return { id: clusterId, name: clusterName, resourceGroup, subscriptionId, tenantId };
}
