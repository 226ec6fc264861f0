import { describe } from 'vitest';
import { at, gateway, refuses, type } from './putting.js';

describe('Of NAT gateways AKS refuses', () => {
  refuses([
    ['a managed gateway on an own network', at.orders, type('managedNATGateway'), 400, 'InvalidParameter'],
    [
      '17 addresses of a gateway',
      at.shop,
      gateway({ managedOutboundIPProfile: { count: 17 } }),
      400,
      'InvalidNATGatewayProfileManagedOutboundIPCount',
    ],
    [
      'no address of a gateway',
      at.shop,
      gateway({ managedOutboundIPProfile: { count: 0 } }),
      400,
      'InvalidNATGatewayProfileManagedOutboundIPCount',
    ],
    [
      'IPv6 addresses of a Standard gateway',
      at.edge,
      gateway({ sku: 'Standard', managedOutboundIPProfile: { count: 1, countIPv6: 1 } }),
      400,
      'InvalidNATGatewayProfileManagedOutboundIPCount',
    ],
    [
      'a gateway timeout of 3 minutes',
      at.shop,
      gateway({ idleTimeoutInMinutes: 3 }),
      400,
      'InvalidNATGatewayProfileIdleTimeoutInMinutes',
    ],
    [
      'own addresses of a Standard gateway',
      at.edge,
      gateway({ sku: 'Standard', outboundIPs: { publicIPs: ['x'] } }),
      400,
      'InvalidParameter',
    ],
    [
      "a customer's gateway on a network that AKS made",
      at.shop,
      type('userAssignedNATGateway'),
      400,
      'UserAssignedNATGatewayWithManagedVNetNotAllowed',
    ],
    [
      "a customer's gateway that is not on the subnet",
      at.payments,
      type('userAssignedNATGateway'),
      400,
      'SubnetNotAssociatedWithNATGateway',
    ],
  ]);
});
