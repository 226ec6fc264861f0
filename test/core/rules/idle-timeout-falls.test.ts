import { describe, expect, it } from 'vitest';
import { idleTimeoutFalls } from '../../../src/core/rules/idle-timeout-falls.js';
import { liveCluster, lost, withGateway, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-idle-timeout-falls', () => {
  it('warns of 30 minutes becoming 4', () => {
    expect(verdict(idleTimeoutFalls, liveCluster(), targets.managedNat)).toBe('warn');
  });

  it('passes where the option keeps it', () => {
    expect(
      verdict(idleTimeoutFalls, liveCluster(), {
        outboundType: 'managedNATGateway',
        sku: 'Standard',
        idleTimeoutInMinutes: 30,
      }),
    ).toBe('pass');
  });

  it('passes a gateway with the same', () => {
    expect(verdict(idleTimeoutFalls, withGateway(), targets.userNat)).toBe('pass');
  });

  it('passes a firewall, whose timeout is its own matter', () => {
    expect(verdict(idleTimeoutFalls, withRoute(), targets.udr)).toBe('pass');
  });

  it('cannot tell without the gateway', () => {
    expect(verdict(idleTimeoutFalls, withGateway({ gateways: { nat: lost } }), targets.userNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(idleTimeoutFalls)).toBe(true);
  });
});
