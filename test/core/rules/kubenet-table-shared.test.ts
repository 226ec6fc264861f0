import { describe, expect, it } from 'vitest';
import { kubenetTableShared } from '../../../src/core/rules/kubenet-table-shared.js';
import type { Fact } from '../../../src/core/fact.js';
import { known, valueOf } from '../../../src/core/fact.js';
import { said } from '../around.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = (subnetIds: Fact<readonly string[]>, networkPlugin = 'kubenet') => {
  const facts = withRoute({ cluster: { networkPlugin } });
  const table = facts.routeTables['table']!;
  return { ...facts, routeTables: { table: known({ ...valueOf(table)!, subnetIds }, table.origin) } };
};

describe('aks-kubenet-table-shared', () => {
  it('warns where the table is on a subnet outside the cluster', () => {
    expect(verdict(kubenetTableShared, cluster(said(['nodes', 'other'])), targets.udr)).toBe('warn');
  });

  it('passes where it serves this cluster alone, and with another network plugin', () => {
    expect(verdict(kubenetTableShared, cluster(said(['nodes'])), targets.udr)).toBe('pass');
    expect(verdict(kubenetTableShared, cluster(said(['other']), 'azure'), targets.udr)).toBe('pass');
  });

  it('cannot tell where the subnets of the table are not known', () => {
    expect(verdict(kubenetTableShared, cluster(lost), targets.udr)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(kubenetTableShared)).toBe(true);
  });
});
