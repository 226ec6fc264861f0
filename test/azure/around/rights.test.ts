import { describe, expect, it } from 'vitest';
import { allows } from '../../../src/core/permission.js';
import { locksOn } from '../../../src/core/locks-on.js';
import { valueOf } from '../../../src/core/fact.js';
import { around, denied, pathsOf, subject, subscription } from './neighbourhood.js';

const cluster = subject().id;
const [subnet] = Object.keys(subject().subnets);
const [table] = Object.keys(subject().routeTables);

describe('what allows or forbids a change', () => {
  it('holds locks by their scope, one request for a subscription', async () => {
    const lock = (scope: string, level: string) => ({
      id: `${scope}/providers/Microsoft.Authorization/locks/keep`,
      name: 'keep',
      properties: { level, notes: 'Ask Ada.' },
    });
    const { read, arrived } = around({
      '/locks': { value: [lock(cluster, 'ReadOnly'), lock(subscription, 'CanNotDelete'), null, { id: 7 }] },
    });
    const found = valueOf(locksOn(await read('locks'), cluster));
    expect(found).toEqual([
      { name: 'keep', level: 'ReadOnly', scope: cluster, notes: 'Ask Ada.' },
      { name: 'keep', level: 'CanNotDelete', scope: subscription, notes: 'Ask Ada.' },
    ]);
    expect(arrived).toHaveLength(1);
  });

  it('asks resource groups for their locks where the subscription may not be asked', async () => {
    const { read, arrived } = around({ [`${subscription}/providers/Microsoft.Authorization/locks`]: denied });
    const locks = await read('locks');
    expect(locksOn(locks, cluster)).toMatchObject({ kind: 'known', value: [] });
    expect(locksOn(locks, `${subscription}/resourcegroups/elsewhere`)).toMatchObject({
      kind: 'unknown',
      reason: 'denied',
    });
    expect(arrived.length).toBeGreaterThan(2);
  });

  it('tells what the caller may do with the cluster, its subnets and what is attached to them', async () => {
    const { read } = around({
      [`${cluster}/providers/microsoft.authorization/permissions`]: denied,
      '/permissions': { value: [{ actions: ['*/read'], notActions: [] }] },
    });
    const { permissions } = await read('permissions');
    expect(Object.keys(permissions ?? {})).toEqual(expect.arrayContaining([cluster, subnet, table]));
    expect(permissions![cluster]).toMatchObject({ kind: 'unknown', reason: 'denied' });
    const list = valueOf(permissions![subnet!]!) ?? [];
    expect(allows(list, 'Microsoft.Network/virtualNetworks/subnets/join/action')).toBe(false);
    expect(allows(list, 'Microsoft.Network/virtualNetworks/subnets/read')).toBe(true);
  });

  it("tells the roles of the cluster's identity where it must use them, with what each role allows", async () => {
    const definition = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/4d97b98b`;
    const { read, arrived } = around({
      '/roleassignments': {
        value: [
          { properties: { principalId: 'p-1', roleDefinitionId: definition, scope: subscription } },
          { properties: { principalId: 'p-1' } },
        ],
      },
      '/roledefinitions/4d97b98b': {
        properties: { roleName: 'Network Contributor', permissions: [{ actions: ['Microsoft.Network/*'] }] },
      },
    });
    const { identityRoles } = await read('identityRoles');
    expect(valueOf(identityRoles![table!]!)).toMatchObject([
      {
        roleName: 'Network Contributor',
        principalId: 'p-1',
        scope: subscription,
        permissions: { value: [{ actions: ['Microsoft.Network/*'], notActions: [] }] },
      },
    ]);
    const asked = arrived.find(({ url }) => url.includes('roleAssignments'))!;
    expect(new URL(asked.url).searchParams.get('$filter')).toBe("atScope() and assignedTo('p-1')");
    expect(pathsOf(arrived).filter((path) => path.includes('roledefinitions'))).toHaveLength(1);
  });

  it('does not take an identity without a known principal for one without roles', async () => {
    const { read, arrived } = around({}, subject({}));
    const { identityRoles } = await read('identityRoles');
    expect(identityRoles![subnet!]).toMatchObject({ kind: 'unknown', reason: 'notRead' });
    expect(arrived).toEqual([]);
  });

  it('asks Azure Policy what it would say to a new address and a new gateway', async () => {
    const evaluation = (evaluationResult: string, policyEffect: string) => ({
      evaluationResult,
      effectDetails: { policyEffect },
      policyInfo: { policyDefinitionId: '/d', policyAssignmentId: '/a' },
    });
    const { read, arrived } = around({
      '/checkpolicyrestrictions': {
        contentEvaluationResult: {
          policyEvaluations: [evaluation('NonCompliant', 'Deny'), evaluation('Compliant', 'Deny'), 7],
        },
      },
    });
    const { policies } = await read('policies');
    expect(valueOf(policies!['microsoft.network/publicipaddresses']!)).toEqual([
      { effect: 'Deny', policyDefinitionId: '/d', policyAssignmentId: '/a' },
    ]);
    expect(pathsOf(arrived)).toEqual(
      Array<string>(2).fill(
        `POST ${subscription}/resourceGroups/MC_one/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`,
      ),
    );
  });
});
