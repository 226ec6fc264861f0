import { valueAt, type Json } from '../../core/json.js';
import { apiVersions } from '../api-versions.js';
import type { Arm } from '../wire/arm.js';

/** API versions of managedClusters that the provider lists for a subscription, newest first; empty when it does not say. */
export async function clusterVersions(
  arm: Arm,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const url = arm.url(
    `/subscriptions/${subscriptionId}/providers/Microsoft.ContainerService`,
    apiVersions.providers,
  );
  const reply = await arm.read(url, signal);
  return reply.kind === 'answer' ? versionsIn(reply.body) : [];
}

function versionsIn(body: Json | undefined): readonly string[] {
  const listed = valueAt(body, ['resourceTypes']);
  const kinds = Array.isArray(listed) ? (listed as readonly Json[]) : [];
  const clusters = kinds.find((kind) => {
    const name = valueAt(kind, ['resourceType']);
    return typeof name === 'string' && name.toLowerCase() === 'managedclusters';
  });
  const versions = valueAt(clusters, ['apiVersions']);
  const texts = Array.isArray(versions) ? (versions as readonly Json[]) : [];
  return texts
    .filter((version) => typeof version === 'string')
    .toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}
