import type { Fact } from '../../core/fact.js';
import type { UsageFacts } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import type { Resource } from '../facts/resource.js';
import { listFact, notAsked, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** How much of each quota of the cluster's region is used. */
export async function readUsages(
  reader: Reader,
  { cluster, location }: Subject,
  provider: 'Microsoft.Network' | 'Microsoft.Compute',
): Promise<Fact<readonly UsageFacts[]>> {
  if (location === undefined) return notAsked(cluster.key, "The cluster's region");
  const path = `/subscriptions/${cluster.subscriptionId}/providers/${provider}/locations/${location}/usages`;
  const version = provider === 'Microsoft.Network' ? apiVersions.network : apiVersions.compute;
  return listFact(await reader.list(path, version), path.toLowerCase(), usageOf);
}

function usageOf(usage: Resource): UsageFacts | undefined {
  const name = textOf(usage.raw('name', 'value'));
  const [current, limit] = [usage.number('currentValue'), usage.number('limit')];
  if (name === undefined || current.kind !== 'known' || limit.kind !== 'known') return undefined;
  return { name, current: current.value, limit: limit.value };
}
