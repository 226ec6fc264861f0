import { routeBody } from '../change/network-body.js';
import { guidOf } from '../chance.js';
import { at, isObject, objectOf, objectsOf, textAt, withAt, type JsonObject } from '../json.js';
import { keyOf, networkIdOf } from '../resource-id.js';
import { staleETag } from '../rules/network.js';
import { resourceAt, runningOn, type Azure } from '../state/azure.js';
import { fromNetwork, frontDoorError, networkError, type Answer } from '../wire/answer.js';
import { networkType } from '../wire/versions.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

const tableIdIn = ({ params }: Call): string =>
  networkIdOf(params['s'] ?? '', params['g'] ?? '', `routeTables/${params['n'] ?? ''}`);

const routesOf = (table: JsonObject | undefined): readonly JsonObject[] =>
  objectsOf(at(table, 'properties', 'routes'));

const routeIn = (call: Call): JsonObject | undefined =>
  routesOf(resourceAt(call.azure, tableIdIn(call))).find(
    (route) => textAt(route, 'name').toLowerCase() === call.params['c']?.toLowerCase(),
  );

function get(call: Call): Answer {
  const route = routeIn(call);
  return route === undefined
    ? frontDoorError(
        404,
        'NotFound',
        `Resource ${tableIdIn(call)}/routes/${call.params['c'] ?? ''} not found.`,
      )
    : fromNetwork(200, route, { etag: textAt(route, 'etag') });
}

/** Two writes to one table wait for each other: 429 with a time to wait (recorded). */
function busy(call: Call): Answer | undefined {
  const id = tableIdIn(call);
  if (resourceAt(call.azure, id) === undefined)
    return networkError(404, 'NotFound', `Resource ${id} not found.`);
  const running = runningOn(call.azure, keyOf(id));
  if (running === undefined) return undefined;
  const answer = networkError(429, 'RetryableError', 'A retryable error occurred.', [
    {
      code: 'RetryableErrorDueToAnotherOperation',
      message: `Operation PutRouteOperation (${running.id}) is updating resource ${id}. The call can be retried in 12 seconds.`,
    },
  ]);
  return { ...answer, headers: { 'retry-after': '12', 'x-ms-failure-cause': 'service' } };
}

/** A route has an eTag of its own, and is guarded by it as its table is. */
const stale = (call: Call): Answer | undefined =>
  staleETag({
    azure: call.azure,
    id: `${tableIdIn(call)}/routes/${call.params['c'] ?? ''}`,
    before: routeIn(call),
    sent: undefined,
    ifMatch: call.request.ifMatch,
    ifNoneMatch: call.request.ifNoneMatch,
  });

/** Puts the routes of a table, under a new eTag. */
function setRoutes(
  azure: Azure,
  id: string,
  mark: string,
  change: (routes: readonly JsonObject[]) => readonly JsonObject[],
): void {
  const table = azure.resources.get(keyOf(id));
  if (table === undefined) return;
  const etag = `W/"${guidOf(azure.head.seed, 'etag', id, mark)}"`;
  azure.resources.set(
    keyOf(id),
    withAt({ ...table, etag }, ['properties', 'routes'], change(routesOf(table))),
  );
}

function apply(call: AcceptedCall): Answer {
  const { azure, number, params, request } = call;
  const id = tableIdIn(call);
  const name = params['c'] ?? '';
  const table = objectOf(resourceAt(azure, id));
  const isNew = routeIn(call) === undefined;
  const others = (routes: readonly JsonObject[]): readonly JsonObject[] =>
    routes.filter((route) => textAt(route, 'name').toLowerCase() !== name.toLowerCase());
  const isDelete = request.method === 'DELETE';
  const route = withAt(
    routeBody(azure.head.seed, `${textAt(table, 'id')}/routes/${name}`, objectOf(request.body)),
    ['properties', 'provisioningState'],
    'Updating',
  );
  setRoutes(azure, id, `${number}`, (routes) => (isDelete ? others(routes) : [...others(routes), route]));
  const operation = startOperation(call, {
    provider: 'Microsoft.Network',
    subscriptionId: params['s'] ?? '',
    location: textAt(table, 'location'),
    resourceKey: keyOf(id),
    kind: 'network',
    lastsInMs: 4_000,
    phases: ['InProgress'],
    finish: (now) =>
      setRoutes(now, id, `${number} end`, (routes) =>
        routes.map((one) => withAt(one, ['properties', 'provisioningState'], 'Succeeded')),
      ),
  });
  const headers = operationHeaders(call, operation, { retryAfterInSeconds: 2, withLocation: isDelete });
  return isDelete
    ? { status: 202, from: 'network', headers }
    : fromNetwork(isNew ? 201 : 200, route, headers);
}

const path = 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.network/routetables/{n}/routes/{c}';
const type = networkType('routeTables/routes');

function list(call: Call): Answer {
  const table = resourceAt(call.azure, tableIdIn(call));
  return table === undefined
    ? networkError(404, 'NotFound', `Resource ${tableIdIn(call)} not found.`)
    : fromNetwork(200, { value: routesOf(table) });
}

/** Routes by themselves: one is added or removed without sending the whole table. */
export const singleRouteRoutes: readonly Route[] = [
  { method: 'GET', path: path.replace('/{c}', ''), type, read: list },
  { method: 'GET', path, type, read: get },
  {
    method: 'PUT',
    path,
    type,
    decide: (call) =>
      isObject(call.request.body)
        ? (busy(call) ?? stale(call))
        : networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.'),
    apply,
  },
  {
    method: 'DELETE',
    path,
    type,
    decide: (call) =>
      routeIn(call) === undefined ? { status: 204, from: 'network' } : (busy(call) ?? stale(call)),
    apply,
  },
];
