import { describe, expect, it } from 'vitest';
import { typeRules } from '../../../src/sandbox/rules/outbound-type.js';
import { judge } from './judging.js';
import { at, gateway, refuses, type } from './putting.js';

describe('Of outbound types AKS refuses', () => {
  refuses([
    ['an outbound type that does not exist', at.shop, type('carrierPigeon'), 400, 'InvalidParameter'],
    [
      'the spelling of a preview, in a stable version',
      at.shop,
      type('managedNATGatewayV2'),
      400,
      'InvalidParameter',
    ],
    [
      'another type while nodes are provisioned automatically',
      at.provisioned,
      type('managedNATGateway'),
      400,
      'BadRequest',
    ],
    ['another type of AKS Automatic', at.automatic, type('loadBalancer'), 400, 'BadRequest'],
    [
      'another type with a Basic load balancer',
      at.basic,
      type('managedNATGateway'),
      400,
      'UnexpectedLoadBalancerSkuForCurrentOutboundConfiguration',
    ],
    [
      'another type with an availability set',
      at.vmas,
      type('managedNATGateway'),
      400,
      'UpdatingOutboundTypeNotAllowed',
    ],
    [
      'routes of a network that AKS made',
      at.shop,
      type('userDefinedRouting'),
      400,
      'UpdatingOutboundTypeNotAllowed',
    ],
    ['block on an own network', at.orders, type('block'), 400, 'UpdatingOutboundTypeNotAllowed'],
    ['StandardV2 back to Standard', at.search, gateway({ sku: 'Standard' }), 400, 'PropertyChangeNotAllowed'],
    [
      'StandardV2 back to the load balancer',
      at.search,
      type('loadBalancer'),
      400,
      'UpdatingOutboundTypeNotAllowed',
    ],
    ['a sku that does not exist', at.shop, gateway({ sku: 'Gold' }), 400, 'InvalidParameter'],
  ]);
});

describe('StandardV2', () => {
  const desired = {
    properties: {
      networkProfile: { outboundType: 'managedNATGateway', natGatewayProfile: { sku: 'StandardV2' } },
    },
  };

  it('is refused in a region that does not offer it, and taken elsewhere', () => {
    expect(judge(typeRules, { before: { location: 'canadaeast' }, desired })).toMatchObject({
      code: 'UnsupportedOutboundType',
    });
    expect(judge(typeRules, { desired })).toBeUndefined();
  });

  it('is what Standard is refused for where it is offered, unless the cluster has Standard already', () => {
    const profile = { outboundType: 'managedNATGateway', natGatewayProfile: { sku: 'Standard' } };
    const older = { properties: { networkProfile: profile } };
    const refusal = { code: 'UnsupportedOutboundType' };
    expect(judge(typeRules, { desired: older, sent: older })).toMatchObject(refusal);
    expect(judge(typeRules, { before: older, desired: older, sent: older })).toBeUndefined();
    const elsewhere = { location: 'canadaeast' };
    expect(judge(typeRules, { before: elsewhere, desired: older, sent: older })).toBeUndefined();
    expect(judge(typeRules, { desired: older })).toBeUndefined();
  });
});
