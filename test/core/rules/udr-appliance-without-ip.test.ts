import { describe, expect, it } from 'vitest';
import { udrApplianceWithoutIp } from '../../../src/core/rules/udr-appliance-without-ip.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-appliance-without-ip', () => {
  it('blocks an appliance without address', () => {
    expect(
      verdict(
        udrApplianceWithoutIp,
        withRoute({ tables: { table: [{ addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' }] } }),
        targets.udr,
      ),
    ).toBe('block');
  });

  it('passes one with address', () => {
    expect(verdict(udrApplianceWithoutIp, withRoute(), targets.udr)).toBe('pass');
  });

  it('passes a gateway, which needs none', () => {
    expect(
      verdict(
        udrApplianceWithoutIp,
        withRoute({
          tables: { table: [{ addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualNetworkGateway' }] },
        }),
        targets.udr,
      ),
    ).toBe('pass');
  });

  it('cannot tell for an address that is computed', () => {
    expect(
      verdict(
        udrApplianceWithoutIp,
        withRoute({
          tables: {
            table: [{ addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: lost }],
          },
        }),
        targets.udr,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrApplianceWithoutIp)).toBe(true);
  });
});
