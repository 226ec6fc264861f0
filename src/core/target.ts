import type { Undoing } from './undoing.js';
import type { NatGatewaySku, OutboundType, TargetKey } from './outbound-type.js';

/** A wanted outbound type with its options. Options left out keep what AKS does by default. */
export type Target = TargetOfType & {
  /**
   * Whether addresses that are not used any more go off the API server's list at the end. Left out: those that
   * went back to Azure go, where the new ones were let in before anything moved; else all stay.
   */
  readonly oldRanges?: 'keep' | 'remove';
  /** The way back from a run: what it has put on the network is taken off again, what it took off is put back. */
  readonly undoes?: Undoing;
  /** What that run created is deleted last, where nothing else uses it. */
  readonly deletesCreated?: true;
};

type TargetOfType =
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
      /** The plan takes gateways and default routes away that would win over the load balancer. */
      readonly clearsTheWay?: true;
    }
  | {
      readonly outboundType: 'managedNATGateway';
      readonly sku: NatGatewaySku;
      /** 1 to 16. */
      readonly managedOutboundIPCount?: number;
      /** 4 to 120. */
      readonly idleTimeoutInMinutes?: number;
    }
  | {
      readonly outboundType: 'userAssignedNATGateway';
      /** What the plan attaches to subnets that have no gateway; left out, they are the person's matter. */
      readonly gateway?: WantedGateway;
      /** The plan takes default routes away that would win over the gateway. */
      readonly clearsTheWay?: true;
    }
  | {
      readonly outboundType: 'userDefinedRouting';
      /** Private IPv4 address of the firewall: where the plan leads default routes that are missing. */
      readonly firewall?: string;
    }
  | { readonly outboundType: 'none' }
  | { readonly outboundType: 'block' };

/** A gateway that is there, or one that the plan creates with one new public address beside the virtual network. */
export type WantedGateway =
  | {
      readonly kind: 'existing';
      /** As Azure spells it, or as it was typed. */
      readonly id: string;
    }
  | {
      readonly kind: 'created';
      readonly name: string;
      /** 4 to 120. */
      readonly idleTimeoutInMinutes?: number;
      /** 1, 2 or 3; left out, Azure places gateway and address itself. */
      readonly zone?: string;
    };

/** Which of the seven choices a target is. */
export const keyOf = (target: Target): TargetKey =>
  target.outboundType === 'managedNATGateway' ? `managedNATGateway/${target.sku}` : target.outboundType;

/** The choice that a type and sku stand for; a managed NAT gateway without sku is a Standard one. */
export function keyFor(outboundType: OutboundType, sku?: NatGatewaySku): TargetKey {
  return outboundType === 'managedNATGateway' ? `managedNATGateway/${sku ?? 'Standard'}` : outboundType;
}
