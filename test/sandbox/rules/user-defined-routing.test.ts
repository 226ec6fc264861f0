import { describe, expect, it } from 'vitest';
import { userDefinedRoutingRules } from '../../../src/sandbox/rules/user-defined-routing.js';
import { callerIn, production } from '../caller.js';
import { judge, onePool } from './judging.js';
import { at, network, refuses, type } from './putting.js';

describe('Of routes AKS refuses', () => {
  refuses([
    [
      'routes with a load balancer profile',
      at.payments,
      network({ outboundType: 'userDefinedRouting' }),
      400,
      'InvalidUserDefinedRoutingWithLoadBalancerProfile',
    ],
    [
      'routes without a route table',
      at.orders,
      type('userDefinedRouting'),
      400,
      'ExistingRouteTableNotAssociatedWithSubnet',
    ],
    [
      'routes without a default route',
      at.kubenet,
      type('userDefinedRouting'),
      400,
      'RouteTableMissingDefaultRouteError',
    ],
  ]);
});

describe('routes out of a subnet', () => {
  const routed = { outboundType: 'userDefinedRouting', loadBalancerProfile: null };

  it('are refused while nodes have public addresses of their own', () => {
    const desired = {
      properties: { networkProfile: routed, agentPoolProfiles: onePool({ enableNodePublicIP: true }) },
    };
    expect(judge(userDefinedRoutingRules, { desired })).toMatchObject({
      code: 'UDRWithNodePublicIPNotAllowed',
    });
  });

  it('need with kubenet an identity that the customer made', () => {
    const desired = { properties: { networkProfile: { ...routed, networkPlugin: 'kubenet' } } };
    expect(judge(userDefinedRoutingRules, { desired })).toMatchObject({
      code: 'CustomRouteTableWithUnsupportedMSIType',
    });
    const before = { identity: { type: 'UserAssigned' } };
    expect(judge(userDefinedRoutingRules, { before, desired })).toBeUndefined();
  });

  it('must lead to an appliance or a gateway, by what the route table says now', async () => {
    const azure = await callerIn();
    const route = `/subscriptions/${production}/resourceGroups/rg-payments-network/providers/Microsoft.Network/routeTables/rt-payments/routes/to-firewall?api-version=2025-09-01`;
    await azure.send('PUT', route, { properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' } });
    const before = await azure.get(at.payments);
    const put = await azure.send('PUT', at.payments, type('userDefinedRouting')(before.body));
    expect([put.status, put.at('code')]).toEqual([400, 'RouteTableInvalidNextHop']);
  });
});
