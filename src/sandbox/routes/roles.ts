import { guidOf } from '../chance.js';
import { at, isObject, objectOf, objectsOf, textAt, textOf, type JsonObject } from '../json.js';
import { isBelow, keyOf, parseId } from '../resource-id.js';
import type { RoleAssignmentSeed } from '../scenarios/scenario.js';
import { buildGroup, type Azure } from '../state/azure.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { roleAssignmentsType, roleDefinitionsType } from '../wire/versions.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Built-in roles and their ids (Azure docs, Azure built-in roles, read 2026-11-23). */
const roles: readonly (readonly [name: string, id: string, actions: readonly string[]])[] = [
  ['Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', ['*']],
  ['Contributor', 'b24988ac-6180-42a0-ab88-20f7382dd24c', ['*']],
  ['Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7', ['*/read']],
  [
    'Network Contributor',
    '4d97b98b-1d4f-4787-a291-c67834d212e7',
    ['Microsoft.Authorization/*/read', 'Microsoft.Network/*', 'Microsoft.Resources/deployments/*'],
  ],
  [
    'Azure Kubernetes Service Contributor Role',
    'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8',
    ['Microsoft.ContainerService/managedClusters/read', 'Microsoft.ContainerService/managedClusters/write'],
  ],
  ['AcrPull', '7f951dda-4ed3-4680-a7ca-43fe172d538d', ['Microsoft.ContainerRegistry/registries/pull/read']],
];

const scopeIn = ({ params }: Call): string => `/${params['scope'] ?? ''}`;
const subscriptionOf = (scope: string): string => /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1] ?? '';

const definitionId = (subscriptionId: string, id: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${id}`;

const definition = (subscriptionId: string, [roleName, id, actions]: (typeof roles)[number]): JsonObject => ({
  properties: {
    roleName,
    type: 'BuiltInRole',
    description: '',
    assignableScopes: ['/'],
    permissions: [{ actions: [...actions], notActions: [], dataActions: [], notDataActions: [] }],
  },
  id: definitionId(subscriptionId, id),
  type: 'Microsoft.Authorization/roleDefinitions',
  name: id,
});

function definitions(call: Call): Answer {
  const wanted = /roleName\s+eq\s+'([^']*)'/i.exec(call.request.query.get('$filter') ?? '')?.[1];
  const found = roles.filter(([name]) => wanted === undefined || name.toLowerCase() === wanted.toLowerCase());
  return fromFrontDoor(200, { value: found.map((role) => definition(subscriptionOf(scopeIn(call)), role)) });
}

function oneDefinition(call: Call): Answer {
  const role = roles.find(([, id]) => id === call.params['role']?.toLowerCase());
  return role === undefined
    ? frontDoorError(
        404,
        'RoleDefinitionDoesNotExist',
        `The specified role definition with ID '${call.params['role'] ?? ''}' does not exist.`,
      )
    : fromFrontDoor(200, definition(subscriptionOf(scopeIn(call)), role));
}

type Assignments = ReadonlyMap<string, RoleAssignmentSeed>;

const assignmentId = (scope: string, name: string): string =>
  `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;

/** What assignments there are: the scenario's, those of its clusters' identities on their networks, and what was made since. */
function assignments(azure: Azure, scope: string): Assignments {
  const parts = parseId(scope);
  const group = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)/i.exec(scope);
  if (parts !== undefined) buildGroup(azure, parts.subscriptionId, parts.resourceGroup);
  else if (group !== null) buildGroup(azure, group[1] ?? '', group[2] ?? '');
  const all = new Map<string, RoleAssignmentSeed>();
  const put = (seed: RoleAssignmentSeed): void => {
    const name = guidOf(azure.head.seed, 'role', keyOf(seed.scope), seed.principalId, seed.role);
    all.set(keyOf(assignmentId(seed.scope, name)), seed);
  };
  for (const seed of [...(azure.scenario.roleAssignments ?? []), ...ofClusters(azure)]) put(seed);
  for (const [key, seed] of azure.roleAssignments)
    if (seed === undefined) all.delete(key);
    else all.set(key, seed);
  return all;
}

/** A cluster was given what it stands in, or it would not stand there; its nodes may fetch images in its own group. */
const ofClusters = (azure: Azure): readonly RoleAssignmentSeed[] =>
  [...azure.resources.values()].flatMap((body) => {
    const groups = new Set(
      objectsOf(at(body, 'properties', 'agentPoolProfiles')).map((pool) =>
        groupIdOf(textAt(pool, 'vnetSubnetID')),
      ),
    );
    const kubelet = textAt(body, 'properties', 'identityProfile', 'kubeletidentity', 'objectId');
    return [
      ...[...groups]
        .filter((scope) => scope !== '')
        .flatMap((scope) =>
          principalsOf(body).map((principalId) => ({ scope, principalId, role: 'Network Contributor' })),
        ),
      ...(kubelet === ''
        ? []
        : [{ scope: groupIdOf(textAt(body, 'id')), principalId: kubelet, role: 'AcrPull' }]),
    ];
  });

const groupIdOf = (id: string): string =>
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/i
    .exec(id)?.[0]
    .replace(/resourcegroups/i, 'resourceGroups') ?? '';

/** The identities that act for a cluster; its kubelet's is another one. */
const principalsOf = (cluster: JsonObject): readonly string[] => [
  ...[textOf(at(cluster, 'identity', 'principalId'))].flatMap((id) => id ?? []),
  ...Object.values(objectOf(at(cluster, 'identity', 'userAssignedIdentities'))).flatMap(
    (one) => textOf(at(one, 'principalId')) ?? [],
  ),
];

function bodyOf(key: string, seed: RoleAssignmentSeed): JsonObject {
  const name = key.split('/').at(-1) ?? '';
  const role = roles.find(([one]) => one === seed.role)?.[1] ?? seed.role;
  return {
    properties: {
      roleDefinitionId: definitionId(subscriptionOf(seed.scope), role),
      principalId: seed.principalId,
      principalType: 'ServicePrincipal',
      scope: seed.scope,
    },
    id: assignmentId(seed.scope, name),
    type: 'Microsoft.Authorization/roleAssignments',
    name,
  };
}

function list(call: Call): Answer {
  const scope = scopeIn(call);
  const filter = call.request.query.get('$filter') ?? '';
  const principal = /(?:principalId|assignedTo)(?:\s+eq\s+|\()'([^']*)'/i.exec(filter)?.[1]?.toLowerCase();
  const isUpwards = /atScope\(\)/i.test(filter);
  const value = [...assignments(call.azure, scope)].filter(
    ([, seed]) =>
      (isBelow(scope, seed.scope) || (!isUpwards && isBelow(seed.scope, scope))) &&
      (principal === undefined || seed.principalId.toLowerCase() === principal),
  );
  return fromFrontDoor(200, { value: value.map(([key, seed]) => bodyOf(key, seed)) });
}

const keyIn = (call: Call): string => keyOf(assignmentId(scopeIn(call), call.params['name'] ?? ''));

function get(call: Call): Answer {
  const seed = assignments(call.azure, scopeIn(call)).get(keyIn(call));
  return seed === undefined
    ? frontDoorError(
        404,
        'RoleAssignmentNotFound',
        `The role assignment '${call.params['name'] ?? ''}' is not found.`,
      )
    : fromFrontDoor(200, bodyOf(keyIn(call), seed));
}

function seedIn(call: Call): RoleAssignmentSeed {
  const { principalId, roleDefinitionId } = objectOf(objectOf(call.request.body)['properties']);
  const id = (textOf(roleDefinitionId) ?? '').split('/').at(-1) ?? '';
  return {
    scope: scopeIn(call),
    principalId: textOf(principalId) ?? '',
    role: roles.find(([, one]) => one === id.toLowerCase())?.[0] ?? id,
  };
}

/** Who is known to the directory: identities of clusters that were looked at, and the accounts of the scenario. */
const isKnown = (azure: Azure, principalId: string): boolean =>
  [...azure.resources.values()].some((body) =>
    [
      ...principalsOf(body),
      textAt(body, 'properties', 'identityProfile', 'kubeletidentity', 'objectId'),
    ].includes(principalId),
  );

function decidePut(call: Call): Answer | undefined {
  const { request, azure } = call;
  const properties = isObject(request.body) ? objectOf(request.body['properties']) : {};
  if (textOf(properties['principalId']) === undefined || textOf(properties['roleDefinitionId']) === undefined)
    return frontDoorError(400, 'InvalidRequestContent', 'The request content was invalid.');
  const seed = seedIn(call);
  const isThere = [...assignments(azure, seed.scope)].some(
    ([key, one]) =>
      key !== keyIn(call) &&
      keyOf(one.scope) === keyOf(seed.scope) &&
      one.role === seed.role &&
      one.principalId === seed.principalId,
  );
  // Both recorded.
  if (isThere) return frontDoorAnswer(409, 'RoleAssignmentExists', 'The role assignment already exists.');
  if (isKnown(azure, seed.principalId) || textOf(properties['principalType']) !== undefined) return undefined;
  return frontDoorAnswer(
    400,
    'PrincipalNotFound',
    `Principal ${seed.principalId.replaceAll('-', '')} does not exist in the directory ${call.caller?.tenantId ?? ''}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype`,
  );
}

/** The provider's own error: not marked as the gateway's (recorded). */
const frontDoorAnswer = (status: number, code: string, message: string): Answer =>
  fromFrontDoor(status, { error: { code, message } });

function applyPut(call: AcceptedCall): Answer {
  const seed = seedIn(call);
  call.azure.roleAssignments.set(keyIn(call), seed);
  return fromFrontDoor(201, bodyOf(keyIn(call), seed));
}

function applyDelete(call: AcceptedCall): Answer {
  const seed = assignments(call.azure, scopeIn(call)).get(keyIn(call));
  call.azure.roleAssignments.set(keyIn(call), undefined);
  return seed === undefined ? fromFrontDoor(204) : fromFrontDoor(200, bodyOf(keyIn(call), seed));
}

const of = '{scope*}/providers/microsoft.authorization';

export const roleRoutes: readonly Route[] = [
  { method: 'GET', path: `${of}/roledefinitions`, type: roleDefinitionsType, read: definitions },
  { method: 'GET', path: `${of}/roledefinitions/{role}`, type: roleDefinitionsType, read: oneDefinition },
  { method: 'GET', path: `${of}/roleassignments`, type: roleAssignmentsType, read: list },
  { method: 'GET', path: `${of}/roleassignments/{name}`, type: roleAssignmentsType, read: get },
  {
    method: 'PUT',
    path: `${of}/roleassignments/{name}`,
    type: roleAssignmentsType,
    decide: decidePut,
    apply: applyPut,
  },
  {
    method: 'DELETE',
    path: `${of}/roleassignments/{name}`,
    type: roleAssignmentsType,
    decide: (call) =>
      assignments(call.azure, scopeIn(call)).has(keyIn(call))
        ? undefined
        : { status: 204, from: 'frontDoor' },
    apply: applyDelete,
  },
];
