import { describe, expect, it } from 'vitest';
import { lbProfileIgnored } from '../../../src/core/rules/lb-profile-ignored.js';
import { fileCluster, lost } from '../cluster.js';
import { hasPage, verdict } from './verdict.js';

describe('aks-lb-profile-ignored', () => {
  it('warns of addresses beside a NAT gateway', () => {
    expect(
      verdict(
        lbProfileIgnored,
        fileCluster({
          cluster: { outboundType: 'userAssignedNATGateway' },
          balancer: { outboundIPIds: ['a'] },
        }),
      ),
    ).toBe('warning');
  });

  it("passes a load balancer's own, by having nothing to say", () => {
    expect(verdict(lbProfileIgnored, fileCluster({ balancer: { outboundIPIds: ['a'] } }))).toBe('silent');
  });

  it('passes ports alone', () => {
    expect(
      verdict(
        lbProfileIgnored,
        fileCluster({ cluster: { outboundType: 'none' }, balancer: { allocatedOutboundPorts: 0 } }),
      ),
    ).toBe('pass');
  });

  it('cannot tell where the profile is computed', () => {
    expect(
      verdict(lbProfileIgnored, fileCluster({ cluster: { outboundType: 'none' }, balancer: lost })),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbProfileIgnored)).toBe(true);
  });
});
