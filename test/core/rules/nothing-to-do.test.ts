import { describe, expect, it } from 'vitest';
import { nothingToDo } from '../../../src/core/rules/nothing-to-do.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

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

  it.each(['Failed', 'Canceled', 'failed'])('passes what Azure did not finish: it was %s', (state) => {
    const cluster = liveCluster({ cluster: { provisioningState: state } });
    expect(verdict(nothingToDo, cluster, targets.loadBalancer)).toBe('pass');
  });

  it('does not count an operation that is under way as one to repeat', () => {
    const cluster = liveCluster({ cluster: { provisioningState: 'Updating' } });
    expect(verdict(nothingToDo, cluster, targets.loadBalancer)).toBe('block');
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
