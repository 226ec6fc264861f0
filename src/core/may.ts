import { absent, known, mapFact, type Fact, type Origin } from './fact.js';
import { chain, hitsIn, ifAny } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { memberOf } from './around.js';
import { allows } from './permission.js';
import type { RoleFacts } from './surroundings.js';

/** An action that a resource has to allow. */
export interface Needed {
  /** Graph key of the resource. */
  readonly id: string;
  readonly action: string;
}

/** Of what is needed, what the caller may not do; absent where everything is allowed. */
export const callerLacks = (facts: ClusterFacts, needed: readonly Needed[]): Fact<readonly Needed[]> =>
  lackingIn(facts, needed, ({ id, action }) =>
    mapFact(memberOf(facts, 'permissions', facts.around?.permissions, id), (list) => allows(list, action)),
  );

/** Of what is needed, what the cluster's identity may not do. A role that could not be read decides nothing. */
export const identityLacks = (facts: ClusterFacts, needed: readonly Needed[]): Fact<readonly Needed[]> =>
  lackingIn(facts, needed, ({ id, action }) =>
    chain(memberOf(facts, 'identityRoles', facts.around?.identityRoles, id), (roles) =>
      isAllowedBy(roles, action, originOf(id)),
    ),
  );

function isAllowedBy(roles: readonly RoleFacts[], action: string, origin: Origin): Fact<boolean> {
  const granting = roles.map(({ permissions }) => mapFact(permissions, (list) => allows(list, action)));
  if (granting.some((fact) => fact.kind === 'known' && fact.value)) return known(true, origin);
  return granting.find((fact) => fact.kind === 'unknown') ?? known(false, origin);
}

const originOf = (id: string): Origin => ({ kind: 'arm', resourceId: id, property: 'roleAssignments' });

function lackingIn(
  facts: ClusterFacts,
  needed: readonly Needed[],
  isAllowed: (one: Needed) => Fact<boolean>,
): Fact<readonly Needed[]> {
  const origin: Origin = { kind: 'arm', resourceId: facts.id, property: 'permissions' };
  return ifAny(
    hitsIn(known(needed, origin), (one) =>
      chain(isAllowed(one), (isThere) => (isThere ? absent(originOf(one.id)) : known(one, originOf(one.id)))),
    ),
  );
}

/** "write" of "Microsoft.Network/virtualNetworks/subnets/write" with the resource's name before it. */
export const neededWords = (needed: readonly Needed[]): readonly string[] => [
  ...new Set(needed.map(({ id, action }) => `${action} (${id.slice(id.lastIndexOf('/') + 1)})`)),
];
