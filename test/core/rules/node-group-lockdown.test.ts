import { describe, expect, it } from 'vitest';
import { nodeGroupLockdown } from '../../../src/core/rules/node-group-lockdown.js';
import type { ClusterFacts } from '../../../src/core/facts.js';
import { said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = (fact: ClusterFacts['cluster']['nodeResourceGroupRestriction']): ClusterFacts => {
  const facts = liveCluster();
  return {
    ...facts,
    cluster: { ...facts.cluster, ...(fact === undefined ? {} : { nodeResourceGroupRestriction: fact }) },
  };
};

describe('aks-node-group-lockdown', () => {
  it('tells of a node resource group that is locked down', () => {
    expect(verdict(nodeGroupLockdown, cluster(said('ReadOnly')), targets.managedNat)).toBe('info');
  });

  it('passes without', () => {
    expect(verdict(nodeGroupLockdown, cluster(said('Unrestricted')), targets.managedNat)).toBe('pass');
    expect(verdict(nodeGroupLockdown, cluster(undefined), targets.managedNat)).toBe('pass');
  });

  it('cannot tell where that is not known', () => {
    expect(verdict(nodeGroupLockdown, cluster(lost), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(nodeGroupLockdown)).toBe(true);
  });
});
