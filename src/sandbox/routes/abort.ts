import { inState } from '../change/cluster-operation.js';
import { textAt } from '../json.js';
import { keyOf } from '../resource-id.js';
import { atRest } from '../rules/busy.js';
import { resourceAt, runningOn, type Azure } from '../state/azure.js';
import { end } from '../state/settle.js';
import { aksError, fromAks, type Answer } from '../wire/answer.js';
import { aksType, seenAt } from '../wire/versions.js';
import { clusterIdIn, clusterMissing } from './cluster-here.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Recorded: 10 to 100 seconds. */
const lastsInMs = 30_000;

const isAborting = (azure: Azure, key: string): boolean =>
  [...azure.operations.values()].some(
    (one) => one.kind === 'abort' && one.ended === undefined && one.resourceKey === key,
  );

/** "If the operation completes before cancellation can take place, a 409 error code is returned" (REST reference, read 2026-11-23). */
function decide(call: Call): Answer | undefined {
  const id = clusterIdIn(call);
  const cluster = resourceAt(call.azure, id);
  if (cluster === undefined) return clusterMissing(call);
  const isIdle = atRest(textAt(cluster, 'properties', 'provisioningState'));
  if (!isIdle && !isAborting(call.azure, keyOf(id))) return undefined;
  return aksError(409, {
    code: 'OperationNotAllowed',
    message: isIdle
      ? 'There is no operation in progress on the managed cluster that could be aborted.'
      : 'The operation on the managed cluster is being canceled already.',
  });
}

function apply(call: AcceptedCall): Answer {
  const { azure } = call;
  const key = keyOf(clusterIdIn(call));
  const cluster = resourceAt(azure, key);
  if (cluster === undefined) return clusterMissing(call);
  const target = runningOn(azure, key);
  const canceling = inState(cluster, 'Canceling');
  azure.resources.set(key, canceling);
  const operation = startOperation(call, {
    provider: 'Microsoft.ContainerService',
    subscriptionId: call.params['s'] ?? '',
    location: textAt(cluster, 'location'),
    resourceKey: key,
    kind: 'abort',
    lastsInMs,
    phases: ['InProgress'],
    finish: (now, _end, atInMs) => {
      const error = { code: 'Canceled', message: 'Operation is being canceled by user' };
      if (target?.ended === undefined && target !== undefined)
        end(now, target, atInMs, { status: 'Canceled', error });
      const body = now.resources.get(key);
      if (body !== undefined) now.resources.set(key, inState(body, 'Canceled'));
    },
  });
  const answer = fromAks(202, seenAt(call.request.apiVersion ?? '', canceling));
  return { ...answer, headers: operationHeaders(call, operation, { withLocation: true }) };
}

export const abortRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}/abort',
    type: aksType('managedClusters'),
    decide,
    apply,
  },
];
