import { eTagIn, inState, withETags } from '../change/cluster-operation.js';
import { at, objectsOf, textAt, withAt, type JsonObject } from '../json.js';
import { keyOf } from '../resource-id.js';
import { busy } from '../rules/busy.js';
import { resourceAt } from '../state/azure.js';
import { eTagOf } from '../state/settle.js';
import { aksError, fromAks, type Answer } from '../wire/answer.js';
import { aksType } from '../wire/versions.js';
import { clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Milliseconds of sandbox time. No recording has one; a stop and a start take minutes (AKS docs, Stop and start a cluster, read 2026-11-25). */
const lastsInMs = 150_000;

interface Turn {
  readonly action: 'start' | 'stop';
  readonly during: string;
  readonly code: 'Running' | 'Stopped';
}

const turns: readonly Turn[] = [
  { action: 'start', during: 'Starting', code: 'Running' },
  { action: 'stop', during: 'Stopping', code: 'Stopped' },
];

/** The cluster and its pools with a power state. */
function powered(cluster: JsonObject, code: Turn['code']): JsonObject {
  const pools = objectsOf(at(cluster, 'properties', 'agentPoolProfiles')).map((pool) => ({
    ...pool,
    powerState: { code },
  }));
  return withAt(
    withAt(cluster, ['properties', 'powerState'], { code }),
    ['properties', 'agentPoolProfiles'],
    pools,
  );
}

/** What Azure says to a start of a running cluster stands on no page: here it is taken, and changes nothing. */
const decide =
  ({ action }: Turn) =>
  (call: Call): Answer | undefined => {
    const { azure, request, nowInMs } = call;
    const cluster = clusterNow(call, clusterIdIn(call));
    if (cluster === undefined) return clusterMissing(call);
    const asRunning = action === 'start' ? powered(cluster, 'Running') : cluster;
    const refusal = busy({ azure, cluster: asRunning, eTag: eTagIn(cluster), request, nowInMs });
    return refusal === undefined ? undefined : aksError(refusal.status, refusal);
  };

const apply =
  ({ during, code }: Turn) =>
  (call: AcceptedCall): Answer => {
    const { azure, params } = call;
    const key = keyOf(clusterIdIn(call));
    const cluster = resourceAt(azure, key);
    if (cluster === undefined) return clusterMissing(call);
    azure.resources.set(key, inState(cluster, during));
    const operation = startOperation(call, {
      provider: 'Microsoft.ContainerService',
      subscriptionId: params['s'] ?? '',
      location: textAt(cluster, 'location'),
      resourceKey: key,
      kind: 'cluster',
      lastsInMs,
      phases: ['InProgress'],
      finish: (now, end) => {
        const body = now.resources.get(key);
        if (body === undefined) return;
        const settled = inState(
          withETags(body, (part) => eTagOf(now, operation, part, 'end')),
          end.status,
        );
        now.resources.set(key, end.status === 'Succeeded' ? powered(settled, code) : settled);
      },
    });
    return { ...fromAks(202), headers: operationHeaders(call, operation, { withLocation: true }) };
  };

const cluster =
  'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}';

/** A cluster is stopped and started. */
export const powerRoutes: readonly Route[] = turns.map((turn): Route => ({
  method: 'POST',
  path: `${cluster}/${turn.action}`,
  type: aksType('managedClusters'),
  decide: decide(turn),
  apply: apply(turn),
}));
