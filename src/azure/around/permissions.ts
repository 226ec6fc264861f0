import type { PermissionFacts, Surroundings } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import type { Resource } from '../facts/resource.js';
import { listFact, textsOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** What the caller may do with the cluster and with the subnets and gateways that it uses. */
export async function readPermissions(
  reader: Reader,
  { cluster, networkResourceIds }: Subject,
): Promise<NonNullable<Surroundings['permissions']>> {
  const facts = await Promise.all(
    [cluster.key, ...networkResourceIds].map(async (id) => {
      const path = `${id}/providers/Microsoft.Authorization/permissions`;
      const listed = await reader.list(path, apiVersions.authorization);
      return [id, listFact(listed, id, permissionOf)] as const;
    }),
  );
  return Object.fromEntries(facts);
}

export const permissionOf = (permission: Resource): PermissionFacts => ({
  actions: textsOf(permission.raw('actions')),
  notActions: textsOf(permission.raw('notActions')),
});
