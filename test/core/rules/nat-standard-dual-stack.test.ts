import { describe, expect, it } from 'vitest';
import { natStandardDualStack } from '../../../src/core/rules/nat-standard-dual-stack.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nat-standard-dual-stack', () => {
  it('blocks Standard for IPv6', () => {
    expect(
      verdict(
        natStandardDualStack,
        liveCluster({ cluster: { ipFamilies: ['IPv4', 'IPv6'] } }),
        targets.managedNat,
      ),
    ).toBe('block');
  });

  it('warns of it in a file', () => {
    expect(
      verdict(
        natStandardDualStack,
        fileCluster({ cluster: { outboundType: 'managedNATGateway', ipFamilies: ['IPv4', 'IPv6'] } }),
      ),
    ).toBe('warning');
  });

  it('passes StandardV2', () => {
    expect(
      verdict(
        natStandardDualStack,
        liveCluster({ cluster: { ipFamilies: ['IPv4', 'IPv6'] } }),
        targets.managedNatV2,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the families', () => {
    expect(
      verdict(natStandardDualStack, liveCluster({ cluster: { ipFamilies: lost } }), targets.managedNat),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(natStandardDualStack)).toBe(true);
  });
});
