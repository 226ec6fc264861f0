import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edits.js';
import { unmet } from '../../src/core/expectations.js';
import { valueAt, type Json } from '../../src/core/json.js';
import { changeTo } from '../../src/core/target-edits.js';
import type { Target } from '../../src/core/target.js';

const at = (networkProfile: Json): Json => ({ properties: { networkProfile } });
const sent = (body: Json, target: Target, isDualStack = false): unknown =>
  valueAt(applyEdits(body, changeTo(body, target, isDualStack).edits), ['properties', 'networkProfile']);

describe('the edits that lead to a target', () => {
  it('give a load balancer exactly one kind of addresses', () => {
    const body = at({
      outboundType: 'loadBalancer',
      loadBalancerProfile: { managedOutboundIPs: { count: 2 }, idleTimeoutInMinutes: 10 },
    });
    expect(sent(body, { outboundType: 'loadBalancer', outboundIPIds: ['/subscriptions/s/a'] })).toEqual({
      outboundType: 'loadBalancer',
      loadBalancerProfile: {
        outboundIPs: { publicIPs: [{ id: '/subscriptions/s/a' }] },
        idleTimeoutInMinutes: 10,
      },
    });
  });

  it('keep what nobody chose to change', () => {
    const body = at({
      outboundType: 'loadBalancer',
      loadBalancerProfile: { outboundIPs: { publicIPs: [{ id: 'x' }] } },
    });
    expect(sent(body, { outboundType: 'loadBalancer', allocatedOutboundPorts: 8 })).toEqual({
      outboundType: 'loadBalancer',
      loadBalancerProfile: { outboundIPs: { publicIPs: [{ id: 'x' }] }, allocatedOutboundPorts: 8 },
    });
  });

  it('give a new load balancer one address, and one for IPv6 where the cluster has it', () => {
    const body = at({ outboundType: 'none', loadBalancerProfile: { backendPoolType: 'NodeIP' } });
    const addresses = (isDualStack: boolean) =>
      (sent(body, { outboundType: 'loadBalancer' }, isDualStack) as { loadBalancerProfile: unknown })
        .loadBalancerProfile;
    expect(addresses(false)).toEqual({ backendPoolType: 'NodeIP', managedOutboundIPs: { count: 1 } });
    expect(addresses(true)).toEqual({
      backendPoolType: 'NodeIP',
      managedOutboundIPs: { count: 1, countIPv6: 1 },
    });
  });

  it('drop both profiles for user-defined routing, none and block', () => {
    const body = at({
      outboundType: 'managedNATGateway',
      loadBalancerProfile: { backendPoolType: 'x' },
      natGatewayProfile: {},
    });
    for (const outboundType of ['userDefinedRouting', 'none', 'block'] as const)
      expect(sent(body, { outboundType })).toEqual({ outboundType });
  });

  it('raise a Standard gateway to StandardV2 and leave its number of addresses', () => {
    const natGatewayProfile = { sku: 'Standard', managedOutboundIPProfile: { count: 3 } };
    expect(
      sent(at({ outboundType: 'managedNATGateway', natGatewayProfile }), {
        outboundType: 'managedNATGateway',
        sku: 'StandardV2',
      }),
    ).toEqual({
      outboundType: 'managedNATGateway',
      natGatewayProfile: { sku: 'StandardV2', managedOutboundIPProfile: { count: 3 } },
    });
  });

  it('are none where the body says all of it already', () => {
    expect(changeTo(at({ outboundType: 'none' }), { outboundType: 'none' }, false).edits).toEqual([]);
  });

  it('are verified in whatever order Azure lists addresses', () => {
    const { verify } = changeTo(at({}), { outboundType: 'loadBalancer', outboundIPIds: ['a', 'b'] }, false);
    const answer = at({
      outboundType: 'loadBalancer',
      loadBalancerProfile: {
        outboundIPs: { publicIPs: [{ id: 'b' }, { id: 'a' }] },
        effectiveOutboundIPs: [{ id: 'a' }],
      },
    });
    expect(unmet(answer, verify)).toEqual([]);
  });
});
