import { describe, expect, it } from 'vitest';
import { networkIdOf } from '../../../src/sandbox/resource-id.js';
import { callerIn, production } from '../caller.js';
import { at, balancer, refuses, type } from './putting.js';

describe('Of a load balancer AKS refuses', () => {
  refuses([
    [
      'a load balancer for Windows nodes without NAT',
      at.windows,
      type('loadBalancer'),
      400,
      'InvalidParameter',
    ],
    [
      '101 addresses of a load balancer',
      at.shop,
      balancer({ managedOutboundIPs: { count: 101 } }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    [
      'a load balancer timeout of 121 minutes',
      at.shop,
      balancer({ idleTimeoutInMinutes: 121 }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    [
      '1.5 addresses',
      at.shop,
      balancer({ managedOutboundIPs: { count: 1.5 } }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    ['64,008 ports', at.shop, balancer({ allocatedOutboundPorts: 64008 }), 400, 'InvalidLoadBalancerProfile'],
    [
      '1,001 ports',
      at.shop,
      balancer({ allocatedOutboundPorts: 1001 }),
      400,
      'LoadBalancerProfileAllocatedOutboundPortsMustBeMultipleOfEight',
    ],
    [
      'more ports than there are',
      at.shop,
      balancer({ allocatedOutboundPorts: 8000 }),
      400,
      'InvalidLoadBalancerProfileAllocatedOutboundPorts',
    ],
    [
      'managed and own addresses at once',
      at.batch,
      balancer({ managedOutboundIPs: { count: 1 }, outboundIPs: { publicIPs: [] } }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    [
      'an own address that does not exist',
      at.batch,
      balancer({ outboundIPs: { publicIPs: [{ id: '/subscriptions/x' }] } }),
      400,
      'InvalidLoadBalancerProfileOutboundIPs',
    ],
  ]);
});

describe('own addresses of a load balancer', () => {
  const group = 'rg-orders-network';
  const idOf = (name: string): string => networkIdOf(production, group, `publicIPAddresses/${name}`);

  it.each([
    ['of sku StandardV2', 'StandardV2', 'switzerlandnorth', 'LoadBalancerProfileOutboundIPNotStandardSKU'],
    ['of another region', 'Standard', 'eastus', 'LoadBalancerProfileOutboundIPNotInTheSameRegion'],
    ['that fit', 'Standard', 'switzerlandnorth', undefined],
  ])('%s', async (_, sku, location, code) => {
    const azure = await callerIn();
    const address = await azure.send('PUT', `${idOf('pip-own')}?api-version=2025-09-01`, {
      location,
      sku: { name: sku },
    });
    expect(address.status).toBe(201);
    const before = await azure.get(at.orders);
    const put = await azure.send(
      'PUT',
      at.orders,
      balancer({ outboundIPs: { publicIPs: [{ id: idOf('pip-own') }] } })(before.body),
    );
    expect(put.at('code')).toBe(code);
  });
});
