import { isObject, objectOf, textOf, type JsonObject } from '../json.js';
import { isBelow, keyOf, lockKeyOf } from '../resource-id.js';
import type { LockSeed } from '../scenarios/scenario.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { locksType } from '../wire/versions.js';
import type { AcceptedCall, Call, Route } from './route.js';

const scopeIn = ({ params }: Call): string => `/${params['scope'] ?? ''}`;
const keyIn = (call: Call): string => lockKeyOf({ scope: scopeIn(call), name: call.params['lock'] ?? '' });

const bodyOf = ({ scope, name, level, notes }: LockSeed): JsonObject => ({
  properties: { level, ...(notes === undefined ? {} : { notes }) },
  id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
  type: 'Microsoft.Authorization/locks',
  name,
});

/** Locks of the scope itself, of what is above it and of what is in it. */
function list(call: Call): Answer {
  const scope = scopeIn(call);
  const found = [...call.azure.locks.values()].filter(
    (lock) => isBelow(scope, lock.scope) || isBelow(lock.scope, scope),
  );
  return fromFrontDoor(200, { value: found.map(bodyOf) });
}

const missing = (call: Call): Answer =>
  frontDoorError(404, 'LockNotFound', `The lock '${call.params['lock'] ?? ''}' could not be found.`);

function get(call: Call): Answer {
  const lock = call.azure.locks.get(keyIn(call));
  return lock === undefined ? missing(call) : fromFrontDoor(200, bodyOf(lock));
}

const levels = ['CanNotDelete', 'ReadOnly'];

function decidePut({ request }: Call): Answer | undefined {
  const level = isObject(request.body) ? objectOf(request.body['properties'])['level'] : undefined;
  return levels.includes(textOf(level) ?? '')
    ? undefined
    : frontDoorError(400, 'InvalidLockLevel', `The lock level must be one of ${levels.join(', ')}.`);
}

function applyPut(call: AcceptedCall): Answer {
  const { azure, request, params } = call;
  const { level, notes } = objectOf(objectOf(request.body)['properties']);
  const isNew = !azure.locks.has(keyIn(call));
  const lock: LockSeed = {
    scope: scopeIn(call),
    name: params['lock'] ?? '',
    level: level === 'ReadOnly' ? 'ReadOnly' : 'CanNotDelete',
    ...(typeof notes === 'string' ? { notes } : {}),
  };
  azure.locks.set(keyIn(call), lock);
  return fromFrontDoor(isNew ? 201 : 200, bodyOf(lock));
}

const type = locksType;
const path = '{scope*}/providers/microsoft.authorization/locks';

export const lockRoutes: readonly Route[] = [
  { method: 'GET', path, type, read: list },
  { method: 'GET', path: `${path}/{lock}`, type, read: get },
  { method: 'PUT', path: `${path}/{lock}`, type, decide: decidePut, apply: applyPut },
  {
    method: 'DELETE',
    path: `${path}/{lock}`,
    type,
    decide: (call) => (call.azure.locks.has(keyIn(call)) ? undefined : { status: 204, from: 'frontDoor' }),
    apply: (call) => {
      call.azure.locks.delete(keyOf(keyIn(call)));
      return fromFrontDoor(200);
    },
  },
];
