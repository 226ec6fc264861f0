import { describe, expect, it } from 'vitest';
import { pairNotSupported } from '../../../src/core/rules/pair-not-supported.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-pair-not-supported', () => {
  it('blocks user-defined routing on a network made by AKS', () => {
    expect(verdict(pairNotSupported, liveCluster(), targets.udr)).toBe('block');
  });

  it('blocks leaving a StandardV2 gateway', () => {
    expect(
      verdict(
        pairNotSupported,
        liveCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { sku: 'StandardV2' } }),
        targets.none,
      ),
    ).toBe('block');
  });

  it('passes a pair that the table supports', () => {
    expect(verdict(pairNotSupported, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without the pools', () => {
    expect(verdict(pairNotSupported, liveCluster({ pools: lost }), targets.managedNat)).toBe('unknown');
  });

  it('cannot tell for a type that nobody knows', () => {
    expect(
      verdict(pairNotSupported, liveCluster({ cluster: { outboundType: 'futureType' } }), targets.managedNat),
    ).toBe('unknown');
  });

  it('has nothing to say before a target is chosen', () => {
    expect(verdict(pairNotSupported, liveCluster())).toBe('silent');
  });

  it('has a page with its source', () => {
    expect(hasPage(pairNotSupported)).toBe(true);
  });
});
