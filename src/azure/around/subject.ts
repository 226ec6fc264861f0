import { valueOf } from '../../core/fact.js';
import type { ClusterFacts } from '../../core/facts.js';
import { clusterPath, type ClusterPath } from '../facts/cluster-address.js';

/** The cluster whose surroundings are read, and what its facts name. */
export interface Subject {
  readonly facts: ClusterFacts;
  readonly cluster: ClusterPath;
  /** API version of reads below the cluster. */
  readonly apiVersion: string;
  readonly location: string | undefined;
  /** As a path, without a slash at the end; undefined where it is not known. */
  readonly nodeGroupPath: string | undefined;
  readonly subnetIds: readonly string[];
  readonly networkIds: readonly string[];
  /** What the cluster's identity must use and the caller may have to: subnets and what is attached to them. */
  readonly networkResourceIds: readonly string[];
}

export function subjectOf(facts: ClusterFacts, fallbackVersion: string): Subject {
  const cluster = clusterPath(facts.id);
  const group = valueOf(facts.cluster.nodeResourceGroup);
  const location = valueOf(facts.cluster.location);
  const subnetIds = Object.keys(facts.subnets);
  return {
    facts,
    cluster,
    apiVersion: valueOf(facts.cluster.apiVersion) ?? fallbackVersion,
    location: location?.replaceAll(' ', '').toLowerCase(),
    nodeGroupPath:
      group === undefined ? undefined : `/subscriptions/${cluster.subscriptionId}/resourceGroups/${group}`,
    subnetIds,
    networkIds: [...new Set(subnetIds.map((id) => id.replace(/\/subnets\/[^/]+$/, '')))],
    networkResourceIds: [...subnetIds, ...Object.keys(facts.routeTables), ...Object.keys(facts.natGateways)],
  };
}

const groupShape = /^(\/subscriptions\/[^/]+)\/resourcegroups\/([^/]+)/i;

export const subscriptionPathOf = (id: string): string | undefined => groupShape.exec(id)?.[1];

export const groupPathOf = (id: string): string | undefined => groupShape.exec(id)?.[0];
