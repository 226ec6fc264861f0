import { withNumbers } from '../change/addresses.js';
import { leftOut, putSubnets, subnetsIn } from '../change/inline-subnets.js';
import { networkBody } from '../change/network-body.js';
import { isObject, objectOf, textAt, textOf, withAt, type JsonObject } from '../json.js';
import { keyOf, networkIdOf } from '../resource-id.js';
import { brokenReference, mixedSkus, staleETag, type NetworkChange } from '../rules/network.js';
import { gatewayIsRight, subnetFits } from '../rules/network-fit.js';
import { inUse, subnetInUse } from '../rules/network-use.js';
import { resourceAt, runningOn, type Operation } from '../state/azure.js';
import { freeAddresses, whereOf } from '../state/usages.js';
import { fromNetwork, frontDoorError, networkError, type Answer } from '../wire/answer.js';
import { networkType } from '../wire/versions.js';
import { networkNow } from './network.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Milliseconds of sandbox time: recorded operations of Microsoft.Network end within their first Retry-After or two. */
const lastsInMs = 10_000;

/** Seconds of the first Retry-After (recorded). */
const retryAfterInSeconds: Readonly<Record<string, number>> = {
  publicIPAddresses: 1,
  routeTables: 2,
  'virtualNetworks/subnets': 3,
};

const idIn = ({ params }: Call, type: string): string => {
  const [outer = '', inner] = type.split('/');
  const path =
    inner === undefined
      ? `${outer}/${params['n'] ?? ''}`
      : `${outer}/${params['n'] ?? ''}/${inner}/${params['c'] ?? ''}`;
  return networkIdOf(params['s'] ?? '', params['g'] ?? '', path);
};

const changeOf = (call: Call, type: string, sent: JsonObject | undefined): NetworkChange => {
  const id = idIn(call, type);
  return {
    azure: call.azure,
    id,
    before: resourceAt(call.azure, id),
    sent,
    ifMatch: call.request.ifMatch,
    ifNoneMatch: call.request.ifNoneMatch,
  };
};

/** Recorded words. */
const busy = (call: Call, id: string): Answer | undefined => {
  const running = runningOn(call.azure, keyOf(id));
  return running === undefined
    ? undefined
    : networkError(
        409,
        'AnotherOperationInProgress',
        `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: /subscriptions/${running.subscriptionId}/providers/Microsoft.Network/locations/${running.location}/operations/${running.id}.`,
      );
};

const decidePut =
  (type: string) =>
  (call: Call): Answer | undefined => {
    const { body } = call.request;
    if (!isObject(body) || (body['properties'] !== undefined && !isObject(body['properties'])))
      return networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.');
    const change = changeOf(call, type, body);
    const parent = type.includes('/')
      ? resourceAt(call.azure, change.id.split('/').slice(0, -2).join('/'))
      : undefined;
    if (type.includes('/') && parent === undefined)
      return networkError(
        404,
        'NotFound',
        `Resource ${change.id.split('/').slice(0, -2).join('/')} not found.`,
      );
    return (
      busy(call, change.id) ??
      staleETag(change) ??
      placeless(change, type) ??
      brokenReference(change) ??
      mixedSkus(change) ??
      gatewayIsRight(change) ??
      tooMany(change, type) ??
      subnetFits(change) ??
      subnetsFit(call, change, type)
    );
  };

/** Azure docs, PublicIPCountLimitReached, read 2026-11-23. */
function tooMany({ azure, before, id, sent }: NetworkChange, type: string): Answer | undefined {
  if (type !== 'publicIPAddresses' || before !== undefined) return undefined;
  const { free, limit } = freeAddresses(azure, whereOf(id, textAt(sent, 'location')));
  return free > 0
    ? undefined
    : networkError(
        400,
        'PublicIPCountLimitReached',
        `Cannot create more than ${limit} public IP addresses for this subscription in this region.`,
      );
}

/** The front door's own words. */
const placeless = ({ before, sent }: NetworkChange, type: string): Answer | undefined =>
  type.includes('/') || before !== undefined || textAt(sent, 'location') !== ''
    ? undefined
    : frontDoorError(400, 'LocationRequired', 'The location property is required for this definition.');

/** A network's PUT may name its subnets: each must fit, and what is left out must be free. */
function subnetsFit(call: Call, change: NetworkChange, type: string): Answer | undefined {
  const wanted = type === 'virtualNetworks' ? subnetsIn(change.id, objectOf(change.sent)) : undefined;
  if (wanted === undefined) return undefined;
  const { azure } = call;
  const kept = leftOut(azure, change.id, wanted)
    .map((id) => subnetInUse(azure, id))
    .find((answer) => answer !== undefined);
  if (kept !== undefined) return kept;
  for (const sent of wanted) {
    const id = textAt(sent, 'id');
    const one = { ...change, id, sent, before: resourceAt(azure, id) };
    const refusal = brokenReference(one);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function start(call: AcceptedCall, id: string, location: string, finish: Operation['finish']): Operation {
  return startOperation(call, {
    provider: 'Microsoft.Network',
    subscriptionId: call.params['s'] ?? '',
    location,
    resourceKey: keyOf(id),
    kind: 'network',
    lastsInMs,
    phases: ['InProgress'],
    finish,
  });
}

const locationOf = (call: Call, id: string, body: JsonObject): string =>
  textAt(body, 'location') ||
  textAt(resourceAt(call.azure, id.split('/').slice(0, -2).join('/')), 'location');

const applyPut =
  (type: string) =>
  (call: AcceptedCall): Answer => {
    const { azure, number, request } = call;
    const id = idIn(call, type);
    const before = resourceAt(azure, id);
    const body = networkBody({
      seed: azure.head.seed,
      number,
      id: textOf(before?.['id']) ?? id,
      type,
      before,
      sent: objectOf(request.body),
    });
    const updating = withAt(body, ['properties', 'provisioningState'], 'Updating');
    azure.resources.set(keyOf(id), updating);
    const wanted = type === 'virtualNetworks' ? subnetsIn(id, objectOf(request.body)) : undefined;
    if (wanted !== undefined) putSubnets(azure, id, { number, wanted });
    const operation = start(call, id, locationOf(call, id, body), (now, end) => {
      const current = now.resources.get(keyOf(id));
      if (current === undefined) return;
      const state = end.status === 'Canceled' ? 'Failed' : end.status;
      const done = withAt(current, ['properties', 'provisioningState'], state);
      // A public address, and a prefix, is known only when the operation has ended (recorded).
      now.resources.set(keyOf(id), state === 'Succeeded' ? withNumbers(now, type, done) : done);
    });
    const headers = operationHeaders(call, operation, {
      retryAfterInSeconds: retryAfterInSeconds[type] ?? 10,
    });
    return fromNetwork(before === undefined ? 201 : 200, networkNow(azure, updating), headers);
  };

const decideDelete =
  (type: string) =>
  (call: Call): Answer | undefined => {
    const change = changeOf(call, type, undefined);
    // Deleting what is not there is no error.
    if (change.before === undefined) return { status: 204, from: 'network' };
    return busy(call, change.id) ?? staleETag(change) ?? inUse(change);
  };

const applyDelete =
  (type: string) =>
  (call: AcceptedCall): Answer => {
    const { azure } = call;
    const id = idIn(call, type);
    const before = objectOf(resourceAt(azure, id));
    azure.resources.set(keyOf(id), withAt(before, ['properties', 'provisioningState'], 'Deleting'));
    const operation = start(call, id, locationOf(call, id, before), (now, end) => {
      if (end.status === 'Succeeded') {
        for (const key of [...now.resources.keys()])
          if (key === keyOf(id) || key.startsWith(`${keyOf(id)}/`)) now.resources.delete(key);
      } else now.resources.set(keyOf(id), withAt(before, ['properties', 'provisioningState'], 'Failed'));
    });
    return {
      status: 202,
      from: 'network',
      headers: operationHeaders(call, operation, { withLocation: true, retryAfterInSeconds: 10 }),
    };
  };

const written = [
  'publicIPAddresses',
  'publicIPPrefixes',
  'natGateways',
  'routeTables',
  'virtualNetworks',
  'virtualNetworks/subnets',
];

export const networkWriteRoutes: readonly Route[] = written.flatMap((type): readonly Route[] => {
  const [outer = '', inner] = type.toLowerCase().split('/');
  const path = `subscriptions/{s}/resourcegroups/{g}/providers/microsoft.network/${outer}/{n}${inner === undefined ? '' : `/${inner}/{c}`}`;
  return [
    { method: 'PUT', path, type: networkType(type), decide: decidePut(type), apply: applyPut(type) },
    { method: 'DELETE', path, type: networkType(type), decide: decideDelete(type), apply: applyDelete(type) },
  ];
});
