import { describe, expect, it } from 'vitest';
import { natManagedIpCountRange } from '../../../src/core/rules/nat-managed-ip-count-range.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nat-managed-ip-count-range', () => {
  it('blocks 17', () => {
    expect(
      verdict(natManagedIpCountRange, liveCluster(), {
        outboundType: 'managedNATGateway',
        sku: 'Standard',
        managedOutboundIPCount: 17,
      }),
    ).toBe('block');
  });

  it('marks 0 in a file as an error', () => {
    expect(
      verdict(
        natManagedIpCountRange,
        fileCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { managedOutboundIPCount: 0 } }),
        targets.managedNat,
      ),
    ).toBe('error');
  });

  it('passes 1 and nothing', () => {
    expect(
      verdict(
        natManagedIpCountRange,
        fileCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { managedOutboundIPCount: 1 } }),
        targets.managedNat,
      ),
    ).toBe('pass');
  });

  it('passes 16', () => {
    expect(
      verdict(natManagedIpCountRange, liveCluster(), {
        outboundType: 'managedNATGateway',
        sku: 'Standard',
        managedOutboundIPCount: 16,
      }),
    ).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(
      verdict(
        natManagedIpCountRange,
        fileCluster({
          cluster: { outboundType: 'managedNATGateway' },
          nat: { managedOutboundIPCount: lost },
        }),
        targets.managedNat,
      ),
    ).toBe('unknown');
  });

  it('has nothing to say of another type', () => {
    expect(verdict(natManagedIpCountRange, liveCluster(), targets.none)).toBe('silent');
  });

  it('has a page with its source', () => {
    expect(hasPage(natManagedIpCountRange)).toBe(true);
  });
});
