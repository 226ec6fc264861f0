import { describe } from 'vitest';
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
