import { describe, expect, it } from 'vitest';
import { deleteLocked } from '../../../src/core/rules/delete-locked.js';
import { around, said } from '../around.js';
import { liveCluster, lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = liveCluster();
const lock = (scope: string) => ({
  locks: { '/subscriptions/s': said([{ name: 'keep', level: 'CanNotDelete', scope }]) },
});
const nodeGroup = '/subscriptions/s/resourcegroups/mc_rg_test_westeurope';

describe('aks-delete-locked', () => {
  it('warns where what AKS would take away may not be deleted, on the group or on one thing in it', () => {
    const address = `${nodeGroup}/providers/microsoft.network/publicipaddresses/old`;
    for (const scope of ['/subscriptions/s', nodeGroup, address])
      expect(verdict(deleteLocked, around(cluster, lock(scope)), targets.managedNat), scope).toBe('warn');
  });

  it('passes where nothing is locked there, or AKS takes nothing away', () => {
    expect(verdict(deleteLocked, around(cluster), targets.managedNat)).toBe('pass');
    const elsewhere = lock('/subscriptions/s/resourcegroups/rg');
    expect(verdict(deleteLocked, around(cluster, elsewhere), targets.managedNat)).toBe('pass');
    const own = withGateway({ cluster: { outboundType: 'userAssignedNATGateway' } });
    expect(verdict(deleteLocked, around(own, lock(nodeGroup)), targets.loadBalancer)).toBe('pass');
  });

  it('cannot tell where the locks may not be read', () => {
    const denied = { locks: { '/subscriptions/s': lost } };
    expect(verdict(deleteLocked, around(cluster, denied), targets.managedNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(deleteLocked)).toBe(true);
  });
});
