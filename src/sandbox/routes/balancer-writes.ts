import { balancerBody, balancerChild } from '../change/balancer-body.js';
import { guidOf } from '../chance.js';
import { at, isObject, objectOf, objectsOf, textAt, textOf, withAt, type JsonObject } from '../json.js';
import { keyOf, networkIdOf } from '../resource-id.js';
import { brokenReference, staleETag, type NetworkChange } from '../rules/network.js';
import { resourceAt, type Operation } from '../state/azure.js';
import { fromNetwork, frontDoorError, networkError, type Answer } from '../wire/answer.js';
import { networkType } from '../wire/versions.js';
import { operationHeaders, startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

const idIn = ({ params }: Call): string =>
  networkIdOf(params['s'] ?? '', params['g'] ?? '', `loadBalancers/${params['n'] ?? ''}`);

const changeOf = (call: Call, sent: JsonObject | undefined): NetworkChange => {
  const id = idIn(call);
  const { ifMatch, ifNoneMatch } = call.request;
  return { azure: call.azure, id, before: resourceAt(call.azure, id), sent, ifMatch, ifNoneMatch };
};

function decidePut(call: Call): Answer | undefined {
  const { body } = call.request;
  if (!isObject(body)) return networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.');
  const change = changeOf(call, body);
  const isPlaced = change.before !== undefined || textAt(body, 'location') !== '';
  const addresses = objectsOf(at(body, 'properties', 'frontendIPConfigurations')).flatMap((one) => {
    const id = textOf(at(one, 'properties', 'publicIPAddress', 'id'));
    return id === undefined ? [] : [{ id }];
  });
  const wanted = { ...change, sent: { properties: { publicIpAddresses: addresses } } };
  return (
    staleETag(change) ??
    (isPlaced
      ? undefined
      : frontDoorError(400, 'LocationRequired', 'The location property is required for this definition.')) ??
    brokenReference(wanted)
  );
}

/** An operation that has nothing left to do: a load balancer is there at once (recorded). */
function operationFor(
  call: AcceptedCall,
  more: Parameters<typeof operationHeaders>[2],
  finish: Operation['finish'] = noFinish,
) {
  const id = idIn(call);
  const operation = startOperation(call, {
    provider: 'Microsoft.Network',
    subscriptionId: call.params['s'] ?? '',
    location: textAt(resourceAt(call.azure, id), 'location'),
    resourceKey: keyOf(id),
    kind: 'network',
    lastsInMs: 4_000,
    phases: ['InProgress'],
    finish,
  });
  return operationHeaders(call, operation, more);
}

const noFinish: Operation['finish'] = () => undefined;

function applyPut(call: AcceptedCall): Answer {
  const { azure, number, request } = call;
  const id = idIn(call);
  const before = resourceAt(azure, id);
  const body = balancerBody({
    seed: azure.head.seed,
    number,
    id: textOf(before?.['id']) ?? id,
    before,
    sent: objectOf(request.body),
  });
  azure.resources.set(keyOf(id), body);
  return fromNetwork(before === undefined ? 201 : 200, body, operationFor(call, {}));
}

function applyDelete(call: AcceptedCall): Answer {
  const key = keyOf(idIn(call));
  const headers = operationFor(call, { withLocation: true, retryAfterInSeconds: 10 }, (azure) => {
    azure.resources.delete(key);
  });
  return { status: 202, from: 'network', headers };
}

const rulesPath = ['properties', 'inboundNatRules'];
const rulesOf = (balancer: JsonObject | undefined): readonly JsonObject[] =>
  objectsOf(at(balancer, ...rulesPath));
const isNamed = (rule: JsonObject, { params }: Call): boolean =>
  textAt(rule, 'name').toLowerCase() === params['c']?.toLowerCase();

const ruleIn = (call: Call): JsonObject | undefined =>
  rulesOf(resourceAt(call.azure, idIn(call))).find((rule) => isNamed(rule, call));

function getRule(call: Call): Answer {
  const rule = ruleIn(call);
  return rule === undefined
    ? networkError(
        404,
        'NotFound',
        `Resource ${idIn(call)}/inboundNatRules/${call.params['c'] ?? ''} not found.`,
      )
    : fromNetwork(200, rule, { etag: textAt(rule, 'etag') });
}

function decideRule(call: Call): Answer | undefined {
  if (resourceAt(call.azure, idIn(call)) === undefined)
    return networkError(404, 'NotFound', `Resource ${idIn(call)} not found.`);
  return call.request.method === 'DELETE' || isObject(call.request.body)
    ? undefined
    : networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.');
}

function applyRule(call: AcceptedCall): Answer {
  const { azure, number, params, request } = call;
  const id = idIn(call);
  const balancer = objectOf(resourceAt(azure, id));
  const isNew = ruleIn(call) === undefined;
  const etag = `W/"${guidOf(azure.head.seed, 'etag', id, number)}"`;
  const others = rulesOf(balancer).filter((rule) => !isNamed(rule, call));
  const isDelete = request.method === 'DELETE';
  const sent = { ...objectOf(request.body), name: params['c'] ?? '' };
  const rule = balancerChild({ balancerId: textAt(balancer, 'id'), list: 'inboundNatRules', etag, sent });
  azure.resources.set(
    keyOf(id),
    withAt({ ...balancer, etag }, rulesPath, isDelete ? others : [...others, rule]),
  );
  if (!isDelete) return fromNetwork(isNew ? 201 : 200, rule, operationFor(call, {}));
  const headers = operationFor(call, { withLocation: true, retryAfterInSeconds: 10 });
  return { status: 202, from: 'network', headers };
}

const path = 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.network/loadbalancers/{n}';
const rulePath = `${path}/inboundnatrules/{c}`;
const type = networkType('loadBalancers');
const ruleType = networkType('loadBalancers/inboundNatRules');

/** Load balancers that somebody makes; those of AKS are AKS's own. */
export const balancerWriteRoutes: readonly Route[] = [
  { method: 'PUT', path, type, decide: decidePut, apply: applyPut },
  {
    method: 'DELETE',
    path,
    type,
    decide: (call) => {
      const change = changeOf(call, undefined);
      return change.before === undefined ? { status: 204, from: 'network' } : staleETag(change);
    },
    apply: applyDelete,
  },
  { method: 'GET', path: rulePath, type: ruleType, read: getRule },
  { method: 'PUT', path: rulePath, type: ruleType, decide: decideRule, apply: applyRule },
  {
    method: 'DELETE',
    path: rulePath,
    type: ruleType,
    decide: (call) =>
      decideRule(call) ?? (ruleIn(call) === undefined ? { status: 204, from: 'network' } : undefined),
    apply: applyRule,
  },
];
