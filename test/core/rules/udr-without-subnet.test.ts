import { describe, expect, it } from 'vitest';
import { pairNotSupported } from '../../../src/core/rules/pair-not-supported.js';
import { udrWithoutSubnet } from '../../../src/core/rules/udr-without-subnet.js';
import { fileCluster, liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-without-subnet', () => {
  it('blocks on a network made by AKS', () => {
    // The declared type is not known, so the pair cannot be judged: this rule still can.
    const facts = liveCluster({ cluster: { outboundType: lost } });
    expect(verdict(udrWithoutSubnet, facts, targets.udr)).toBe('block');
  });

  it('says nothing where the pair is ruled out already: one finding for one cause', () => {
    const facts = liveCluster();
    expect(verdict(udrWithoutSubnet, facts, targets.udr)).toBe('silent');
    expect(verdict(pairNotSupported, facts, targets.udr)).toBe('block');
  });

  it('marks it in a file as an error', () => {
    expect(verdict(udrWithoutSubnet, fileCluster({ cluster: { outboundType: 'userDefinedRouting' } }))).toBe(
      'error',
    );
  });

  it('passes on an own network', () => {
    expect(verdict(udrWithoutSubnet, ownNetworkCluster(), targets.udr)).toBe('pass');
  });

  it('has nothing to say of other types', () => {
    expect(verdict(udrWithoutSubnet, fileCluster({ cluster: { outboundType: 'loadBalancer' } }))).toBe(
      'silent',
    );
  });

  it('cannot tell where the outbound type is not known', () => {
    expect(verdict(udrWithoutSubnet, fileCluster({ cluster: { outboundType: lost } }))).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrWithoutSubnet)).toBe(true);
  });
});
