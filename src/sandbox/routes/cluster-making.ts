import { eTagIn, finishClusterUpdate, inState, withETags } from '../change/cluster-operation.js';
import { scarceEnd } from '../change/scarce.js';
import { newCluster, withKubelet } from '../change/new-cluster.js';
import { isObject, objectOf, textAt } from '../json.js';
import { keyOf, parseId } from '../resource-id.js';
import { busy } from '../rules/busy.js';
import { creationRefusal } from '../rules/cluster-rules.js';
import type { Plot } from '../scenarios/scenario.js';
import { resourceAt, type Azure } from '../state/azure.js';
import { addPlot, removePlot } from '../state/plots.js';
import { eTagOf } from '../state/settle.js';
import { aksError, fromAks, type Answer } from '../wire/answer.js';
import { aksType, seenAt } from '../wire/versions.js';
import { answerTo, clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Milliseconds of sandbox time. Recorded: the median of a creation is 309 s, of a deletion 188 s. */
const creationLastsInMs = 309_000;
const deletionLastsInMs = 188_000;

/** Recorded 2026, in this order. */
const creationPhases = [
  ...['InProgress', 'ProvisioningNetworkResources', 'ProvisioningControlPlane', 'CreatingAgentPools'],
];

const tenantOf = (azure: Azure, subscriptionId: string): string =>
  azure.scenario.subscriptions.find(({ id }) => id === subscriptionId.toLowerCase())?.tenantId ?? '';

const bodyIn = (call: Call) =>
  newCluster({
    seed: call.azure.head.seed,
    id: clusterIdIn(call),
    tenantId: tenantOf(call.azure, call.params['s'] ?? ''),
    sent: objectOf(call.request.body),
    apiVersion: call.request.apiVersion ?? '',
  });

export function decideCreation(call: Call): Answer | undefined {
  const { azure, request, nowInMs } = call;
  if (!isObject(request.body))
    return aksError(400, { code: 'InvalidParameter', message: 'The request body is not an object.' });
  if (request.ifMatch !== undefined)
    return aksError(412, {
      code: 'PreconditionFailed',
      message: `The value of the If-Match header '${request.ifMatch}' does not match: there is no such managed cluster.`,
      subcode: 'EtagMismatch',
    });
  const apiVersion = request.apiVersion ?? '';
  const refusal = creationRefusal({
    azure,
    apiVersion,
    nowInMs,
    isNew: true,
    before: bodyIn(call),
    desired: bodyIn(call),
    sent: request.body,
  });
  return refusal === undefined ? undefined : answerTo(refusal);
}

export function applyCreation(call: AcceptedCall): Answer {
  const { azure, number, params } = call;
  const body = bodyIn(call);
  const id = textAt(body, 'id');
  const key = keyOf(id);
  const location = textAt(body, 'location');
  const nodeGroup = textAt(body, 'properties', 'nodeResourceGroup');
  azure.resources.set(key, body);
  addPlot(azure, plotOf(id, body, nodeGroup));
  const finish = finishClusterUpdate(body, number);
  const operation = startOperation(
    call,
    {
      provider: 'Microsoft.ContainerService',
      subscriptionId: params['s'] ?? '',
      location,
      resourceKey: key,
      kind: 'cluster',
      lastsInMs: creationLastsInMs,
      phases: creationPhases,
      finish: (now, end, atInMs) => {
        const made = now.resources.get(key);
        if (made !== undefined && end.status === 'Succeeded')
          now.resources.set(key, withKubelet(now.head.seed, made));
        finish(now, end, atInMs);
      },
    },
    scarceEnd(azure, {}, body),
  );
  return fromAks(201, seenAt(call.request.apiVersion ?? '', body), operationHeaders(call, operation));
}

function plotOf(id: string, body: ReturnType<typeof bodyIn>, nodeGroup: string): Plot {
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseId(id) ?? {};
  const location = textAt(body, 'location');
  return {
    subscriptionId,
    clusterId: id,
    clusterName: name,
    groups: [
      { name: resourceGroup, location },
      { name: nodeGroup, location },
    ],
    cluster: () => body,
    build: () => ({ resources: [], services: [] }),
  };
}

function decideDeletion(call: Call): Answer | undefined {
  const { azure, request, nowInMs } = call;
  const cluster = clusterNow(call, clusterIdIn(call));
  // Deleting what is not there is no error.
  if (cluster === undefined) return { status: 204, from: 'aks' };
  const state = textAt(cluster, 'properties', 'provisioningState');
  const rested = inState(cluster, 'Succeeded');
  // A cluster that stands still can be deleted; one that is worked on cannot.
  const refusal = busy({
    azure,
    cluster: ['Stopped'].includes(textAt(cluster, 'properties', 'powerState', 'code'))
      ? { ...rested, properties: { ...objectOf(rested['properties']), powerState: { code: 'Running' } } }
      : cluster,
    eTag: eTagIn(cluster),
    request,
    nowInMs,
  });
  return refusal === undefined || state === 'Deleting' ? undefined : answerTo(refusal);
}

function applyDeletion(call: AcceptedCall): Answer {
  const { azure, params } = call;
  const id = clusterIdIn(call);
  const key = keyOf(id);
  const before = resourceAt(azure, key);
  if (before === undefined) return clusterMissing(call);
  azure.resources.set(key, inState(before, 'Deleting'));
  const nodeGroup = textAt(before, 'properties', 'nodeResourceGroup');
  const operation = startOperation(call, {
    provider: 'Microsoft.ContainerService',
    subscriptionId: params['s'] ?? '',
    location: textAt(before, 'location'),
    resourceKey: key,
    kind: 'cluster',
    lastsInMs: deletionLastsInMs,
    phases: ['InProgress', 'Deleting'],
    finish: (now, end) => {
      if (end.status === 'Succeeded') removePlot(now, id, nodeGroup);
      else {
        const left = now.resources.get(key);
        if (left === undefined) return;
        const tagged = withETags(left, (part) => eTagOf(now, operation, part, 'end'));
        now.resources.set(key, inState(tagged, 'Failed'));
      }
    },
  });
  return {
    status: 202,
    from: 'aks',
    headers: operationHeaders(call, operation, { withLocation: true }),
  };
}

export const clusterMakingRoutes: readonly Route[] = [
  {
    method: 'DELETE',
    path: 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}',
    type: aksType('managedClusters'),
    decide: decideDeletion,
    apply: applyDeletion,
  },
];
