import { textAt } from '../json.js';
import { groupKeyOf, keyOf, parseId } from '../resource-id.js';
import type { GroupSeed, Plot } from '../scenarios/scenario.js';
import { buildGroup, indexOf, type Azure } from './azure.js';

/** A cluster that somebody made: what belongs to it stands in Azure's resources already. */
export function addPlot(azure: Azure, plot: Plot): void {
  azure.built.add(plot);
  azure.removed.delete(keyOf(plot.clusterId));
  azure.index = indexOf([...azure.index.sorted, plot], [...azure.index.groups.values()]);
}

/** Takes a cluster away with its node resource group; the group that it stood in stays. */
export function removePlot(azure: Azure, clusterId: string, nodeGroup: string): void {
  const key = keyOf(clusterId);
  const { subscriptionId = '' } = parseId(clusterId) ?? {};
  azure.resources.delete(key);
  azure.services.delete(key);
  azure.removed.add(key);
  const plots = azure.index.sorted.filter((plot) => keyOf(plot.clusterId) !== key);
  withoutGroup(azure, plots, groupKeyOf(subscriptionId, nodeGroup));
}

export function addGroup(azure: Azure, group: GroupSeed): void {
  const key = groupKeyOf(group.subscriptionId, group.name);
  const others = [...azure.index.groups].filter(([one]) => one !== key).map(([, one]) => one);
  azure.index = indexOf(azure.index.sorted, [...others, group]);
}

/** Takes a resource group away with everything in it, and the node groups of its clusters. */
export function removeGroup(azure: Azure, subscriptionId: string, name: string): void {
  const key = groupKeyOf(subscriptionId, name);
  buildGroup(azure, subscriptionId, name);
  for (const plot of azure.index.byGroup.get(key) ?? []) {
    if (!isIn(plot.clusterId, key)) continue;
    const body = azure.resources.get(keyOf(plot.clusterId));
    removePlot(azure, plot.clusterId, textAt(body, 'properties', 'nodeResourceGroup'));
  }
  withoutGroup(azure, azure.index.sorted, key);
}

const isIn = (id: string, groupKey: string): boolean => {
  const parts = parseId(id);
  return parts !== undefined && groupKeyOf(parts.subscriptionId, parts.resourceGroup) === groupKey;
};

/** The groups of a plot are those of its cluster and its network: what is gone is taken out of them. */
function withoutGroup(azure: Azure, plots: readonly Plot[], groupKey: string): void {
  for (const key of [...azure.resources.keys()]) if (isIn(key, groupKey)) azure.resources.delete(key);
  const groups = [...azure.index.groups].filter(([key]) => key !== groupKey).map(([, group]) => group);
  const isGone = (subscriptionId: string, name: string): boolean =>
    groupKeyOf(subscriptionId, name) === groupKey;
  const left = plots.map((plot) =>
    plot.groups.some(({ name }) => isGone(plot.subscriptionId, name)) ? built(azure, plot, isGone) : plot,
  );
  azure.index = indexOf(left, groups);
}

/** A plot whose resources are all made already, so that nothing comes back. */
function built(azure: Azure, plot: Plot, isGone: (subscriptionId: string, name: string) => boolean): Plot {
  const next = {
    ...plot,
    groups: plot.groups.filter(({ name }) => !isGone(plot.subscriptionId, name)),
  };
  azure.built.add(next);
  return next;
}
