import { describe, expect, it } from 'vitest';
import { noWayBack } from '../../../src/core/rules/no-way-back.js';
import { liveCluster, lost, ownNetworkCluster } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-no-way-back', () => {
  it('warns of StandardV2', () => {
    expect(verdict(noWayBack, liveCluster(), targets.managedNatV2)).toBe('warn');
  });

  it('warns where the page contradicts itself about coming back', () => {
    expect(verdict(noWayBack, liveCluster(), targets.managedNat)).toBe('warn');
  });

  it('passes where both directions are supported', () => {
    expect(verdict(noWayBack, ownNetworkCluster(), targets.userNat)).toBe('pass');
  });

  it('leaves a pair to another rule that is not supported at all', () => {
    expect(verdict(noWayBack, liveCluster(), targets.udr)).toBe('pass');
  });

  it('cannot tell without the pools', () => {
    expect(verdict(noWayBack, liveCluster({ pools: lost }), targets.managedNatV2)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(noWayBack)).toBe(true);
  });
});
