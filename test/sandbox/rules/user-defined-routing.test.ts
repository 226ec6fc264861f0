import { describe } from 'vitest';
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
