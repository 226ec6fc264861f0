import { describe, expect, it } from 'vitest';
import { actualPathOf } from '../../src/core/actual-path.js';
import { egressAddressesOf } from '../../src/core/egress-addresses.js';
import { valueOf } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import { format } from '../../src/core/message.js';
import { newAddressesOf } from '../../src/core/new-addresses.js';
import { releasedBy } from '../../src/core/released.js';
import { lastOperationOf } from '../../src/core/unfinished.js';
import { whenTrafficMoves } from '../../src/core/when-traffic-moves.js';
import { liveCluster, lost, withGateway, type ClusterSketch } from './cluster.js';
import { targets } from './rules/verdict.js';

const path = (facts: ClusterFacts): string => {
  const [pool] = valueOf(facts.pools) ?? [];
  const fact = actualPathOf(facts, pool!);
  return fact.kind === 'known' ? fact.value.kind : fact.kind === 'unknown' ? format(fact.because) : 'absent';
};

/** What a change from the load balancer leaves behind that Azure took and did not finish (recorded first phase). */
const halfWay = (outboundType: string, provisioningState: string, more: ClusterSketch = {}): ClusterFacts =>
  liveCluster({
    balancer: { effectiveOutboundIPIds: ['ip-1'] },
    ...(outboundType === 'managedNATGateway' ? { nat: { sku: 'Standard', managedOutboundIPCount: 1 } } : {}),
    ...more,
    cluster: { outboundType, provisioningState },
  });

describe('a declared type that Azure did not finish', () => {
  it.each([
    ['Failed', 'The last operation on this cluster failed. '],
    ['Canceled', 'The last operation on this cluster was canceled. '],
    ['Updating', 'An operation on this cluster is under way. '],
  ])('is no way out: %s', (state, because) => {
    const seen = `${because}Azure still reports 203.0.113.17 of the load balancer.`;
    for (const type of ['managedNATGateway', 'none', 'block', 'userAssignedNATGateway'])
      expect(path(halfWay(type, state)), type).toBe(seen);
  });

  it('is told from the other side too, and where Azure reports nothing at all', () => {
    const toBalancer = liveCluster({
      balancer: { managedOutboundIPCount: 1, outboundIPIds: ['ip-1'] },
      nat: { sku: 'Standard', effectiveOutboundIPIds: ['ip-1'] },
      cluster: { provisioningState: 'Failed' },
    });
    expect(path(toBalancer)).toContain('203.0.113.17 of the NAT gateway run by AKS');
    const nothing = halfWay('managedNATGateway', 'Failed', { balancer: {} });
    expect(path(nothing)).toContain('Azure reports no address from which it leaves.');
    const unread = halfWay('managedNATGateway', 'Failed', { addresses: { 'ip-1': lost } });
    expect(path(unread)).toContain('Azure still reports addresses of the load balancer.');
  });

  it('leaves no address known today, draws one, and may move the traffic when it is finished', () => {
    const facts = halfWay('managedNATGateway', 'Failed');
    expect(egressAddressesOf(facts).kind).toBe('unknown');
    expect(valueOf(newAddressesOf(facts, targets.managedNat))).toEqual({ kind: 'drawnByAzure' });
    expect(valueOf(whenTrafficMoves(facts, targets.managedNat))).toBe('withIt');
    expect(releasedBy(facts, targets.managedNat)).toEqual(['203.0.113.17']);
  });
});

describe('an operation that failed for another reason', () => {
  it('says nothing against a way whose addresses Azure reports', () => {
    const facts = liveCluster({ cluster: { provisioningState: 'Failed' } });
    expect(path(facts)).toBe('loadBalancer');
    expect(valueOf(whenTrafficMoves(facts, targets.loadBalancer))).toBe('never');
    const isolated = liveCluster({
      cluster: { outboundType: 'none', provisioningState: 'Failed' },
      balancer: {},
    });
    expect(path(isolated)).toBe('none');
  });

  it('says nothing against a gateway on the subnet, which wins whatever is declared', () => {
    const cluster = { outboundType: 'userAssignedNATGateway', provisioningState: 'Failed' };
    expect(path(withGateway({ cluster, balancer: { effectiveOutboundIPIds: ['ip-1'] } }))).toBe('natGateway');
  });

  it('does not make a Basic load balancer unknown, whose addresses Azure never reports', () => {
    const cluster = { loadBalancerSku: 'Basic', provisioningState: 'Failed' };
    expect(path(liveCluster({ cluster, balancer: {} }))).toBe('loadBalancer');
  });
});

describe('the last operation', () => {
  it.each([
    ['Succeeded', 'succeeded'],
    ['failed', 'failed'],
    ['Canceled', 'canceled'],
    ['Upgrading', 'underWay'],
    [undefined, 'notKnown'],
  ])('of a cluster in state %s is %s', (provisioningState, last) => {
    expect(lastOperationOf(liveCluster({ cluster: { provisioningState } }).cluster)).toBe(last);
  });
});
