import type { NatGatewaySku, OutboundType, TargetKey } from './outbound-type.js';

/** A wanted outbound type with its options. Options left out keep what AKS does by default. */
export type Target =
  | {
      readonly outboundType: 'loadBalancer';
      /** Exactly one of the three address options is sent; the count when none is given. */
      readonly managedOutboundIPCount?: number;
      readonly outboundIPIds?: readonly string[];
      readonly outboundIPPrefixIds?: readonly string[];
      /** 0 to 64,000 in steps of 8; 0 lets Azure divide automatically. */
      readonly allocatedOutboundPorts?: number;
      /** 4 to 120. */
      readonly idleTimeoutInMinutes?: number;
    }
  | {
      readonly outboundType: 'managedNATGateway';
      readonly sku: NatGatewaySku;
      /** 1 to 16. */
      readonly managedOutboundIPCount?: number;
      /** 4 to 120. */
      readonly idleTimeoutInMinutes?: number;
    }
  | { readonly outboundType: 'userAssignedNATGateway' }
  | { readonly outboundType: 'userDefinedRouting' }
  | { readonly outboundType: 'none' }
  | { readonly outboundType: 'block' };

/** Which of the seven choices a target is. */
export const keyOf = (target: Target): TargetKey =>
  target.outboundType === 'managedNATGateway' ? `managedNATGateway/${target.sku}` : target.outboundType;

/** The choice that a type and sku stand for; a managed NAT gateway without sku is a Standard one. */
export function keyFor(outboundType: OutboundType, sku?: NatGatewaySku): TargetKey {
  return outboundType === 'managedNATGateway' ? `managedNATGateway/${sku ?? 'Standard'}` : outboundType;
}
