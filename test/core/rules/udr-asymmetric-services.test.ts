import { describe, expect, it } from 'vitest';
import { udrAsymmetricServices } from '../../../src/core/rules/udr-asymmetric-services.js';
import { lost, withGateway, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-asymmetric-services', () => {
  it('warns of public Services', () => {
    expect(
      verdict(
        udrAsymmetricServices,
        withRoute({ services: [{ name: 'web', address: '203.0.113.5' }] }),
        targets.udr,
      ),
    ).toBe('warn');
  });

  it('passes without Services', () => {
    expect(verdict(udrAsymmetricServices, withRoute(), targets.udr)).toBe('pass');
  });

  it('has nothing to say of a NAT gateway', () => {
    expect(
      verdict(
        udrAsymmetricServices,
        withGateway({ services: [{ name: 'web', address: '203.0.113.5' }] }),
        targets.userNat,
      ),
    ).toBe('silent');
  });

  it('cannot tell without the Services', () => {
    expect(verdict(udrAsymmetricServices, withRoute({ services: lost }), targets.udr)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrAsymmetricServices)).toBe(true);
  });
});
