import { describe, expect, it } from 'vitest';
import { udrWithoutSubnet } from '../../../src/core/rules/udr-without-subnet.js';
import { fileCluster, liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-without-subnet', () => {
  it('blocks on a network made by AKS', () => {
    expect(verdict(udrWithoutSubnet, liveCluster(), targets.udr)).toBe('block');
  });

  it('marks it in a file as an error', () => {
    expect(verdict(udrWithoutSubnet, fileCluster({ cluster: { outboundType: 'userDefinedRouting' } }))).toBe(
      'error',
    );
  });

  it('passes on an own network', () => {
    expect(verdict(udrWithoutSubnet, ownNetworkCluster(), targets.udr)).toBe('pass');
  });

  it('has nothing to say of other types', () => {
    expect(verdict(udrWithoutSubnet, fileCluster({ cluster: { outboundType: 'loadBalancer' } }))).toBe(
      'silent',
    );
  });

  it('cannot tell where the outbound type is not known', () => {
    expect(verdict(udrWithoutSubnet, fileCluster({ cluster: { outboundType: lost } }))).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrWithoutSubnet)).toBe(true);
  });
});
