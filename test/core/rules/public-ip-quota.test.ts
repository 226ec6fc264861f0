import { describe, expect, it } from 'vitest';
import { publicIpQuota } from '../../../src/core/rules/public-ip-quota.js';
import { around, said } from '../around.js';
import { liveCluster, lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

const cluster = liveCluster();
const usage = (current: number, name = 'PublicIPAddresses') => ({
  networkUsages: said([
    { name: 'StandardSkuPublicIpAddresses', current: 1, limit: 1000 },
    { name, current, limit: 6 },
  ]),
});

describe('aks-public-ip-quota', () => {
  it('blocks where fewer addresses are left than the change needs, and counts them', () => {
    expect(verdict(publicIpQuota, around(cluster, usage(6)), targets.managedNat)).toBe('block');
    const two = { ...targets.managedNat, managedOutboundIPCount: 2 };
    expect(verdict(publicIpQuota, around(cluster, usage(5)), two)).toBe('block');
    expect(words(publicIpQuota, around(cluster, usage(5)), two)).toContain('5 of 6');
  });

  it('passes where there is room, or nothing new is needed', () => {
    expect(verdict(publicIpQuota, around(cluster, usage(5)), targets.managedNat)).toBe('pass');
    expect(verdict(publicIpQuota, around(withGateway(), usage(6)), targets.userNat)).toBe('pass');
    expect(verdict(publicIpQuota, around(cluster, usage(6)), targets.loadBalancer)).toBe('pass');
  });

  it('cannot tell where the quota may not be read, or Azure does not list it', () => {
    expect(verdict(publicIpQuota, around(cluster, { networkUsages: lost }), targets.managedNat)).toBe(
      'unknown',
    );
    expect(verdict(publicIpQuota, around(cluster, { networkUsages: said([]) }), targets.managedNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(publicIpQuota)).toBe(true);
  });
});
