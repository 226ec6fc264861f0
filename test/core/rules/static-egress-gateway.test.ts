import { describe, expect, it } from 'vitest';
import { staticEgressGateway } from '../../../src/core/rules/static-egress-gateway.js';
import type { ClusterFacts } from '../../../src/core/facts.js';
import { said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = (fact: ClusterFacts['cluster']['hasStaticEgressGateway']): ClusterFacts => {
  const facts = liveCluster();
  return {
    ...facts,
    cluster: { ...facts.cluster, ...(fact === undefined ? {} : { hasStaticEgressGateway: fact }) },
  };
};

describe('aks-static-egress-gateway', () => {
  it('tells of a static egress gateway', () => {
    expect(verdict(staticEgressGateway, cluster(said(true)), targets.managedNat)).toBe('info');
  });

  it('passes without', () => {
    expect(verdict(staticEgressGateway, cluster(said(false)), targets.managedNat)).toBe('pass');
    expect(verdict(staticEgressGateway, cluster(undefined), targets.managedNat)).toBe('pass');
  });

  it('cannot tell where that is not known', () => {
    expect(verdict(staticEgressGateway, cluster(lost), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(staticEgressGateway)).toBe(true);
  });
});
