import { describe, expect, it } from 'vitest';
import { lbSettingsDropped } from '../../../src/core/rules/lb-settings-dropped.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-lb-settings-dropped', () => {
  it('informs of ports set by hand', () => {
    expect(
      verdict(
        lbSettingsDropped,
        liveCluster({ balancer: { allocatedOutboundPorts: 1024 } }),
        targets.managedNat,
      ),
    ).toBe('info');
  });

  it('passes where nothing was set', () => {
    expect(verdict(lbSettingsDropped, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('passes another type today', () => {
    expect(
      verdict(
        lbSettingsDropped,
        liveCluster({ cluster: { outboundType: 'none' }, balancer: { allocatedOutboundPorts: 1024 } }),
        targets.managedNat,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the profile', () => {
    expect(verdict(lbSettingsDropped, liveCluster({ balancer: lost }), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(lbSettingsDropped)).toBe(true);
  });
});
