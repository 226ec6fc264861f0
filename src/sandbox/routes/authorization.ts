import type { LockSeed } from '../scenarios/scenario.js';
import { keyOf } from '../resource-id.js';
import { fromFrontDoor, type Answer } from '../wire/answer.js';
import { locksType, permissionsType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

/** Whoever may read may do everything here; what is forbidden is a fault. */
const permissions = (): Answer =>
  fromFrontDoor(200, { value: [{ actions: ['*'], notActions: [], dataActions: [], notDataActions: [] }] });

/** Locks of the scope itself, of what is above it and of what is in it. */
export function locksOn(locks: readonly LockSeed[] | undefined, scope: string): readonly LockSeed[] {
  const key = `${keyOf(scope)}/`;
  return (locks ?? []).filter((lock) => {
    const of = `${keyOf(lock.scope)}/`;
    return key.startsWith(of) || of.startsWith(key);
  });
}

function locks({ azure, params }: Call): Answer {
  const found = locksOn(azure.scenario.locks, `/${params['scope'] ?? ''}`);
  return fromFrontDoor(200, {
    value: found.map(({ scope, name, level, notes }) => ({
      properties: { level, ...(notes === undefined ? {} : { notes }) },
      id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
      type: 'Microsoft.Authorization/locks',
      name,
    })),
  });
}

export const authorizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '{scope*}/providers/microsoft.authorization/permissions',
    type: permissionsType,
    read: permissions,
  },
  { method: 'GET', path: '{scope*}/providers/microsoft.authorization/locks', type: locksType, read: locks },
];
