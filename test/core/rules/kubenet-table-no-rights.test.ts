import { describe, expect, it } from 'vitest';
import { kubenetTableNoRights } from '../../../src/core/rules/kubenet-table-no-rights.js';
import { around, said } from '../around.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = withRoute({ cluster: { networkPlugin: 'kubenet' } });
const none = { identityRoles: { table: said([]) } };

describe('aks-kubenet-table-no-rights', () => {
  it('blocks where the identity may not write the routes of its own table', () => {
    expect(verdict(kubenetTableNoRights, around(cluster, none), targets.udr)).toBe('block');
  });

  it('passes where it may, and with another network plugin', () => {
    expect(verdict(kubenetTableNoRights, around(cluster), targets.udr)).toBe('pass');
    expect(verdict(kubenetTableNoRights, around(withRoute(), none), targets.udr)).toBe('pass');
  });

  it('cannot tell where the roles or the network plugin are not known', () => {
    const denied = { identityRoles: { table: lost } };
    expect(verdict(kubenetTableNoRights, around(cluster, denied), targets.udr)).toBe('unknown');
    const odd = withRoute({ cluster: { networkPlugin: lost } });
    expect(verdict(kubenetTableNoRights, around(odd, none), targets.udr)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(kubenetTableNoRights)).toBe(true);
  });
});
