import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import type { Target } from '../../src/core/target.js';
import { whenTrafficMoves } from '../../src/core/when-traffic-moves.js';
import { liveCluster, lost, ownNetworkCluster, withGateway, withRoute } from './cluster.js';
import { targets } from './rules/verdict.js';

const moment = (facts: ClusterFacts, target: Target) => valueOf(whenTrafficMoves(facts, target));
const withType = (outboundType: string) => ({ cluster: { outboundType } });

describe('the moment at which traffic moves', () => {
  it('is the PUT on a network made by AKS', () => {
    expect(moment(liveCluster(), targets.managedNat)).toBe('withIt');
    expect(moment(liveCluster(withType('managedNATGateway')), targets.managedNatV2)).toBe('withIt');
  });

  it('has passed where the gateway or the route is in place already', () => {
    expect(moment(withGateway(), targets.userNat)).toBe('before');
    expect(moment(withRoute(), targets.udr)).toBe('before');
  });

  it('comes later where a gateway or a route goes on winning', () => {
    expect(moment(withGateway(withType('userAssignedNATGateway')), targets.loadBalancer)).toBe('after');
    expect(moment(withRoute(withType('userDefinedRouting')), targets.userNat)).toBe('after');
    expect(moment(withRoute(withType('userDefinedRouting')), targets.none)).toBe('after');
  });

  it('is the PUT on an own network that has neither', () => {
    expect(moment(ownNetworkCluster(), targets.userNat)).toBe('withIt');
    expect(moment(ownNetworkCluster(), targets.udr)).toBe('withIt');
  });

  it('never comes where only options change', () => {
    expect(moment(withGateway(), { outboundType: 'loadBalancer', idleTimeoutInMinutes: 10 })).toBe('never');
  });

  it('comes while the first pool still leaves through the load balancer', () => {
    const halfway = withGateway({
      pools: [{ subnetId: 'nodes' }, { subnetId: 'others' }],
      subnets: { nodes: { natGatewayId: 'nat' }, others: {} },
    });
    expect(moment(halfway, targets.userNat)).toBe('withIt');
  });

  it('is not known where a path is not', () => {
    expect(whenTrafficMoves(withGateway({ subnets: { nodes: lost } }), targets.userNat).kind).toBe('unknown');
    expect(whenTrafficMoves(liveCluster({ cluster: { outboundType: lost } }), targets.none).kind).toBe(
      'unknown',
    );
  });
});
