import type { Message } from './message.js';
import { say } from './message.js';

/**
 * Outbound types that a plan may aim at, with ARM's spellings.
 * Source: AKS docs "Customize cluster egress with outbound types" (ms.date 2026-08-05), read 2026-11-23;
 * `block` stands in no published enum, it is sent as an open string.
 */
export type OutboundType =
  'loadBalancer' | 'managedNATGateway' | 'userAssignedNATGateway' | 'userDefinedRouting' | 'none' | 'block';

export const outboundTypes: readonly OutboundType[] = [
  'loadBalancer',
  'managedNATGateway',
  'userAssignedNATGateway',
  'userDefinedRouting',
  'none',
  'block',
];

/** True for the exact spelling of a type that we may write; ARM's own value is an open string. */
export const isOutboundType = (value: string): value is OutboundType =>
  (outboundTypes as readonly string[]).includes(value);

/** `natGatewayProfile.sku`, API version 2026-06-01 or later. */
export type NatGatewaySku = 'Standard' | 'StandardV2';

/** The seven choices of a person: an outbound type, the managed NAT gateway once per sku. */
export type TargetKey =
  Exclude<OutboundType, 'managedNATGateway'> | 'managedNATGateway/Standard' | 'managedNATGateway/StandardV2';

export const targetKeys: readonly TargetKey[] = [
  'loadBalancer',
  'managedNATGateway/Standard',
  'managedNATGateway/StandardV2',
  'userAssignedNATGateway',
  'userDefinedRouting',
  'none',
  'block',
];

/** Plain names, shown with ARM's spelling beside them. */
export const targetNames: Readonly<Record<TargetKey, Message>> = {
  loadBalancer: say('Load balancer'),
  'managedNATGateway/Standard': say('NAT gateway run by AKS'),
  'managedNATGateway/StandardV2': say('Zone-redundant NAT gateway run by AKS'),
  userAssignedNATGateway: say('Your own NAT gateway'),
  userDefinedRouting: say('Your firewall or appliance'),
  none: say('No outbound path'),
  block: say('Blocked outbound'),
};

/** The same in running text, with articles. */
export const targetsInText: Readonly<Record<TargetKey, Message>> = {
  loadBalancer: say('the load balancer'),
  'managedNATGateway/Standard': say('a NAT gateway run by AKS'),
  'managedNATGateway/StandardV2': say('a zone-redundant NAT gateway run by AKS'),
  userAssignedNATGateway: say('your own NAT gateway'),
  userDefinedRouting: say('your firewall or appliance'),
  none: say('no outbound path'),
  block: say('blocked outbound'),
};
