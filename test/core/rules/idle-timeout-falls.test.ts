import { describe, expect, it } from 'vitest';
import { idleTimeoutFalls } from '../../../src/core/rules/idle-timeout-falls.js';
import { liveCluster, lost, withGateway, withRoute } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

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

  it('passes where the gateway is attached already, however short its timeout: nothing changes', () => {
    const attached = withGateway({ gateways: { nat: { addressIds: ['ip-nat'] } } });
    expect(verdict(idleTimeoutFalls, attached, targets.userNat)).toBe('pass');
    expect(
      verdict(idleTimeoutFalls, attached, { outboundType: 'loadBalancer', idleTimeoutInMinutes: 4 }),
    ).toBe('pass');
  });

  it('warns by the gateway that carries the traffic today, not by the declared load balancer', () => {
    const attached = withGateway({
      gateways: { nat: { addressIds: ['ip-nat'], idleTimeoutInMinutes: 120 } },
      cluster: { outboundType: 'userAssignedNATGateway' },
    });
    expect(verdict(idleTimeoutFalls, attached, targets.loadBalancer)).toBe('warn');
    expect(words(idleTimeoutFalls, attached, targets.loadBalancer)).toContain('120 minutes today and for 30');
  });

  it('warns of the pool that loses most', () => {
    const pools = withGateway({
      pools: [{ subnetId: 'nodes' }, { subnetId: 'others' }],
      subnets: { nodes: { natGatewayId: 'nat' }, others: { natGatewayId: 'long' } },
      gateways: { nat: { idleTimeoutInMinutes: 40 }, long: { idleTimeoutInMinutes: 90 } },
      cluster: { outboundType: 'userAssignedNATGateway' },
    });
    expect(words(idleTimeoutFalls, pools, targets.loadBalancer)).toContain('90 minutes today');
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
