import { describe, expect, it } from 'vitest';
import { windowsOutboundnatWithLb } from '../../../src/core/rules/windows-outboundnat-with-lb.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-windows-outboundnat-with-lb', () => {
  it('blocks a Windows pool without outbound NAT', () => {
    expect(
      verdict(
        windowsOutboundnatWithLb,
        liveCluster({ cluster: { outboundType: 'none' }, pools: [{ disableOutboundNat: true }] }),
        targets.loadBalancer,
      ),
    ).toBe('block');
  });

  it('marks it in a file that leaves the type out', () => {
    expect(verdict(windowsOutboundnatWithLb, fileCluster({ pools: [{ disableOutboundNat: true }] }))).toBe(
      'error',
    );
  });

  it('passes other pools', () => {
    expect(
      verdict(
        windowsOutboundnatWithLb,
        liveCluster({ cluster: { outboundType: 'none' } }),
        targets.loadBalancer,
      ),
    ).toBe('pass');
  });

  it('cannot tell when it was not read', () => {
    expect(
      verdict(
        windowsOutboundnatWithLb,
        liveCluster({ cluster: { outboundType: 'none' }, pools: [{ disableOutboundNat: lost }] }),
        targets.loadBalancer,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(windowsOutboundnatWithLb)).toBe(true);
  });
});
