import { describe, expect, it } from 'vitest';
import { nothingToDo } from '../../../src/core/rules/nothing-to-do.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

describe('aks-nothing-to-do', () => {
  it('blocks the type that is there already', () => {
    expect(verdict(nothingToDo, liveCluster(), targets.loadBalancer)).toBe('block');
  });

  it('blocks options that are there already', () => {
    expect(
      verdict(nothingToDo, liveCluster(), {
        outboundType: 'loadBalancer',
        managedOutboundIPCount: 1,
        idleTimeoutInMinutes: 30,
      }),
    ).toBe('block');
  });

  it('takes no outbound type for a load balancer', () => {
    expect(
      verdict(nothingToDo, liveCluster({ cluster: { outboundType: undefined } }), targets.loadBalancer),
    ).toBe('block');
  });

  it('tells how a change that Azure did not finish is repeated', () => {
    const said = (provisioningState: string) =>
      words(nothingToDo, liveCluster({ cluster: { provisioningState } }), targets.loadBalancer);
    expect(said('Failed')).toContain('az aks update without any option');
    expect(said('Succeeded')).not.toContain('az aks update');
  });

  it('passes another type', () => {
    expect(verdict(nothingToDo, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('passes another sku', () => {
    expect(
      verdict(
        nothingToDo,
        liveCluster({ cluster: { outboundType: 'managedNATGateway' } }),
        targets.managedNatV2,
      ),
    ).toBe('pass');
  });

  it('passes another number of addresses', () => {
    expect(
      verdict(nothingToDo, liveCluster(), { outboundType: 'loadBalancer', managedOutboundIPCount: 2 }),
    ).toBe('pass');
  });

  it('cannot tell whether an unread option differs', () => {
    expect(
      verdict(nothingToDo, liveCluster({ balancer: { allocatedOutboundPorts: lost } }), {
        outboundType: 'loadBalancer',
        allocatedOutboundPorts: 8,
      }),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(nothingToDo)).toBe(true);
  });
});
