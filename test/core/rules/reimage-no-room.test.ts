import { describe, expect, it } from 'vitest';
import { reimageNoRoom } from '../../../src/core/rules/reimage-no-room.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = liveCluster({ pools: [{ count: 10, maxSurge: '33%' }] });
const quota = (current: number) => ({
  computeUsages: said([
    { name: 'cores', current: 10, limit: 1000 },
    { name: 'virtualMachines', current, limit: 20 },
  ]),
});

describe('aks-reimage-no-room', () => {
  it('warns where the quota has no room for the nodes that stand in', () => {
    expect(verdict(reimageNoRoom, around(cluster, quota(17)), targets.none)).toBe('warn');
  });

  it('passes where it has, and where none stand in', () => {
    expect(verdict(reimageNoRoom, around(cluster, quota(16)), targets.none)).toBe('pass');
    const still = liveCluster({ pools: [{ count: 10, maxSurge: '0' }] });
    expect(verdict(reimageNoRoom, around(still, quota(20)), targets.none)).toBe('pass');
  });

  it('cannot tell where the quota or the counts are not known', () => {
    expect(verdict(reimageNoRoom, around(cluster, { computeUsages: lost }), targets.none)).toBe('unknown');
    const vague = liveCluster({ pools: [{ count: lost }] });
    expect(verdict(reimageNoRoom, around(vague, quota(0)), targets.none)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(reimageNoRoom)).toBe(true);
  });
});
