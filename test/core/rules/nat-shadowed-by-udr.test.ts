import { describe, expect, it } from 'vitest';
import { natShadowedByUdr } from '../../../src/core/rules/nat-shadowed-by-udr.js';
import { lost, withGateway, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nat-shadowed-by-udr', () => {
  it('warns where a route wins', () => {
    expect(
      verdict(
        natShadowedByUdr,
        withRoute({
          subnets: { nodes: { routeTableId: 'table', natGatewayId: 'nat' } },
          gateways: { nat: { addressIds: [] } },
        }),
        targets.userNat,
      ),
    ).toBe('warn');
  });

  it('passes where there is no route', () => {
    expect(verdict(natShadowedByUdr, withGateway(), targets.userNat)).toBe('pass');
  });

  it('passes a table without default route, as kubenet has', () => {
    expect(
      verdict(
        natShadowedByUdr,
        withGateway({
          subnets: { nodes: { natGatewayId: 'nat', routeTableId: 'table' } },
          tables: { table: [] },
        }),
        targets.userNat,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the route table', () => {
    expect(verdict(natShadowedByUdr, withRoute({ tables: { table: lost } }), targets.userNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(natShadowedByUdr)).toBe(true);
  });
});
