import { guidOf } from '../chance.js';
import type { JsonObject } from '../json.js';
import { keyOf } from '../resource-id.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { roleAssignmentsType, roleDefinitionsType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

interface Role {
  readonly name: string;
  readonly roleName: string;
  readonly actions: readonly string[];
}

/** Built-in roles, by their ids of every tenant (Azure docs, Azure built-in roles, read 2026-11-25). */
const roles: readonly Role[] = [
  {
    name: '4d97b98b-1d4f-4787-a291-c67834d212e7',
    roleName: 'Network Contributor',
    actions: ['Microsoft.Authorization/*/read', 'Microsoft.Network/*', 'Microsoft.Resources/deployments/*'],
  },
  {
    name: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
    roleName: 'AcrPull',
    actions: ['Microsoft.ContainerRegistry/registries/pull/read'],
  },
];

const definitionId = (subscriptionId: string, { name }: Role): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${name}`;

function definitionBody(subscriptionId: string, role: Role): JsonObject {
  return {
    properties: {
      roleName: role.roleName,
      type: 'BuiltInRole',
      description: '',
      assignableScopes: ['/'],
      permissions: [{ actions: role.actions, notActions: [], dataActions: [], notDataActions: [] }],
    },
    id: definitionId(subscriptionId, role),
    type: 'Microsoft.Authorization/roleDefinitions',
    name: role.name,
  };
}

function definition({ params }: Call): Answer {
  const name = (params['d'] ?? '').toLowerCase();
  const role = roles.find((one) => one.name === name);
  return role === undefined
    ? frontDoorError(
        404,
        'RoleDefinitionDoesNotExist',
        `The specified role definition with ID '${name.replaceAll('-', '')}' does not exist.`,
      )
    : fromFrontDoor(200, definitionBody(params['s'] ?? '', role));
}

/**
 * Whoever is asked about may use what their cluster stands in: networks and registries in the resource group of the
 * scope. Without a principal in the filter nobody is listed.
 */
function assignments({ azure, params, request }: Call): Answer {
  const scope = `/${params['scope'] ?? ''}`;
  const principalId = /(?:assignedTo\(|principalId eq )'([^']+)'/i.exec(
    request.query.get('$filter') ?? '',
  )?.[1];
  const [, group, subscriptionId] = /^(\/subscriptions\/([^/]+)\/resourcegroups\/[^/]+)/i.exec(scope) ?? [];
  const role = roles[/\/microsoft[.]containerregistry\//i.test(scope) ? 1 : 0];
  if (principalId === undefined || group === undefined || subscriptionId === undefined || role === undefined)
    return fromFrontDoor(200, { value: [] });
  const name = guidOf(azure.head.seed, 'assignment', keyOf(group), principalId);
  const since = new Date(azure.head.startedAtInMs).toISOString();
  return fromFrontDoor(200, {
    value: [
      {
        properties: {
          roleDefinitionId: definitionId(subscriptionId, role),
          principalId,
          principalType: 'ServicePrincipal',
          scope: group,
          condition: null,
          conditionVersion: null,
          createdOn: since,
          updatedOn: since,
        },
        id: `${group}/providers/Microsoft.Authorization/roleAssignments/${name}`,
        type: 'Microsoft.Authorization/roleAssignments',
        name,
      },
    ],
  });
}

export const rightsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '{scope*}/providers/microsoft.authorization/roleassignments',
    type: roleAssignmentsType,
    read: assignments,
  },
  {
    method: 'GET',
    path: 'subscriptions/{s}/providers/microsoft.authorization/roledefinitions/{d}',
    type: roleDefinitionsType,
    read: definition,
  },
];
