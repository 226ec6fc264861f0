import { describe, expect, it } from 'vitest';
import { userNatWithoutSubnet } from '../../../src/core/rules/user-nat-without-subnet.js';
import { fileCluster, liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-user-nat-without-subnet', () => {
  it('blocks on a network made by AKS', () => {
    expect(verdict(userNatWithoutSubnet, liveCluster(), targets.userNat)).toBe('block');
  });

  it('marks it in a file as an error', () => {
    expect(
      verdict(userNatWithoutSubnet, fileCluster({ cluster: { outboundType: 'userAssignedNATGateway' } })),
    ).toBe('error');
  });

  it('passes on an own network', () => {
    expect(verdict(userNatWithoutSubnet, ownNetworkCluster(), targets.userNat)).toBe('pass');
  });

  it('cannot tell without the subnet of a pool', () => {
    expect(
      verdict(
        userNatWithoutSubnet,
        fileCluster({ cluster: { outboundType: 'userAssignedNATGateway' }, pools: [{ subnetId: lost }] }),
      ),
    ).toBe('unknown');
  });

  it('cannot tell for a file without pools', () => {
    expect(
      verdict(
        userNatWithoutSubnet,
        fileCluster({ cluster: { outboundType: 'userAssignedNATGateway' }, pools: [] }),
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(userNatWithoutSubnet)).toBe(true);
  });
});
