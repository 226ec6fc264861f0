import { describe, expect, it } from 'vitest';
import { nodePublicIps } from '../../../src/core/rules/node-public-ips.js';
import { liveCluster, lost, type Said } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = (enableNodePublicIP: Said<boolean>) => liveCluster({ pools: [{ enableNodePublicIP }] });

describe('aks-node-public-ips', () => {
  it('warns of nodes with public addresses of their own', () => {
    for (const target of [targets.loadBalancer, targets.managedNat, targets.udr])
      expect(verdict(nodePublicIps, cluster(true), target)).toBe('warn');
  });

  it('passes without, and leaves isolated targets to another rule', () => {
    for (const has of [false, undefined])
      expect(verdict(nodePublicIps, cluster(has), targets.managedNat)).toBe('pass');
    expect(verdict(nodePublicIps, cluster(true), targets.none)).toBe('silent');
  });

  it('cannot tell where that is not known', () => {
    expect(verdict(nodePublicIps, cluster(lost), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(nodePublicIps)).toBe(true);
  });
});
