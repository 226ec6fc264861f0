import type { JsonObject } from '../../json.js';
import type { ServiceSeed } from '../scenario.js';
import type { NetworkSpec } from './network-spec.js';

/** A cluster in few words: what is left out is what a new AKS cluster has. */
export interface ClusterSpec {
  readonly name: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly outboundType: string;
  readonly kubernetesVersion?: string;
  readonly pools?: readonly PoolSpec[];
  /** The customer's network; without it AKS makes one in the node resource group. */
  readonly network?: NetworkSpec;
  /** Outbound addresses that AKS owns: of the load balancer or of the managed NAT gateway. */
  readonly addresses?: readonly string[];
  /** The customer's own outbound addresses: ids. */
  readonly ownAddressIds?: readonly string[];
  readonly natGatewaySku?: 'Standard' | 'StandardV2';
  readonly allocatedOutboundPorts?: number;
  readonly idleTimeoutInMinutes?: number;
  readonly services?: readonly ServiceSeed[];
  readonly authorizedIPRanges?: readonly string[];
  readonly isPrivate?: boolean;
  readonly hasVnetIntegration?: boolean;
  readonly artifactSource?: 'Direct' | 'Cache';
  readonly nodeProvisioning?: 'Manual' | 'Auto';
  readonly skuName?: 'Base' | 'Automatic';
  readonly loadBalancerSku?: 'standard' | 'Standard' | 'basic';
  readonly networkPlugin?: 'azure' | 'kubenet';
  readonly provisioningState?: string;
  readonly powerState?: 'Running' | 'Stopped';
  readonly provisioningError?: JsonObject;
  /** Name of a user-assigned identity; without it the identity is system-assigned. */
  readonly userIdentity?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface PoolSpec {
  readonly name: string;
  readonly mode?: 'System' | 'User';
  readonly count?: number;
  readonly autoscale?: { readonly from: number; readonly to: number };
  readonly osType?: 'Linux' | 'Windows';
  readonly type?: 'VirtualMachineScaleSets' | 'AvailabilitySet';
  readonly disableOutboundNat?: boolean;
  readonly enableNodePublicIP?: boolean;
  readonly zones?: readonly string[];
  /** Name of a subnet of the customer's network; without it the network's first. */
  readonly subnet?: string;
  readonly vmSize?: string;
}
