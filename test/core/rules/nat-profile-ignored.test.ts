import { describe, expect, it } from 'vitest';
import { natProfileIgnored } from '../../../src/core/rules/nat-profile-ignored.js';
import { fileCluster, lost } from '../cluster.js';
import { hasPage, verdict } from './verdict.js';

describe('aks-nat-profile-ignored', () => {
  it('warns of a NAT profile beside a load balancer', () => {
    expect(
      verdict(
        natProfileIgnored,
        fileCluster({ cluster: { outboundType: 'loadBalancer' }, nat: { managedOutboundIPCount: 2 } }),
      ),
    ).toBe('warning');
  });

  it('passes without one', () => {
    expect(verdict(natProfileIgnored, fileCluster({ cluster: { outboundType: 'loadBalancer' } }))).toBe(
      'pass',
    );
  });

  it('has nothing to say beside its own type', () => {
    expect(
      verdict(natProfileIgnored, fileCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: {} })),
    ).toBe('silent');
  });

  it('cannot tell where the profile is computed', () => {
    expect(verdict(natProfileIgnored, fileCluster({ cluster: { outboundType: 'none' }, nat: lost }))).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(natProfileIgnored)).toBe(true);
  });
});
