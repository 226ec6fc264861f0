import { desiredBody } from '../change/desired.js';
import {
  eTagIn,
  finishClusterUpdate,
  inState,
  lastsInMs,
  updatePhases,
} from '../change/cluster-operation.js';
import { scarceEnd } from '../change/scarce.js';
import { firstPhase, withDefaults } from '../change/outbound-type.js';
import { guidOf } from '../chance.js';
import { host } from '../host.js';
import { isObject, objectOf, present, textOf } from '../json.js';
import { keyOf } from '../resource-id.js';
import { alreadyThere, busy } from '../rules/busy.js';
import { refusalOf } from '../rules/cluster-rules.js';
import { buildPlot, resourceAt } from '../state/azure.js';
import { aksError, fromAks, type Answer } from '../wire/answer.js';
import { pageToken, skipOf } from '../wire/received.js';
import { aksType, seenAt } from '../wire/versions.js';
import { answerTo, clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import { applyCreation, decideCreation } from './cluster-making.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

const type = aksType('managedClusters');

const versionOf = (call: Call): string => call.request.apiVersion ?? '';

function get(call: Call): Answer {
  const body = clusterNow(call, clusterIdIn(call));
  return body === undefined ? clusterMissing(call) : fromAks(200, seenAt(versionOf(call), body));
}

/** Clusters on a page of a list. Azure's own number is not public; this one makes clients follow `nextLink`. */
const pageSize = 10;

function list(call: Call): Answer {
  const { azure, params, request } = call;
  const group = params['g']?.toLowerCase();
  const plots = (azure.index.bySubscription.get((params['s'] ?? '').toLowerCase()) ?? []).filter(
    ({ clusterId }) => group === undefined || keyOf(clusterId).includes(`/resourcegroups/${group}/`),
  );
  const token = request.query.get('$skipToken') ?? request.query.get('$skiptoken');
  const skip = token === null ? 0 : (skipOf(token) ?? 0);
  const page = plots.slice(skip, skip + pageSize);
  for (const plot of page) buildPlot(azure, plot);
  const value = page.flatMap(({ clusterId }) => {
    const body = clusterNow(call, clusterId);
    return body === undefined ? [] : [seenAt(versionOf(call), body)];
  });
  const next = skip + pageSize;
  return fromAks(200, {
    value,
    ...(next >= plots.length ? {} : { nextLink: nextLink(call, next) }),
  });
}

function nextLink({ request }: Call, skip: number): string {
  const query = new URLSearchParams({
    $skipToken: pageToken({ RowsToSkip: skip }),
    'api-version': request.apiVersion ?? '',
  });
  const [path = ''] = request.target.split('?');
  return `${host}${path}?${query.toString()}`;
}

function decidePut(call: Call): Answer | undefined {
  const { azure, request } = call;
  const id = clusterIdIn(call);
  const before = clusterNow(call, id);
  if (before === undefined) return decideCreation(call);
  if (request.ifNoneMatch !== undefined) return answerTo(alreadyThere(before));
  if (!isObject(request.body))
    return aksError(400, { code: 'InvalidParameter', message: 'The request body is not an object.' });
  const asked = desiredBody(before, request.body, versionOf(call));
  const desired = withDefaults(asked, before, versionOf(call));
  const sent = request.body;
  const refusal = refusalOf(
    { azure, apiVersion: versionOf(call), nowInMs: call.nowInMs, before, sent, desired },
    request,
  );
  return refusal === undefined ? undefined : answerTo(refusal);
}

function applyPut(call: AcceptedCall): Answer {
  const { azure, request, number } = call;
  const id = clusterIdIn(call);
  const key = keyOf(id);
  const before = resourceAt(azure, id);
  if (before === undefined) return applyCreation(call);
  const version = versionOf(call);
  const desired = withDefaults(desiredBody(before, objectOf(request.body), version), before, version);
  const updating = inState(firstPhase(before, desired), 'Updating');
  azure.resources.set(key, updating);
  const operation = startOperation(
    call,
    {
      provider: 'Microsoft.ContainerService',
      subscriptionId: call.params['s'] ?? '',
      location: textOf(before['location']) ?? '',
      resourceKey: key,
      kind: 'cluster',
      lastsInMs: lastsInMs(before, desired),
      phases: updatePhases,
      finish: finishClusterUpdate(before, number),
    },
    scarceEnd(azure, before, desired),
  );
  // The answer still carries the old eTags (recorded).
  return fromAks(200, seenAt(version, updating), operationHeaders(call, operation));
}

function decideTags(call: Call): Answer | undefined {
  const before = clusterNow(call, clusterIdIn(call));
  if (before === undefined) return clusterMissing(call);
  const { body } = call.request;
  const isTags = isObject(body) && (body['tags'] === undefined || isObject(body['tags']));
  if (!isTags)
    return aksError(400, {
      code: 'InvalidParameter',
      message: 'The request body is not an object with tags.',
      target: 'tags',
    });
  const { azure, request, nowInMs } = call;
  const refusal = busy({ azure, cluster: before, eTag: eTagIn(before), request, nowInMs });
  return refusal === undefined ? undefined : answerTo(refusal);
}

/** Tags are there at once, without an operation. */
function applyTags(call: AcceptedCall): Answer {
  const { azure, number, request } = call;
  const id = clusterIdIn(call);
  const before = resourceAt(azure, id);
  if (before === undefined) return clusterMissing(call);
  const tags = objectOf(request.body)['tags'];
  const body = present({
    ...before,
    tags: tags ?? before['tags'],
    eTag: guidOf(azure.head.seed, 'eTag', number, 'tags'),
  });
  azure.resources.set(keyOf(id), body);
  return fromAks(200, seenAt(versionOf(call), body));
}

const inSubscription = 'subscriptions/{s}/providers/microsoft.containerservice/managedclusters';
const inGroup = 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters';

export const clusterRoutes: readonly Route[] = [
  { method: 'GET', path: inSubscription, type, read: list },
  { method: 'GET', path: inGroup, type, read: list },
  { method: 'GET', path: `${inGroup}/{n}`, type, read: get },
  { method: 'PUT', path: `${inGroup}/{n}`, type, decide: decidePut, apply: applyPut },
  { method: 'PATCH', path: `${inGroup}/{n}`, type, decide: decideTags, apply: applyTags },
];
