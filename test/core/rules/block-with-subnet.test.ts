import { describe, expect, it } from 'vitest';
import { pairNotSupported } from '../../../src/core/rules/pair-not-supported.js';
import { blockWithSubnet } from '../../../src/core/rules/block-with-subnet.js';
import { fileCluster, liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-block-with-subnet', () => {
  it('blocks on an own network', () => {
    // The declared type is not known, so the pair cannot be judged: this rule still can.
    const facts = ownNetworkCluster({ cluster: { outboundType: lost } });
    expect(verdict(blockWithSubnet, facts, targets.block)).toBe('block');
  });

  it('says nothing where the pair is ruled out already: one finding for one cause', () => {
    const facts = ownNetworkCluster();
    expect(verdict(blockWithSubnet, facts, targets.block)).toBe('silent');
    expect(verdict(pairNotSupported, facts, targets.block)).toBe('block');
  });

  it('marks it in a file as an error', () => {
    expect(
      verdict(
        blockWithSubnet,
        fileCluster({ cluster: { outboundType: 'block' }, pools: [{ subnetId: 'nodes' }] }),
      ),
    ).toBe('error');
  });

  it('passes on a network made by AKS', () => {
    expect(verdict(blockWithSubnet, liveCluster(), targets.block)).toBe('pass');
  });

  it('cannot tell without the subnets', () => {
    expect(verdict(blockWithSubnet, liveCluster({ pools: [{ subnetId: lost }] }), targets.block)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(blockWithSubnet)).toBe(true);
  });
});
