import { describe, expect, it } from 'vitest';
import { pairNotSupported } from '../../../src/core/rules/pair-not-supported.js';
import { userNatWithoutSubnet } from '../../../src/core/rules/user-nat-without-subnet.js';
import { fileCluster, liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-user-nat-without-subnet', () => {
  it('blocks on a network made by AKS', () => {
    // The declared type is not known, so the pair cannot be judged: this rule still can.
    const facts = liveCluster({ cluster: { outboundType: lost } });
    expect(verdict(userNatWithoutSubnet, facts, targets.userNat)).toBe('block');
  });

  it('says nothing where the pair is ruled out already: one finding for one cause', () => {
    const facts = liveCluster();
    expect(verdict(userNatWithoutSubnet, facts, targets.userNat)).toBe('silent');
    expect(verdict(pairNotSupported, facts, targets.userNat)).toBe('block');
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
