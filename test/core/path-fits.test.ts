import { describe, expect, it } from 'vitest';
import { actualPathOf } from '../../src/core/actual-path.js';
import { valueOf } from '../../src/core/fact.js';
import type { OutboundType } from '../../src/core/outbound-type.js';
import { outboundTypes } from '../../src/core/outbound-type.js';
import { pathFits } from '../../src/core/path-fits.js';
import type { ClusterSketch } from '../fakes/cluster-sketch.js';
import {
  managedLoadBalancer,
  managedNatGateway,
  ownNatGateway,
  ownWithGateway,
  ownWithRouteTable,
} from '../fakes/clusters.js';
import { factsOf } from '../fakes/readings.js';

/** The types under which the way of this cluster's first pool is what one expects. */
function fittingTypes(sketch: ClusterSketch): readonly OutboundType[] {
  const facts = factsOf(sketch);
  const path = valueOf(actualPathOf(facts, valueOf(facts.pools)![0]!))!;
  return outboundTypes.filter((type) => pathFits(path, type));
}

describe('the way that packets take is what the declared type promises', () => {
  it.each([
    ['the load balancer', managedLoadBalancer, ['loadBalancer']],
    ['the gateway that AKS runs', managedNatGateway, ['managedNATGateway', 'userAssignedNATGateway']],
    ['a gateway of one’s own', ownNatGateway, ['userAssignedNATGateway']],
    ['a gateway of one’s own under a load balancer', ownWithGateway, ['userAssignedNATGateway']],
    ['a route to a firewall', ownWithRouteTable, ['userDefinedRouting']],
  ] as const)('by %s', (_way, sketch, types) => {
    expect(fittingTypes(sketch)).toEqual(types);
  });

  it('not by the NAT gateway of one’s own that wins over the one of AKS', () => {
    const declared = { ...ownWithGateway, outboundType: 'managedNATGateway' } as const;
    expect(fittingTypes(declared)).not.toContain('managedNATGateway');
  });
});
