import { valueAt, type Json } from '../../core/json.js';
import { apiVersions } from '../api-versions.js';
import type { Account } from '../ports.js';
import type { Arm } from '../wire/arm.js';
import type { NoSuccess } from '../wire/reply.js';
import { anyTenant } from './credential.js';

export interface Tenant {
  readonly id: string;
  readonly name: string;
}

/**
 * The tenants that an account can act in, with their names. Known ids stay even where Azure does not list them
 * (it cannot be asked without a token); an account without known ones needs the list.
 */
export async function tenantsOf(
  account: Account,
  armFor: (tenantId: string) => Arm,
  signal?: AbortSignal,
): Promise<{ readonly tenants: readonly Tenant[]; readonly failure?: NoSuccess }> {
  const knownIds = account.tenantIds ?? [];
  const arm = armFor(knownIds[0] ?? anyTenant);
  const listed = await arm.list(arm.url('/tenants', apiVersions.subscriptions), signal);
  if (listed.kind !== 'list') {
    const tenants = knownIds.map((id) => ({ id, name: id }));
    return knownIds.length === 0 ? { tenants, failure: listed } : { tenants };
  }
  const found = listed.elements.flatMap(tenantIn);
  if (account.tenantIds === undefined) return { tenants: found };
  return {
    tenants: knownIds.map((id) => found.find((tenant) => same(tenant.id, id)) ?? { id, name: id }),
  };
}

function tenantIn(row: Json): readonly Tenant[] {
  const id = valueAt(row, ['tenantId']);
  if (typeof id !== 'string' || id === '') return [];
  const name = valueAt(row, ['displayName']) ?? valueAt(row, ['defaultDomain']);
  return [{ id, name: typeof name === 'string' && name !== '' ? name : id }];
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
