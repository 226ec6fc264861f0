import { bodyNow } from '../change/cluster-operation.js';
import { at, objectsOf, textAt, without, withAt, type JsonObject } from '../json.js';
import { keyOf } from '../resource-id.js';
import { busy } from '../rules/busy.js';
import { resourceAt, runningOn, type Azure, type Operation } from '../state/azure.js';
import { eTagOf, phaseOf } from '../state/settle.js';
import { aksError, fromAks, type Answer } from '../wire/answer.js';
import { aksType, poolSeenAt } from '../wire/versions.js';
import { clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

export const poolsPath = ['properties', 'agentPoolProfiles'];

/** A pool as a resource of its own: its name outside, the rest in `properties`. */
export function poolBody(call: Call, pool: JsonObject): JsonObject {
  return {
    id: `${clusterIdIn(call)}/agentPools/${textAt(pool, 'name')}`,
    name: textAt(pool, 'name'),
    type: 'Microsoft.ContainerService/managedClusters/agentPools',
    properties: without(poolSeenAt(call.request.apiVersion ?? '', pool), 'name'),
  };
}

export const poolIn = (cluster: JsonObject, name: string): JsonObject | undefined =>
  objectsOf(at(cluster, ...poolsPath)).find(
    (pool) => textAt(pool, 'name').toLowerCase() === name.toLowerCase(),
  );

function list(call: Call): Answer {
  const cluster = clusterNow(call, clusterIdIn(call));
  if (cluster === undefined) return clusterMissing(call);
  return fromAks(200, { value: objectsOf(at(cluster, ...poolsPath)).map((pool) => poolBody(call, pool)) });
}

/** Recorded 2026. */
export function poolMissing({ params }: Call): Answer {
  const { s = '', g = '', n = '', pool = '' } = params;
  return aksError(404, {
    code: 'NotFound',
    details: [{ code: 'Unspecified', message: 'rpc error: code = NotFound desc = Agent Pool not found' }],
    message: `Could not find the agentpool: ${pool} in subscription: ${s}, resourceGroup: ${g}, resourceName: ${n}.`,
    subcode: 'GetAgentPool_NotFound_HCPServerError',
  });
}

function get(call: Call): Answer {
  const cluster = clusterNow(call, clusterIdIn(call));
  if (cluster === undefined) return clusterMissing(call);
  const pool = poolIn(cluster, call.params['pool'] ?? '');
  return pool === undefined ? poolMissing(call) : fromAks(200, poolBody(call, pool));
}

function decideUpgrade(call: Call): Answer | undefined {
  const { azure, request, nowInMs } = call;
  const cluster = clusterNow(call, clusterIdIn(call));
  if (cluster === undefined) return clusterMissing(call);
  const pool = poolIn(cluster, call.params['pool'] ?? '');
  if (pool === undefined) return poolMissing(call);
  const refusal = busy({ azure, cluster, eTag: textAt(pool, 'eTag'), request, nowInMs });
  return refusal === undefined ? undefined : aksError(refusal.status, refusal);
}

/** Of the node image that a re-image brings; a newer one than any scenario has. */
const newImage: Readonly<Record<string, string>> = {
  Linux: 'AKSUbuntu-2204gen2containerd-202611.09.0',
  Windows: 'AKSWindows-2022-containerd-20348.4405.261110',
};

/** Node after node: the recorded median of a pool's update is 25 s, a node image takes about a minute for each node. */
const upgradeLastsInMs = (pool: JsonObject): number => 25_000 + 60_000 * Number(pool['count'] ?? 1);

export function setPool(
  azure: Azure,
  key: string,
  name: string,
  change: (pool: JsonObject) => JsonObject,
): void {
  const cluster = azure.resources.get(key);
  if (cluster === undefined) return;
  const pools = objectsOf(at(cluster, ...poolsPath)).map((pool) =>
    textAt(pool, 'name') === name ? change(pool) : pool,
  );
  azure.resources.set(key, withAt(cluster, poolsPath, pools));
}

function applyUpgrade(call: AcceptedCall): Answer {
  const { azure, params } = call;
  const key = keyOf(clusterIdIn(call));
  const cluster = resourceAt(azure, key);
  const pool = cluster === undefined ? undefined : poolIn(cluster, params['pool'] ?? '');
  if (cluster === undefined || pool === undefined) return poolMissing(call);
  const name = textAt(pool, 'name');
  const operation: Operation = startOperation(call, {
    provider: 'Microsoft.ContainerService',
    subscriptionId: params['s'] ?? '',
    location: textAt(cluster, 'location'),
    resourceKey: `${key}/agentpools/${name}`,
    kind: 'pool',
    lastsInMs: upgradeLastsInMs(pool),
    phases: ['InProgress', 'RollingUpgradeCreatingSurgeNodes'],
    finish: (now, end) => {
      setPool(now, key, name, (old) => ({
        ...old,
        provisioningState: end.status,
        ...(end.status === 'Succeeded' ? { nodeImageVersion: newImage[textAt(old, 'osType')] ?? '' } : {}),
        eTag: eTagOf(now, operation, name, 'end'),
      }));
    },
  });
  setPool(azure, key, name, (old) => ({
    ...old,
    provisioningState: 'UpgradingNodeImageVersion',
    eTag: eTagOf(azure, operation, name, 0),
  }));
  const running = runningOn(azure, key);
  const now = bodyNow(
    azure,
    azure.resources.get(key) ?? cluster,
    running,
    running === undefined ? 0 : phaseOf(running, call.nowInMs),
  );
  const answer = fromAks(202, poolBody(call, poolIn(now, name) ?? pool));
  return { ...answer, headers: operationHeaders(call, operation, { withLocation: true }) };
}

const path =
  'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}/agentpools';
const type = aksType('managedClusters/agentPools');

export const poolRoutes: readonly Route[] = [
  { method: 'GET', path, type, read: list },
  { method: 'GET', path: `${path}/{pool}`, type, read: get },
  {
    method: 'POST',
    path: `${path}/{pool}/upgradenodeimageversion`,
    type,
    decide: decideUpgrade,
    apply: applyUpgrade,
  },
];
