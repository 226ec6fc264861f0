import { describe, expect, it } from 'vitest';
import { identityCannotJoin } from '../../../src/core/rules/identity-cannot-join.js';
import type { RoleFacts } from '../../../src/core/surroundings.js';
import { around, said } from '../around.js';
import { lost, withGateway, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = withGateway();
const role = (permissions: RoleFacts['permissions']): RoleFacts => ({
  roleName: 'Network Reader',
  principalId: 'identity-1',
  scope: '/subscriptions/s',
  permissions,
});
const allowing = (action: string) => role(said([{ actions: [action], notActions: [] }]));

describe('aks-identity-cannot-join', () => {
  it('warns where the identity has no role at the subnet, or one that does not reach', () => {
    for (const roles of [[], [allowing('Microsoft.Network/*/read')]])
      expect(
        verdict(
          identityCannotJoin,
          around(cluster, { identityRoles: { nodes: said(roles) } }),
          targets.userNat,
        ),
      ).toBe('warn');
  });

  it('passes where a role reaches, whatever else is not known of others', () => {
    expect(verdict(identityCannotJoin, around(cluster), targets.userNat)).toBe('pass');
    const roles = said([role(lost), allowing('Microsoft.Network/*')]);
    expect(
      verdict(identityCannotJoin, around(withRoute(), { identityRoles: { nodes: roles } }), targets.udr),
    ).toBe('pass');
  });

  it('cannot tell where the roles may not be read, or what one of them allows', () => {
    for (const roles of [lost, said([role(lost)])])
      expect(
        verdict(identityCannotJoin, around(cluster, { identityRoles: { nodes: roles } }), targets.userNat),
      ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(identityCannotJoin)).toBe(true);
  });
});
