import { describe, expect, it } from 'vitest';
import { writeLocked } from '../../../src/core/rules/write-locked.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

const cluster = liveCluster();
const lock = (scope: string, level = 'ReadOnly') => ({
  locks: { '/subscriptions/s': said([{ name: 'change-freeze', level, scope, notes: 'Until Monday.' }]) },
});

describe('aks-write-locked', () => {
  it('blocks under a read-only lock on the cluster, its groups or the subscription, and names it', () => {
    const group = '/subscriptions/s/resourcegroups/rg';
    const nodeGroup = '/subscriptions/s/resourcegroups/mc_rg_test_westeurope';
    for (const scope of [group, nodeGroup, '/subscriptions/s', cluster.id])
      expect(verdict(writeLocked, around(cluster, lock(scope)), targets.managedNat), scope).toBe('block');
    expect(words(writeLocked, around(cluster, lock(group)), targets.managedNat)).toContain(
      'change-freeze on rg ("Until Monday.")',
    );
  });

  it('passes where nothing is locked, elsewhere is, or only deleting is forbidden', () => {
    expect(verdict(writeLocked, around(cluster), targets.managedNat)).toBe('pass');
    for (const locks of [
      lock('/subscriptions/s/resourcegroups/other'),
      lock('/subscriptions/s', 'CanNotDelete'),
    ])
      expect(verdict(writeLocked, around(cluster, locks), targets.managedNat)).toBe('pass');
  });

  it('cannot tell where the locks may not be read, or were not', () => {
    expect(
      verdict(writeLocked, around(cluster, { locks: { '/subscriptions/s': lost } }), targets.managedNat),
    ).toBe('unknown');
    expect(verdict(writeLocked, cluster, targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(writeLocked)).toBe(true);
  });
});
