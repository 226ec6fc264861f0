import { describe, expect, it } from 'vitest';
import { lbShadowed } from '../../../src/core/rules/lb-shadowed.js';
import { fileCluster, lost, ownNetworkCluster, withGateway, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-shadowed', () => {
  it('warns of a gateway that stays', () => {
    expect(
      verdict(
        lbShadowed,
        withGateway({ cluster: { outboundType: 'userAssignedNATGateway' } }),
        targets.loadBalancer,
      ),
    ).toBe('warn');
  });

  it('warns of a route that stays, though the gateway could not be read', () => {
    expect(
      verdict(
        lbShadowed,
        withRoute({ cluster: { outboundType: 'userDefinedRouting' } }),
        targets.loadBalancer,
      ),
    ).toBe('warn');
  });

  it('warns in a file', () => {
    expect(
      verdict(
        lbShadowed,
        fileCluster({
          cluster: { outboundType: 'loadBalancer' },
          pools: [{ subnetId: 'nodes' }],
          subnets: { nodes: { natGatewayId: 'nat' } },
          gateways: { nat: {} },
        }),
      ),
    ).toBe('warning');
  });

  it('passes where nothing is in the way', () => {
    expect(verdict(lbShadowed, ownNetworkCluster(), targets.loadBalancer)).toBe('pass');
  });

  it('cannot tell without the subnet', () => {
    expect(verdict(lbShadowed, ownNetworkCluster({ subnets: { nodes: lost } }), targets.loadBalancer)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(lbShadowed)).toBe(true);
  });
});
