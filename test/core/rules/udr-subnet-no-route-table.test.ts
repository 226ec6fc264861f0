import { describe, expect, it } from 'vitest';
import { udrSubnetNoRouteTable } from '../../../src/core/rules/udr-subnet-no-route-table.js';
import { lost, ownNetworkCluster, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-subnet-no-route-table', () => {
  it('blocks a bare node subnet', () => {
    expect(verdict(udrSubnetNoRouteTable, ownNetworkCluster(), targets.udr)).toBe('block');
  });

  it('warns of a bare subnet of pods', () => {
    expect(
      verdict(
        udrSubnetNoRouteTable,
        withRoute({ pools: [{ subnetId: 'nodes', podSubnetId: 'pods' }] }),
        targets.udr,
      ),
    ).toBe('warn');
  });

  it('passes where every subnet has one', () => {
    expect(verdict(udrSubnetNoRouteTable, withRoute(), targets.udr)).toBe('pass');
  });

  it('cannot tell for a subnet that could not be read', () => {
    expect(verdict(udrSubnetNoRouteTable, withRoute({ subnets: { nodes: lost } }), targets.udr)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(udrSubnetNoRouteTable)).toBe(true);
  });
});
