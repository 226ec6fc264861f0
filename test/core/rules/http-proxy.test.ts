import { describe, expect, it } from 'vitest';
import { httpProxyStays } from '../../../src/core/rules/http-proxy.js';
import type { ClusterFacts } from '../../../src/core/facts.js';
import { said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const proxy = (isEnabled: boolean) => ({
  isEnabled: said(isEnabled),
  httpProxy: said('http://proxy:3128'),
  httpsProxy: said('http://proxy:3128'),
  noProxy: said([]),
});

const cluster = (fact: ClusterFacts['cluster']['httpProxy']): ClusterFacts => {
  const facts = liveCluster();
  return { ...facts, cluster: { ...facts.cluster, ...(fact === undefined ? {} : { httpProxy: fact }) } };
};

describe('aks-http-proxy', () => {
  it('tells of a proxy for HTTP', () => {
    expect(verdict(httpProxyStays, cluster(said(proxy(true))), targets.managedNat)).toBe('info');
  });

  it('passes without', () => {
    expect(verdict(httpProxyStays, cluster(said(proxy(false))), targets.managedNat)).toBe('pass');
    expect(verdict(httpProxyStays, cluster(undefined), targets.managedNat)).toBe('pass');
  });

  it('cannot tell where that is not known', () => {
    expect(verdict(httpProxyStays, cluster(lost), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(httpProxyStays)).toBe(true);
  });
});
