import { guidOf } from '../chance.js';
import { host } from '../host.js';
import { at, isObject, objectOf, present, textAt, textOf, type JsonObject } from '../json.js';
import { groupKeyOf, isBelow, keyOf } from '../resource-id.js';
import type { GroupSeed } from '../scenarios/scenario.js';
import { runningOn, type Azure } from '../state/azure.js';
import { addGroup, removeGroup } from '../state/plots.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { resourcesType } from '../wire/versions.js';
import { startOperation } from './operations.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Milliseconds of sandbox time that a group takes to go; no recording has one. */
const goesInMs = 60_000;

const keyIn = ({ params }: Call): string =>
  keyOf(`/subscriptions/${params['s'] ?? ''}/resourcegroups/${nameIn(params)}`);

/** Its hole is named `group` where the group need not be there: the front door asks for `g`. */
const nameIn = (params: Call['params']): string => params['g'] ?? params['group'] ?? '';

const groupIn = ({ azure, params }: Call): GroupSeed | undefined =>
  azure.index.groups.get(groupKeyOf(params['s'] ?? '', nameIn(params)));

function bodyOf(azure: Azure, group: GroupSeed): JsonObject {
  const id = `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`;
  const isGoing = runningOn(azure, keyOf(id)) !== undefined;
  return present({
    id,
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    tags: group.tags,
    properties: { provisioningState: isGoing ? 'Deleting' : 'Succeeded' },
  });
}

function list({ azure, params }: Call): Answer {
  const prefix = `${(params['s'] ?? '').toLowerCase()}/`;
  const value = [...azure.index.groups].filter(([key]) => key.startsWith(prefix));
  return fromFrontDoor(200, { value: value.map(([, group]) => bodyOf(azure, group)) });
}

function get(call: Call): Answer {
  const found = groupIn(call);
  return found === undefined
    ? groupMissing(nameIn(call.params))
    : fromFrontDoor(200, bodyOf(call.azure, found));
}

export const groupMissing = (name: string): Answer =>
  frontDoorError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);

/** Regions are written with and without spaces. */
const plain = (location: string): string => location.replaceAll(' ', '').toLowerCase();

/** A group that is on its way out takes nothing any more (ARM docs, Common deployment errors, read 2026-11-25). */
export function goingAway(azure: Azure, groupKey: string): Answer | undefined {
  const [subscriptionId = '', name = ''] = groupKey.split('/');
  if (runningOn(azure, `/subscriptions/${subscriptionId}/resourcegroups/${name}`) === undefined)
    return undefined;
  return frontDoorError(
    409,
    'ResourceGroupBeingDeleted',
    `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`,
  );
}

function decidePut(call: Call): Answer | undefined {
  const { body } = call.request;
  if (!isObject(body) || plain(textAt(body, 'location')) === '')
    return frontDoorError(400, 'LocationRequired', 'The location property is required for this definition.');
  const found = groupIn(call);
  if (found === undefined) return undefined;
  const refusal = goingAway(call.azure, groupKeyOf(found.subscriptionId, found.name));
  if (refusal !== undefined || plain(textAt(body, 'location')) === plain(found.location)) return refusal;
  return frontDoorError(
    409,
    'InvalidResourceGroupLocation',
    `Invalid resource group location '${textAt(body, 'location')}'. The Resource group already exists in location '${found.location}'.`,
  );
}

function applyPut(call: AcceptedCall): Answer {
  const { azure, params, request } = call;
  const found = groupIn(call);
  const { tags } = objectOf(request.body);
  const group: GroupSeed = {
    subscriptionId: found?.subscriptionId ?? params['s'] ?? '',
    name: found?.name ?? nameIn(params),
    location: found?.location ?? plain(textAt(request.body, 'location')),
    ...(isObject(tags) ? { tags } : {}),
  };
  addGroup(azure, group);
  return fromFrontDoor(found === undefined ? 201 : 200, bodyOf(azure, group));
}

function applyTags(call: AcceptedCall): Answer {
  const { azure, request } = call;
  const found = groupIn(call);
  if (found === undefined) return groupMissing(nameIn(call.params));
  const tags = at(request.body, 'tags');
  const group = isObject(tags) ? { ...found, tags } : found;
  addGroup(azure, group);
  return fromFrontDoor(200, bodyOf(azure, group));
}

function decideDelete(call: Call): Answer | undefined {
  const id = keyIn(call);
  const lock = [...call.azure.locks.values()].find(({ scope }) => isBelow(scope, id) || isBelow(id, scope));
  if (lock === undefined) return undefined;
  return frontDoorError(
    409,
    'ScopeLocked',
    `The scope '${nameIn(call.params)}' cannot perform delete operation because following scope(s) are locked: '${lock.scope}'. Please remove the lock and try again.`,
  );
}

function applyDelete(call: AcceptedCall): Answer {
  const { azure, params, number } = call;
  const found = groupIn(call);
  if (found === undefined) return groupMissing(nameIn(params));
  const before = runningOn(azure, keyIn(call));
  const operation =
    before ??
    startOperation(call, {
      provider: 'Microsoft.Resources',
      subscriptionId: found.subscriptionId,
      location: found.location,
      resourceKey: keyIn(call),
      kind: 'group',
      lastsInMs: goesInMs,
      phases: ['Running'],
      finish: (now, end) => {
        if (end.status === 'Succeeded') removeGroup(now, found.subscriptionId, found.name);
      },
    });
  const location = `${host}/subscriptions/${found.subscriptionId}/operationresults/${operation.id}?api-version=${call.request.apiVersion ?? ''}&t=${guidOf(azure.head.seed, 't', number)}`;
  return fromFrontDoor(202, undefined, { location, 'retry-after': '15' });
}

/** Answers 202 as long as the group is on its way. */
function result({ azure, params }: Call): Answer {
  const operation = azure.operations.get((params['id'] ?? '').toLowerCase());
  if (operation?.provider !== 'Microsoft.Resources')
    return frontDoorError(404, 'OperationNotFound', `The operation '${params['id'] ?? ''}' was not found.`);
  if (operation.ended === undefined) return fromFrontDoor(202, undefined, { 'retry-after': '15' });
  const { error } = operation.ended;
  return error === undefined
    ? fromFrontDoor(200)
    : frontDoorError(409, textOf(error['code']) ?? 'Conflict', textOf(error['message']) ?? '');
}

const type = resourcesType('resourceGroups');
const groups = 'subscriptions/{s}/resourcegroups';

export const resourceGroupRoutes: readonly Route[] = [
  { method: 'GET', path: groups, type, read: list },
  { method: 'GET', path: `${groups}/{g}`, type, read: get },
  { method: 'HEAD', path: `${groups}/{g}`, type, read: () => fromFrontDoor(204) },
  { method: 'PUT', path: `${groups}/{group}`, type, decide: decidePut, apply: applyPut },
  { method: 'PATCH', path: `${groups}/{g}`, type, decide: () => undefined, apply: applyTags },
  { method: 'DELETE', path: `${groups}/{g}`, type, decide: decideDelete, apply: applyDelete },
  {
    method: 'GET',
    path: 'subscriptions/{s}/operationresults/{id}',
    type: resourcesType('operationresults'),
    anyVersion: true,
    read: result,
  },
];
