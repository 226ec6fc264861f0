import { describe, expect, it } from 'vitest';
import { natLocationMismatch } from '../../../src/core/rules/nat-location-mismatch.js';
import { lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nat-location-mismatch', () => {
  it('blocks a gateway of another region', () => {
    expect(
      verdict(
        natLocationMismatch,
        withGateway({ gateways: { nat: { location: 'northeurope', addressIds: ['ip-nat'] } } }),
        targets.userNat,
      ),
    ).toBe('block');
  });

  it('forgives the spelling of a region', () => {
    expect(
      verdict(
        natLocationMismatch,
        withGateway({ gateways: { nat: { location: 'West Europe', addressIds: ['ip-nat'] } } }),
        targets.userNat,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the gateway', () => {
    expect(verdict(natLocationMismatch, withGateway({ gateways: { nat: lost } }), targets.userNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(natLocationMismatch)).toBe(true);
  });
});
