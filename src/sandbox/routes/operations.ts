import { guidOf, hexOf } from '../chance.js';
import { host } from '../host.js';
import { present } from '../json.js';
import type { PlannedEnd } from '../log-entry.js';
import type { Operation } from '../state/azure.js';
import { phaseOf } from '../state/settle.js';
import { fromAks, fromNetwork, frontDoorError, type Answer } from '../wire/answer.js';
import { aksType, networkType } from '../wire/versions.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** The service's own version in operation URLs, never the request's (recorded 2025 and 2026). */
const operationVersion = '2025-03-01';

const isGood = ({ status, error }: PlannedEnd): boolean => status === 'Succeeded' && error === undefined;

/** Starts an operation. */
export function startOperation(
  call: AcceptedCall,
  order: Omit<Operation, 'id' | 'number' | 'startedAtInMs' | 'plannedEnd'>,
  /** How it ends by itself, where nobody planned another end. */
  ownEnd?: PlannedEnd,
): Operation {
  const operation: Operation = {
    ...order,
    id: guidOf(call.azure.head.seed, 'operation', call.number, order.kind),
    number: call.number,
    startedAtInMs: call.nowInMs,
    plannedEnd: ownEnd !== undefined && isGood(call.end) ? ownEnd : call.end,
  };
  call.azure.operations.set(operation.id, operation);
  return operation;
}

/** `azure-asyncoperation`, and `location` where Azure sends both. A signed-looking URL that is followed as it is. */
export function operationHeaders(
  call: AcceptedCall,
  operation: Operation,
  more: { readonly withLocation?: boolean; readonly retryAfterInSeconds?: number } = {},
): Readonly<Record<string, string>> {
  const url = (folder: string): string => {
    const { seed } = call.azure.head;
    const ticks = `${call.nowInMs}0000`;
    const sign = (name: string, length: number): string => hexOf(length, seed, operation.id, folder, name);
    const path = `/subscriptions/${operation.subscriptionId}/providers/${operation.provider}/locations/${operation.location}/${folder}/${operation.id}`;
    return `${host}${path}?api-version=${operationVersion}&t=${ticks}&c=${sign('c', 1200)}&s=${sign('s', 342)}&h=${sign('h', 43)}`;
  };
  const results = operation.provider === 'Microsoft.Network' ? 'operationResults' : 'operationresults';
  return {
    'azure-asyncoperation': url('operations'),
    ...(operation.provider === 'Microsoft.Network' ? { 'azure-asyncnotification': 'Enabled' } : {}),
    ...(more.withLocation === true ? { location: url(results) } : {}),
    ...(more.retryAfterInSeconds === undefined ? {} : { 'retry-after': String(more.retryAfterInSeconds) }),
  };
}

function find({ azure, params }: Call, provider: Operation['provider']): Operation | undefined {
  const operation = azure.operations.get((params['id'] ?? '').toLowerCase());
  if (operation?.provider !== provider) return undefined;
  const { subscriptionId, location } = operation;
  const isThere =
    subscriptionId.toLowerCase() === params['s']?.toLowerCase() &&
    location.toLowerCase() === params['location']?.toLowerCase();
  return isThere ? operation : undefined;
}

const notFound = ({ params }: Call): Answer =>
  frontDoorError(404, 'OperationNotFound', `The operation '${params['id'] ?? ''}' was not found.`);

const ticks = (atInMs: number): string => new Date(atInMs).toISOString().replace('Z', '0000Z');

function aksStatus(call: Call): Answer {
  const operation = find(call, 'Microsoft.ContainerService');
  if (operation === undefined) return notFound(call);
  const { ended, startedAtInMs, phases } = operation;
  return fromAks(
    200,
    present({
      name: operation.id,
      status: ended?.status ?? phases[phaseOf(operation, call.nowInMs)] ?? 'InProgress',
      startTime: ticks(startedAtInMs),
      endTime: ended === undefined ? undefined : ticks(ended.atInMs),
      error: ended?.error,
    }),
  );
}

function networkStatus(call: Call): Answer {
  const operation = find(call, 'Microsoft.Network');
  if (operation === undefined) return notFound(call);
  const { ended } = operation;
  return fromNetwork(
    200,
    present({ status: ended?.status ?? 'InProgress', error: ended?.error }),
    ended === undefined ? { 'retry-after': '10' } : {},
  );
}

const result =
  (provider: Operation['provider']) =>
  (call: Call): Answer => {
    const operation = find(call, provider);
    if (operation === undefined) return notFound(call);
    return {
      status: operation.ended === undefined ? 202 : 204,
      from: provider === 'Microsoft.Network' ? 'network' : 'aks',
    };
  };

const at = (provider: string, folder: string): string =>
  `subscriptions/{s}/providers/${provider}/locations/{location}/${folder}/{id}`;

export const operationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: at('microsoft.containerservice', 'operations'),
    type: aksType('locations/operations'),
    anyVersion: true,
    read: aksStatus,
  },
  {
    method: 'GET',
    path: at('microsoft.containerservice', 'operationresults'),
    type: aksType('locations/operationresults'),
    anyVersion: true,
    read: result('Microsoft.ContainerService'),
  },
  {
    method: 'GET',
    path: at('microsoft.network', 'operations'),
    type: networkType('locations/operations'),
    anyVersion: true,
    read: networkStatus,
  },
  {
    method: 'GET',
    path: at('microsoft.network', 'operationresults'),
    type: networkType('locations/operationResults'),
    anyVersion: true,
    read: result('Microsoft.Network'),
  },
];
