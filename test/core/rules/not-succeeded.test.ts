import { describe, expect, it } from 'vitest';
import { notSucceeded } from '../../../src/core/rules/not-succeeded.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-not-succeeded', () => {
  it('warns of a failed cluster', () => {
    expect(
      verdict(notSucceeded, liveCluster({ cluster: { provisioningState: 'Failed' } }), targets.managedNat),
    ).toBe('warn');
  });

  it('warns of a pool whose operation was canceled', () => {
    expect(
      verdict(notSucceeded, liveCluster({ pools: [{ provisioningState: 'Canceled' }] }), targets.managedNat),
    ).toBe('warn');
  });

  it('says that the declared type is sent again, and that this fails again while the cause is there', () => {
    const failed = liveCluster({ cluster: { provisioningState: 'Failed' } });
    expect(verdict(notSucceeded, failed, targets.loadBalancer)).toBe('warn');
    expect(words(notSucceeded, failed, targets.loadBalancer)).toMatch(
      /^The plan sends again what Azure did not finish \|.*fails again while the cause is there/,
    );
    expect(words(notSucceeded, failed, targets.managedNat)).toMatch(/^The change meets a cluster/);
    const pool = liveCluster({ pools: [{ provisioningState: 'Failed' }] });
    expect(words(notSucceeded, pool, targets.loadBalancer)).toMatch(/^The change meets a cluster/);
  });

  it('passes a cluster in order', () => {
    expect(verdict(notSucceeded, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell without the state', () => {
    expect(
      verdict(notSucceeded, liveCluster({ cluster: { provisioningState: lost } }), targets.managedNat),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(notSucceeded)).toBe(true);
  });
});
