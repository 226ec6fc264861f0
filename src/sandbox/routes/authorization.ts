import { permissionsAt } from '../state/permissions.js';
import { fromFrontDoor, type Answer } from '../wire/answer.js';
import { permissionsType, policyAssignmentsType } from '../wire/versions.js';
import { isBelow } from '../resource-id.js';
import type { Call, Route } from './route.js';

const scopeIn = ({ params }: Call): string => `/${params['scope'] ?? ''}`;

const permissions = (call: Call): Answer => {
  const { actions, notActions = [] } = permissionsAt(call.azure, scopeIn(call));
  return fromFrontDoor(200, {
    value: [{ actions: [...actions], notActions: [...notActions], dataActions: [], notDataActions: [] }],
  });
};

/** Assignments at the scope, above it, and below it; with `atExactScope()` only those of the scope itself. */
function policyAssignments(call: Call): Answer {
  const scope = scopeIn(call);
  const isExact = /atExactScope\(\)/i.test(call.request.query.get('$filter') ?? '');
  const value = (call.azure.scenario.policies ?? [])
    .filter((one) =>
      isExact
        ? isBelow(scope, one.scope) && isBelow(one.scope, scope)
        : isBelow(scope, one.scope) || isBelow(one.scope, scope),
    )
    .map((one) => ({
      properties: {
        displayName: one.displayName,
        policyDefinitionId: `${one.scope}/providers/Microsoft.Authorization/policyDefinitions/${one.name}`,
        scope: one.scope,
        notScopes: [],
        parameters: {},
        metadata: {},
        enforcementMode: 'Default',
      },
      id: `${one.scope}/providers/Microsoft.Authorization/policyAssignments/${one.name}`,
      type: 'Microsoft.Authorization/policyAssignments',
      name: one.name,
    }));
  return fromFrontDoor(200, { value });
}

export const authorizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '{scope*}/providers/microsoft.authorization/permissions',
    type: permissionsType,
    read: permissions,
  },
  {
    method: 'GET',
    path: '{scope*}/providers/microsoft.authorization/policyassignments',
    type: policyAssignmentsType,
    read: policyAssignments,
  },
];
