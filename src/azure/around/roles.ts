import { known, type Fact } from '../../core/fact.js';
import { allOf } from '../../core/fact-logic.js';
import type { PermissionFacts, RoleFacts, Surroundings } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { graphKey, resource, type Resource } from '../facts/resource.js';
import { permissionOf } from './permissions.js';
import { elementsOf, listFact, notAsked, resourceFact, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** Roles of the cluster's identity at each subnet, table and gateway that it uses. */
export async function readIdentityRoles(
  reader: Reader,
  { facts, cluster, networkResourceIds }: Subject,
): Promise<NonNullable<Surroundings['identityRoles']>> {
  const principals = facts.cluster.identityPrincipalIds;
  const roles = await Promise.all(
    networkResourceIds.map(async (id) => {
      if (principals === undefined || principals.kind === 'absent')
        return [id, notAsked(cluster.key, "The principal of the cluster's identity")] as const;
      if (principals.kind === 'unknown') return [id, principals] as const;
      const lists = await Promise.all(principals.value.map((principal) => rolesAt(reader, id, principal)));
      const origin = { kind: 'arm', resourceId: id, property: 'roleAssignments' } as const;
      const all = allOf(lists, origin);
      return [id, all.kind === 'known' ? known(all.value.flat(), origin) : all] as const;
    }),
  );
  return Object.fromEntries(roles);
}

interface Assigned extends Omit<RoleFacts, 'permissions' | 'roleName'> {
  readonly definitionId: string;
}

/**
 * Roles that a principal has at a resource by itself, by a group or from above, with what they allow.
 * Source: Azure docs, "List Azure role assignments using the REST API" ($filter), read 2026-11-25.
 */
export async function rolesAt(
  reader: Reader,
  id: string,
  principalId: string,
): Promise<Fact<readonly RoleFacts[]>> {
  const path = `${id}/providers/Microsoft.Authorization/roleAssignments`;
  const filter = `atScope() and assignedTo('${principalId.replaceAll("'", "''")}')`;
  const listed = listFact(await reader.list(path, apiVersions.authorization, filter), id, assignedOf);
  if (listed.kind !== 'known') return listed;
  return known(await Promise.all(listed.value.map((one) => roleOf(reader, one))), listed.origin);
}

function assignedOf(assignment: Resource): Assigned | undefined {
  const definitionId = graphKey(assignment.raw('properties', 'roleDefinitionId'));
  const principalId = textOf(assignment.raw('properties', 'principalId'));
  const scope = textOf(assignment.raw('properties', 'scope'));
  if (definitionId === undefined || principalId === undefined || scope === undefined) return undefined;
  return { definitionId, principalId, scope: scope.toLowerCase() };
}

async function roleOf(reader: Reader, { definitionId, ...assigned }: Assigned): Promise<RoleFacts> {
  const definition = resourceFact(
    await reader.get(definitionId, apiVersions.authorization),
    definitionId,
    (body) => ({ name: textOf(body.raw('properties', 'roleName')), permissions: permissionsIn(body) }),
  );
  if (definition.kind !== 'known')
    return {
      ...assigned,
      roleName: definitionId.slice(definitionId.lastIndexOf('/') + 1),
      permissions: definition,
    };
  return {
    ...assigned,
    roleName: definition.value.name ?? definitionId,
    permissions: known(definition.value.permissions, definition.origin),
  };
}

const permissionsIn = (definition: Resource): readonly PermissionFacts[] =>
  elementsOf(definition.raw('properties', 'permissions')).map((one) =>
    permissionOf(resource(definition.id, one)),
  );
