import { describe, expect, it } from 'vitest';
import { partsFor } from '../../src/core/surroundings-wanted.js';
import { managedLoadBalancer, ownNatGateway } from '../fakes/clusters.js';
import { factsOf } from '../fakes/readings.js';

const managed = factsOf(managedLoadBalancer);
const own = factsOf(ownNatGateway);
const gateway = { outboundType: 'managedNATGateway', sku: 'Standard' } as const;

describe('what a change asks about', () => {
  it('is always who may make it and what forbids it', () => {
    for (const parts of [partsFor(managed, gateway), partsFor(own, { outboundType: 'userDefinedRouting' })])
      expect(parts).toEqual(expect.arrayContaining(['locks', 'permissions', 'policies', 'maintenance']));
  });

  it('is nothing that this target does not need', () => {
    expect(partsFor(managed, gateway)).not.toContain('firewalls');
    expect(partsFor(managed, gateway)).not.toContain('identityRoles');
    expect(partsFor(managed, { outboundType: 'none' })).not.toContain('features');
    expect(partsFor(managed, { outboundType: 'block' })).toContain('features');
    expect(partsFor(own, { outboundType: 'userAssignedNATGateway' })).not.toContain('dependencies');
    expect(partsFor(own, { outboundType: 'userDefinedRouting' })).toEqual(
      expect.arrayContaining(['identityRoles', 'networks', 'firewalls', 'dependencies']),
    );
  });

  it('is the identity of the cluster where it must use addresses that a person brings, or write routes', () => {
    const brought = { outboundType: 'loadBalancer', outboundIPIds: ['/subscriptions/s/x'] } as const;
    expect(partsFor(own, brought)).toContain('identityRoles');
    expect(partsFor(own, { outboundType: 'loadBalancer' })).not.toContain('identityRoles');
    const kubenet = factsOf({ ...ownNatGateway, networkPlugin: 'kubenet' });
    expect(partsFor(kubenet, { outboundType: 'loadBalancer' })).toContain('identityRoles');
  });
});
