import type { Message } from './message.js';
import type { Refusal } from './refusal.js';

/** Everything the side bar lists; a part that could not be read says so in place and hides nothing else. */
export interface Inventory {
  readonly tenants: readonly TenantListing[];
}

export interface TenantListing {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly problem?: ListingProblem;
  readonly subscriptions: readonly SubscriptionListing[];
}

export interface SubscriptionListing {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  readonly problem?: ListingProblem;
  readonly clusters: readonly ClusterListing[];
  /** Nothing was shown of it, and nobody asked whether that is all: what may not be read is left out in silence. */
  readonly isUnchecked?: boolean;
}

/** Why a part is missing, in our words and Azure's. */
export interface ListingProblem {
  readonly kind:
    | 'signedOut'
    | 'noConsent'
    | 'expired'
    | 'denied'
    | 'throttled'
    | 'offline'
    /** `aksEgress.allowChanges` is off: nothing was sent. */
    | 'changesOff'
    | 'failed';
  readonly message: Message;
  readonly azure?: Refusal;
}

/** What the overview knows of a cluster; the outbound type is ARM's own open string. */
export interface ClusterListing {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly location: string;
  /** Absent in the listing means `loadBalancer`; undefined here means that the listing did not say. */
  readonly outboundType?: string;
  readonly natGatewaySku?: string;
  readonly loadBalancerSku?: string;
  readonly kubernetesVersion?: string;
  readonly provisioningState?: string;
  readonly powerState?: string;
  readonly hasOwnNetwork?: boolean;
  /** A subnet of its nodes, where it stands in a network of its own. */
  readonly subnetId?: string;
}
