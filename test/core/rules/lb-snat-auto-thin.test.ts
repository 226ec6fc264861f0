import { describe, expect, it } from 'vitest';
import { lbSnatAutoThin } from '../../../src/core/rules/lb-snat-auto-thin.js';
import { liveCluster, lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-snat-auto-thin', () => {
  it('informs of 101 nodes on one address', () => {
    expect(
      verdict(
        lbSnatAutoThin,
        liveCluster({ cluster: { outboundType: 'none' }, pools: [{ count: 101 }] }),
        targets.loadBalancer,
      ),
    ).toBe('info');
  });

  it('passes 100 nodes', () => {
    expect(
      verdict(
        lbSnatAutoThin,
        liveCluster({ cluster: { outboundType: 'none' }, pools: [{ count: 100 }] }),
        targets.loadBalancer,
      ),
    ).toBe('pass');
  });

  it('passes enough addresses', () => {
    expect(
      verdict(lbSnatAutoThin, liveCluster({ pools: [{ count: 150 }] }), {
        outboundType: 'loadBalancer',
        managedOutboundIPCount: 4,
      }),
    ).toBe('pass');
  });

  it('leaves ports by hand to another rule', () => {
    expect(
      verdict(lbSnatAutoThin, liveCluster({ pools: [{ count: 101 }] }), {
        outboundType: 'loadBalancer',
        allocatedOutboundPorts: 8,
      }),
    ).toBe('pass');
  });

  it('says nothing of ports that nobody uses, because a gateway takes the traffic', () => {
    const many = withGateway({ pools: [{ subnetId: 'nodes', count: 600 }] });
    expect(verdict(lbSnatAutoThin, many, targets.loadBalancer)).toBe('silent');
    const coming = withGateway({
      pools: [{ subnetId: 'nodes', count: 600 }],
      cluster: { outboundType: 'userAssignedNATGateway' },
    });
    expect(verdict(lbSnatAutoThin, coming, targets.loadBalancer)).toBe('info');
  });

  it('cannot tell without the nodes', () => {
    expect(verdict(lbSnatAutoThin, liveCluster({ pools: [{ count: lost }] }), targets.loadBalancer)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(lbSnatAutoThin)).toBe(true);
  });
});
