import { describe, expect, it } from 'vitest';
import { userNatSubnetNoGateway } from '../../../src/core/rules/user-nat-subnet-no-gateway.js';
import { fileCluster, lost, ownNetworkCluster, withGateway } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-user-nat-subnet-no-gateway', () => {
  it('blocks a bare node subnet', () => {
    expect(verdict(userNatSubnetNoGateway, ownNetworkCluster(), targets.userNat)).toBe('block');
  });

  it('blocks one bare subnet among others', () => {
    expect(
      verdict(
        userNatSubnetNoGateway,
        withGateway({ pools: [{ subnetId: 'nodes' }, { subnetId: 'bare' }] }),
        targets.userNat,
      ),
    ).toBe('block');
  });

  it('warns of a bare subnet of pods', () => {
    expect(
      verdict(
        userNatSubnetNoGateway,
        withGateway({ pools: [{ subnetId: 'nodes', podSubnetId: 'pods' }] }),
        targets.userNat,
      ),
    ).toBe('warn');
  });

  it('marks it in a file as an error', () => {
    expect(
      verdict(
        userNatSubnetNoGateway,
        fileCluster({ cluster: { outboundType: 'userAssignedNATGateway' }, pools: [{ subnetId: 'nodes' }] }),
      ),
    ).toBe('error');
  });

  it('passes where every subnet has one', () => {
    expect(verdict(userNatSubnetNoGateway, withGateway(), targets.userNat)).toBe('pass');
  });

  it('cannot tell for a subnet that could not be read', () => {
    expect(verdict(userNatSubnetNoGateway, withGateway({ subnets: { nodes: lost } }), targets.userNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(userNatSubnetNoGateway)).toBe(true);
  });
});
