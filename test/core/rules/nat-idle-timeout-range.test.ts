import { describe, expect, it } from 'vitest';
import { natIdleTimeoutRange } from '../../../src/core/rules/nat-idle-timeout-range.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nat-idle-timeout-range', () => {
  it('blocks 121', () => {
    expect(
      verdict(natIdleTimeoutRange, liveCluster(), {
        outboundType: 'managedNATGateway',
        sku: 'Standard',
        idleTimeoutInMinutes: 121,
      }),
    ).toBe('block');
  });

  it('marks 3 in a file as an error', () => {
    expect(
      verdict(
        natIdleTimeoutRange,
        fileCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { idleTimeoutInMinutes: 3 } }),
        targets.managedNat,
      ),
    ).toBe('error');
  });

  it('passes 4 and nothing', () => {
    expect(
      verdict(
        natIdleTimeoutRange,
        fileCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { idleTimeoutInMinutes: 4 } }),
        targets.managedNat,
      ),
    ).toBe('pass');
  });

  it('passes 120', () => {
    expect(
      verdict(natIdleTimeoutRange, liveCluster(), {
        outboundType: 'managedNATGateway',
        sku: 'Standard',
        idleTimeoutInMinutes: 120,
      }),
    ).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(
      verdict(
        natIdleTimeoutRange,
        fileCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { idleTimeoutInMinutes: lost } }),
        targets.managedNat,
      ),
    ).toBe('unknown');
  });

  it('has nothing to say of another type', () => {
    expect(verdict(natIdleTimeoutRange, liveCluster(), targets.none)).toBe('silent');
  });

  it('has a page with its source', () => {
    expect(hasPage(natIdleTimeoutRange)).toBe(true);
  });
});
