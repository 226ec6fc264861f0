import { isObject, merged, objectsOf, withAt, at, type JsonObject, textAt } from '../json.js';
import { guidOf } from '../chance.js';
import type { Fault } from '../fault.js';
import type { Entry, Head, WriteEntry } from '../log-entry.js';
import { keyOf, lockKeyOf } from '../resource-id.js';
import { findRoute } from '../routes/routes.js';
import { isWrite } from '../routes/route.js';
import { inState, finishClusterUpdate, updatePhases } from '../change/cluster-operation.js';
import type { ScenarioData } from '../scenarios/scenario.js';
import { receive } from '../wire/received.js';
import { indexOf, resourceAt, type Azure } from './azure.js';
import { settle } from './settle.js';
import type { Answer } from '../wire/answer.js';

const nothing: ScenarioData = { accounts: [], tenants: [], subscriptions: [], plots: [], faults: [] };

/** Azure as a log's head has it. */
export function beginAzure(head: Head, scenario: ScenarioData = nothing): Azure {
  const azure: Azure = {
    head,
    scenario,
    resources: new Map(),
    services: new Map(),
    operations: new Map(),
    faults: new Map(),
    writes: [],
    unknownRequests: [],
    registrations: new Map(),
    locks: new Map((scenario.locks ?? []).map((lock) => [lockKeyOf(lock), lock])),
    roleAssignments: new Map(),
    signIns: new Set(),
    index: indexOf(scenario.plots, scenario.groups),
    removed: new Set((scenario.removed ?? []).map(keyOf)),
    built: new Set(),
    settledToInMs: head.startedAtInMs,
    anchor: { sandboxInMs: head.startedAtInMs, wallInMs: head.startedAtInMs, factor: head.factor },
    addressesGiven: 0,
    prefixAddressesGiven: 0,
    faultsAdded: 0,
  };
  for (const [index, fault] of scenario.faults.entries())
    addFault(azure, fault.id ?? `scenario-${index + 1}`, fault, head.startedAtInMs);
  return azure;
}

/** Applies one entry of the log; Azure's answer to an accepted write. */
export function applyEntry(azure: Azure, entry: Entry): Answer | undefined {
  settle(azure, entry.atInMs);
  switch (entry.kind) {
    case 'write':
      return applyWrite(azure, entry);
    case 'fault':
      addFault(azure, entry.id, entry.fault, entry.atInMs);
      return undefined;
    case 'lifted':
      azure.faults.delete(entry.id);
      settle(azure, entry.atInMs);
      return undefined;
    case 'struck':
      strike(azure, entry.id, entry.atInMs);
      return undefined;
    case 'clock':
      azure.anchor = { ...azure.anchor, sandboxInMs: entry.atInMs, wallInMs: entry.wallInMs };
      return undefined;
    case 'unknown':
      azure.unknownRequests.push(entry.request);
      return undefined;
    case 'signedIn':
      azure.signIns.add(entry.tenantId?.toLowerCase() ?? '');
      return undefined;
  }
}

function applyWrite(azure: Azure, entry: WriteEntry): Answer | undefined {
  const answer = entry.accepted ? accepted(azure, entry) : undefined;
  azure.writes.push(answer === undefined ? entry : { ...entry, status: answer.status });
  return answer;
}

/** An entry of a version that knew more routes changes nothing. */
function accepted(azure: Azure, entry: WriteEntry): Answer | undefined {
  const request = receive(entry);
  const found = findRoute(request);
  if (found === undefined || !isWrite(found.route)) return undefined;
  return found.route.apply({
    azure,
    request,
    params: found.params,
    nowInMs: entry.atInMs,
    number: entry.number,
    end: entry.end ?? { status: 'Succeeded' },
  });
}

function addFault(azure: Azure, id: string, fault: Fault, atInMs: number): void {
  azure.faultsAdded += 1;
  azure.faults.set(id, { id, fault, sinceInMs: atInMs, struck: 0 });
  const waits = fault.path !== undefined || fault.method !== undefined;
  if (isChange(fault) && !waits) strike(azure, id, atInMs);
}

export const isChange = (fault: Fault): boolean =>
  fault.kind === 'changeCluster' || fault.kind === 'changePool';

/** How often a fault may strike. */
const timesOf = (fault: Fault): number =>
  fault.times ?? (isChange(fault) || fault.kind === 'expiredToken' ? 1 : Number.POSITIVE_INFINITY);

function strike(azure: Azure, id: string, atInMs: number): void {
  const active = azure.faults.get(id);
  if (active === undefined) return;
  active.struck += 1;
  const { fault } = active;
  if (fault.kind === 'changeCluster') changeCluster(azure, fault, `${id} ${active.struck}`, atInMs);
  if (fault.kind === 'changePool') changePool(azure, fault, `${id} ${active.struck}`);
  if (active.struck >= timesOf(fault)) azure.faults.delete(id);
}

function changeCluster(
  azure: Azure,
  fault: Fault & { kind: 'changeCluster' },
  mark: string,
  atInMs: number,
): void {
  const before = resourceAt(azure, fault.clusterId);
  if (before === undefined) return;
  const { seed } = azure.head;
  const key = keyOf(fault.clusterId);
  const changed = merged(before, fault.patch);
  if (!isObject(changed)) return;
  const body: JsonObject = { ...changed, eTag: guidOf(seed, 'eTag', mark) };
  azure.resources.set(key, fault.lastsInMs === undefined ? body : inState(body, 'Updating'));
  if (fault.lastsInMs === undefined) return;
  const id = guidOf(seed, 'operation', mark);
  azure.operations.set(id, {
    id,
    provider: 'Microsoft.ContainerService',
    subscriptionId: key.split('/')[2] ?? '',
    location: textAt(before, 'location'),
    resourceKey: key,
    kind: 'cluster',
    number: -azure.operations.size - 1,
    startedAtInMs: atInMs,
    lastsInMs: fault.lastsInMs,
    phases: updatePhases,
    plannedEnd: { status: 'Succeeded' },
    finish: finishClusterUpdate(before, -azure.operations.size - 1),
  });
}

/** Only the pool's eTag moves (recorded); the cluster's does not. */
function changePool(azure: Azure, fault: Fault & { kind: 'changePool' }, mark: string): void {
  const before = resourceAt(azure, fault.clusterId);
  if (before === undefined) return;
  const pools = objectsOf(at(before, 'properties', 'agentPoolProfiles')).map((pool) => {
    const changed = pool['name'] === fault.pool ? merged(pool, fault.patch) : pool;
    return isObject(changed) && changed !== pool
      ? { ...changed, eTag: guidOf(azure.head.seed, 'eTag', mark, fault.pool) }
      : pool;
  });
  azure.resources.set(keyOf(fault.clusterId), withAt(before, ['properties', 'agentPoolProfiles'], pools));
}
