import { describe, expect, it } from 'vitest';
import { udrNoDefaultRoute } from '../../../src/core/rules/udr-no-default-route.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-no-default-route', () => {
  it('blocks a table without default route', () => {
    expect(verdict(udrNoDefaultRoute, withRoute({ tables: { table: [] } }), targets.udr)).toBe('block');
  });

  it('warns of a default route in two halves', () => {
    expect(
      verdict(
        udrNoDefaultRoute,
        withRoute({
          tables: {
            table: [
              { addressPrefix: '0.0.0.0/1', nextHopType: 'VirtualAppliance' },
              { addressPrefix: '128.0.0.0/1', nextHopType: 'VirtualAppliance' },
            ],
          },
        }),
        targets.udr,
      ),
    ).toBe('warn');
  });

  it('blocks half a default route', () => {
    expect(
      verdict(
        udrNoDefaultRoute,
        withRoute({ tables: { table: [{ addressPrefix: '0.0.0.0/1', nextHopType: 'VirtualAppliance' }] } }),
        targets.udr,
      ),
    ).toBe('block');
  });

  it('passes a default route', () => {
    expect(verdict(udrNoDefaultRoute, withRoute(), targets.udr)).toBe('pass');
  });

  it('cannot tell without the prefix of a route', () => {
    expect(
      verdict(
        udrNoDefaultRoute,
        withRoute({ tables: { table: [{ addressPrefix: lost, nextHopType: 'VirtualAppliance' }] } }),
        targets.udr,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrNoDefaultRoute)).toBe(true);
  });
});
