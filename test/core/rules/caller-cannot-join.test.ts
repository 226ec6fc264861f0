import { describe, expect, it } from 'vitest';
import { callerCannotJoin } from '../../../src/core/rules/caller-cannot-join.js';
import { around, said } from '../around.js';
import { liveCluster, lost, withGateway } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

const cluster = withGateway();
const may = (...actions: readonly string[]) => ({
  permissions: { nodes: said([{ actions, notActions: [] }]) },
});

describe('aks-caller-cannot-join', () => {
  it('blocks the start where the subnet of the nodes may not be joined', () => {
    const facts = around(cluster, may('*/read'));
    expect(verdict(callerCannotJoin, facts, targets.userNat)).toBe('block');
    expect(words(callerCannotJoin, facts, targets.userNat)).toContain('subnets/join/action (nodes)');
  });

  it('passes where it may be joined, and where AKS made the network', () => {
    const join = 'Microsoft.Network/virtualNetworks/subnets/join/action';
    expect(verdict(callerCannotJoin, around(cluster, may('*/read', join)), targets.userNat)).toBe('pass');
    expect(verdict(callerCannotJoin, around(liveCluster()), targets.managedNat)).toBe('pass');
  });

  it('cannot tell where the rights on the subnet or the pools are not known', () => {
    const denied = { permissions: { nodes: lost } };
    expect(verdict(callerCannotJoin, around(cluster, denied), targets.userNat)).toBe('unknown');
    expect(verdict(callerCannotJoin, around(withGateway({ pools: lost })), targets.userNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(callerCannotJoin)).toBe(true);
  });
});
