import { describe, expect, it } from 'vitest';
import { callerCannotWrite } from '../../../src/core/rules/caller-cannot-write.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

const cluster = liveCluster();
const reader = { permissions: { [cluster.id]: said([{ actions: ['*/read'], notActions: [] }]) } };

describe('aks-caller-cannot-write', () => {
  it('blocks the start for a reader, and says to whom the plan can be handed', () => {
    expect(verdict(callerCannotWrite, around(cluster, reader), targets.managedNat)).toBe('block');
    const text = words(callerCannotWrite, around(cluster, reader), targets.managedNat);
    expect(text).toContain('Microsoft.ContainerService/managedClusters/write');
    expect(text).not.toContain('managedClusters/read');
  });

  it('passes for whoever may write the cluster', () => {
    expect(verdict(callerCannotWrite, around(cluster), targets.managedNat)).toBe('pass');
  });

  it('cannot tell where the own rights may not be read', () => {
    const denied = { permissions: { [cluster.id]: lost } };
    expect(verdict(callerCannotWrite, around(cluster, denied), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(callerCannotWrite)).toBe(true);
  });
});
