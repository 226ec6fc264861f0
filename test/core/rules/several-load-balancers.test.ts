import { describe, expect, it } from 'vitest';
import { severalLoadBalancers } from '../../../src/core/rules/several-load-balancers.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const balancer = (name: string, addressId?: string) => ({
  id: name,
  name,
  sku: said('Standard'),
  frontends: [{ name: 'a', hasRules: true, ...(addressId === undefined ? {} : { addressId }) }],
  outboundRuleCount: 1,
});
const having = (...balancers: readonly ReturnType<typeof balancer>[]) =>
  around(liveCluster(), { loadBalancers: said(balancers) });

describe('aks-several-load-balancers', () => {
  it('warns of several public ones', () => {
    const two = having(balancer('kubernetes', 'ip-1'), balancer('second', 'ip-2'));
    expect(verdict(severalLoadBalancers, two, targets.managedNat)).toBe('warn');
  });

  it('passes with one, whatever internal ones stand beside it', () => {
    const one = having(balancer('kubernetes', 'ip-1'), balancer('kubernetes-internal'));
    expect(verdict(severalLoadBalancers, one, targets.managedNat)).toBe('pass');
  });

  it('cannot tell where they may not be read', () => {
    const facts = around(liveCluster(), { loadBalancers: lost });
    expect(verdict(severalLoadBalancers, facts, targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(severalLoadBalancers)).toBe(true);
  });
});
