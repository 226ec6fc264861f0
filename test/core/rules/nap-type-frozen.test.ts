import { describe, expect, it } from 'vitest';
import { napTypeFrozen } from '../../../src/core/rules/nap-type-frozen.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nap-type-frozen', () => {
  it('blocks a cluster that provisions its own nodes', () => {
    expect(
      verdict(napTypeFrozen, liveCluster({ cluster: { nodeProvisioningMode: 'Auto' } }), targets.managedNat),
    ).toBe('block');
  });

  it('blocks AKS Automatic', () => {
    expect(
      verdict(napTypeFrozen, liveCluster({ cluster: { skuName: 'Automatic' } }), targets.managedNat),
    ).toBe('block');
  });

  it('passes other clusters', () => {
    expect(verdict(napTypeFrozen, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('passes a change of options alone', () => {
    expect(
      verdict(napTypeFrozen, liveCluster({ cluster: { nodeProvisioningMode: 'Auto' } }), {
        outboundType: 'loadBalancer',
        managedOutboundIPCount: 2,
      }),
    ).toBe('pass');
  });

  it('cannot tell without the mode', () => {
    expect(
      verdict(napTypeFrozen, liveCluster({ cluster: { nodeProvisioningMode: lost } }), targets.managedNat),
    ).toBe('unknown');
  });

  it('informs about a file that names a type', () => {
    expect(
      verdict(
        napTypeFrozen,
        fileCluster({ cluster: { outboundType: 'loadBalancer', nodeProvisioningMode: 'Auto' } }),
      ),
    ).toBe('information');
  });

  it('leaves a file alone that names none', () => {
    expect(verdict(napTypeFrozen, fileCluster({ cluster: { nodeProvisioningMode: 'Auto' } }))).toBe('pass');
  });

  it('has a page with its source', () => {
    expect(hasPage(napTypeFrozen)).toBe(true);
  });
});
