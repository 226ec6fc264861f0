import { describe, expect, it } from 'vitest';
import { userNatNoAddress } from '../../../src/core/rules/user-nat-no-address.js';
import { lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-user-nat-no-address', () => {
  it('blocks a gateway without address', () => {
    expect(
      verdict(userNatNoAddress, withGateway({ gateways: { nat: { addressIds: [] } } }), targets.userNat),
    ).toBe('block');
  });

  it('blocks a gateway that says nothing of addresses', () => {
    expect(verdict(userNatNoAddress, withGateway({ gateways: { nat: {} } }), targets.userNat)).toBe('block');
  });

  it('passes a gateway with one', () => {
    expect(verdict(userNatNoAddress, withGateway(), targets.userNat)).toBe('pass');
  });

  it('cannot tell for a gateway that could not be read', () => {
    expect(verdict(userNatNoAddress, withGateway({ gateways: { nat: lost } }), targets.userNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(userNatNoAddress)).toBe(true);
  });
});
