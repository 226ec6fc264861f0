import { describe, expect, it } from 'vitest';
import { udrDefaultRouteElsewhere } from '../../../src/core/rules/udr-default-route-elsewhere.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-default-route-elsewhere', () => {
  it('blocks a default route to the internet', () => {
    expect(
      verdict(
        udrDefaultRouteElsewhere,
        withRoute({ tables: { table: [{ addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }] } }),
        targets.udr,
      ),
    ).toBe('block');
  });

  it('blocks a default route to nowhere', () => {
    expect(
      verdict(
        udrDefaultRouteElsewhere,
        withRoute({ tables: { table: [{ addressPrefix: '0.0.0.0/0', nextHopType: 'None' }] } }),
        targets.udr,
      ),
    ).toBe('block');
  });

  it('passes an appliance', () => {
    expect(verdict(udrDefaultRouteElsewhere, withRoute(), targets.udr)).toBe('pass');
  });

  it('passes a virtual network gateway', () => {
    expect(
      verdict(
        udrDefaultRouteElsewhere,
        withRoute({
          tables: { table: [{ addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualNetworkGateway' }] },
        }),
        targets.udr,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the next hop', () => {
    expect(
      verdict(
        udrDefaultRouteElsewhere,
        withRoute({ tables: { table: [{ addressPrefix: '0.0.0.0/0', nextHopType: lost }] } }),
        targets.udr,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrDefaultRouteElsewhere)).toBe(true);
  });
});
