import type { Fault } from '../fault.js';
import { type JsonObject, textAt } from '../json.js';
import type { Head, PlannedEnd, WriteEntry } from '../log-entry.js';
import type { Anchor } from '../sandbox-time.js';
import { groupKeyOf, keyOf, parseId } from '../resource-id.js';
import type {
  GroupSeed,
  LockSeed,
  Plot,
  RoleAssignmentSeed,
  ScenarioData,
  ServiceSeed,
} from '../scenarios/scenario.js';

/** One Azure: what the fold of a log has come to. Only the fold and accepted writes change it. */
export interface Azure {
  readonly head: Head;
  readonly scenario: ScenarioData;
  /** Bodies at the newest api-version by lower-cased id; only those that somebody looked at. */
  readonly resources: Map<string, JsonObject>;
  readonly services: Map<string, readonly ServiceSeed[]>;
  readonly operations: Map<string, Operation>;
  readonly faults: Map<string, ActiveFault>;
  readonly writes: WriteEntry[];
  /** Requests that no route is for, as `GET /path`. */
  readonly unknownRequests: string[];
  /** Feature and provider registrations, by lower-cased id: since when they are on their way. */
  readonly registrations: Map<string, { readonly sinceInMs: number; readonly isOn: boolean }>;
  /** Management locks by lower-cased id. */
  readonly locks: Map<string, LockSeed>;
  /** Role assignments that somebody made, by lower-cased id; undefined for one that is gone. */
  readonly roleAssignments: Map<string, RoleAssignmentSeed | undefined>;
  /** Tenants that somebody signed in to since the start; an empty string stands for "any". */
  readonly signIns: Set<string>;
  /** Changes with clusters and resource groups that are made or go. */
  index: PlotIndex;
  /** Clusters that were there: the provider answers for them, and no longer the front door. */
  readonly removed: Set<string>;
  readonly built: Set<Plot>;
  settledToInMs: number;
  anchor: Anchor;
  /** How many public addresses Azure has given out since the start: a released one never comes back. */
  addressesGiven: number;
  /** The same of addresses in prefixes. */
  prefixAddressesGiven: number;
  /** How many faults were ever added. */
  faultsAdded: number;
}

export interface PlotIndex {
  readonly byGroup: ReadonlyMap<string, readonly Plot[]>;
  readonly bySubscription: ReadonlyMap<string, readonly Plot[]>;
  /** By name, then by id: the order of the inventory query. */
  readonly sorted: readonly Plot[];
  /** Resource groups as they are spelt, by key. */
  readonly groups: ReadonlyMap<string, GroupSeed>;
}

export interface ActiveFault {
  readonly id: string;
  readonly fault: Fault;
  readonly sinceInMs: number;
  struck: number;
}

/** An asynchronous operation. */
export interface Operation {
  readonly id: string;
  readonly provider: 'Microsoft.ContainerService' | 'Microsoft.Network' | 'Microsoft.Resources';
  readonly subscriptionId: string;
  readonly location: string;
  /** Lower-cased id of what it works on. */
  readonly resourceKey: string;
  /** What others must wait for: `cluster`, or the pool's name. */
  readonly kind: 'cluster' | 'pool' | 'abort' | 'network' | 'group';
  readonly number: number;
  readonly startedAtInMs: number;
  readonly lastsInMs: number;
  /** Azure's progress words in order; the last one is the end's. */
  readonly phases: readonly string[];
  readonly plannedEnd: PlannedEnd;
  /** Changes Azure when the operation ends. */
  readonly finish: (azure: Azure, end: PlannedEnd, atInMs: number) => void;
  ended?: PlannedEnd & { readonly atInMs: number };
}

/** The plots and the resource groups of a scenario; groups are also those of the plots. */
export function indexOf(plots: readonly Plot[], alone: readonly GroupSeed[] = []): PlotIndex {
  const byGroup = new Map<string, Plot[]>();
  const bySubscription = new Map<string, Plot[]>();
  const groups = new Map<string, GroupSeed>();
  for (const one of alone) groups.set(groupKeyOf(one.subscriptionId, one.name), one);
  const put = (map: Map<string, Plot[]>, key: string, plot: Plot): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [plot]);
    else list.push(plot);
  };
  for (const plot of plots) {
    const { subscriptionId } = plot;
    put(bySubscription, subscriptionId.toLowerCase(), plot);
    for (const { name, location } of plot.groups) {
      const key = groupKeyOf(subscriptionId, name);
      put(byGroup, key, plot);
      if (!groups.has(key)) groups.set(key, { subscriptionId, name, location });
    }
  }
  const order = ({ clusterName, clusterId }: Plot): string => `${clusterName.toLowerCase()}\n${clusterId}`;
  const sorted = plots
    .map((plot) => ({ plot, key: order(plot) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ plot }) => plot);
  return { byGroup, bySubscription, sorted, groups };
}

/** Makes a plot's resources, once, and those of every plot that shares a group with it: none comes too late. */
export function buildPlot(azure: Azure, plot: Plot): void {
  if (azure.built.has(plot)) return;
  azure.built.add(plot);
  const { resources, services } = plot.build();
  for (const body of resources) putResource(azure, body);
  azure.services.set(keyOf(plot.clusterId), services);
  for (const { name } of plot.groups) buildGroup(azure, plot.subscriptionId, name);
}

export function putResource(azure: Azure, body: JsonObject): void {
  azure.resources.set(keyOf(textAt(body, 'id')), body);
}

/** The body of a resource at the newest api-version, or undefined. */
export function resourceAt(azure: Azure, id: string): JsonObject | undefined {
  const parts = parseId(id);
  if (parts === undefined) return undefined;
  buildGroup(azure, parts.subscriptionId, parts.resourceGroup);
  return azure.resources.get(keyOf(id));
}

/** Makes everything of a resource group. */
export function buildGroup(azure: Azure, subscriptionId: string, resourceGroup: string): void {
  for (const plot of azure.index.byGroup.get(groupKeyOf(subscriptionId, resourceGroup)) ?? [])
    buildPlot(azure, plot);
}

/** The operation in progress on a cluster or on one of its pools, or on a network resource. */
export const runningOn = (azure: Azure, resourceKey: string): Operation | undefined =>
  [...azure.operations.values()].find(
    (operation) =>
      operation.ended === undefined && operation.kind !== 'abort' && operation.resourceKey === resourceKey,
  );
