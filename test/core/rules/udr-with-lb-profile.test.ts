import { describe, expect, it } from 'vitest';
import { udrWithLbProfile } from '../../../src/core/rules/udr-with-lb-profile.js';
import { fileCluster, lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-with-lb-profile', () => {
  it('marks addresses beside user-defined routing', () => {
    expect(
      verdict(
        udrWithLbProfile,
        fileCluster({
          cluster: { outboundType: 'userDefinedRouting' },
          balancer: { managedOutboundIPCount: 1 },
        }),
      ),
    ).toBe('error');
  });

  it('leaves ports, timeout and backend pools alone', () => {
    expect(
      verdict(
        udrWithLbProfile,
        fileCluster({
          cluster: { outboundType: 'userDefinedRouting' },
          balancer: { allocatedOutboundPorts: 0, idleTimeoutInMinutes: 30, backendPoolType: 'NodeIP' },
        }),
      ),
    ).toBe('pass');
  });

  it('passes without a profile', () => {
    expect(verdict(udrWithLbProfile, fileCluster({ cluster: { outboundType: 'userDefinedRouting' } }))).toBe(
      'pass',
    );
  });

  it('has nothing to say of a living cluster, whose leftover profile is ordinary', () => {
    expect(
      verdict(
        udrWithLbProfile,
        withRoute({
          cluster: { outboundType: 'userDefinedRouting' },
          balancer: { managedOutboundIPCount: 1 },
        }),
        targets.udr,
      ),
    ).toBe('silent');
  });

  it('cannot tell where the profile is computed', () => {
    expect(
      verdict(
        udrWithLbProfile,
        fileCluster({ cluster: { outboundType: 'userDefinedRouting' }, balancer: lost }),
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrWithLbProfile)).toBe(true);
  });
});
