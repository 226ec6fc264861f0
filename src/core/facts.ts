import type { Fact } from './fact.js';
import type { ClusterSettings } from './cluster-settings.js';
import type { Surroundings } from './surroundings.js';

/**
 * The fact graph of one cluster: cluster -> pools -> subnets -> NAT gateway / route table -> addresses,
 * from Azure or from a file alike. Ids are graph keys: lower-cased ARM ids when live, symbolic references
 * when read from a file. A reference whose end is not known is a known id whose node is unknown or missing.
 */
export interface ClusterFacts {
  readonly subject: 'live' | 'file';
  readonly id: string;
  readonly name: string;
  readonly cluster: ClusterProperties;
  readonly pools: Fact<readonly PoolFacts[]>;
  readonly subnets: Nodes<SubnetFacts>;
  readonly natGateways: Nodes<NatGatewayFacts>;
  readonly routeTables: Nodes<RouteTableFacts>;
  /** Public IP addresses and prefixes by id. */
  readonly addresses: Nodes<AddressFacts>;
  /** Public Services of type LoadBalancer (frontends beside the outbound rule's). */
  readonly services: Fact<readonly ServiceFacts[]>;
  /** What stands around the cluster and decides whether a change is let through; each part only where it was asked for. */
  readonly around?: Surroundings;
}

/** Nodes by graph key; an absent key was never referred to. */
export type Nodes<T> = Readonly<Record<string, Fact<T>>>;

/** Properties of `managedClusters`, ARM's names. Strings stay open: unknown values are data, not errors. */
export interface ClusterProperties extends ClusterSettings {
  readonly location: Fact<string>;
  /** The API version that the facts were read at, or that the file declares. */
  readonly apiVersion: Fact<string>;
  readonly eTag: Fact<string>;
  /** `sku.name`: Base or Automatic. */
  readonly skuName: Fact<string>;
  readonly provisioningState: Fact<string>;
  /** `powerState.code`. */
  readonly powerState: Fact<string>;
  readonly kubernetesVersion: Fact<string>;
  readonly nodeResourceGroup: Fact<string>;
  readonly outboundType: Fact<string>;
  readonly loadBalancerSku: Fact<string>;
  readonly networkPlugin: Fact<string>;
  readonly ipFamilies: Fact<readonly string[]>;
  readonly authorizedIPRanges: Fact<readonly string[]>;
  readonly enablePrivateCluster: Fact<boolean>;
  readonly enableVnetIntegration: Fact<boolean>;
  readonly publicNetworkAccess: Fact<string>;
  /** `nodeProvisioningProfile.mode`. */
  readonly nodeProvisioningMode: Fact<string>;
  /** `bootstrapProfile.artifactSource`. */
  readonly artifactSource: Fact<string>;
  /** `autoUpgradeProfile.nodeOSUpgradeChannel`. */
  readonly nodeOSUpgradeChannel: Fact<string>;
  readonly identityType: Fact<string>;
  readonly loadBalancerProfile: Fact<LoadBalancerProfile>;
  readonly natGatewayProfile: Fact<NatGatewayProfile>;
}

export interface LoadBalancerProfile {
  readonly managedOutboundIPCount: Fact<number>;
  readonly managedOutboundIPv6Count: Fact<number>;
  readonly outboundIPIds: Fact<readonly string[]>;
  readonly outboundIPPrefixIds: Fact<readonly string[]>;
  readonly allocatedOutboundPorts: Fact<number>;
  readonly idleTimeoutInMinutes: Fact<number>;
  readonly backendPoolType: Fact<string>;
  readonly effectiveOutboundIPIds: Fact<readonly string[]>;
}

export interface NatGatewayProfile {
  /** Visible from API version 2026-06-01. Absent in a reading means Standard, in a file what AKS chooses. */
  readonly sku: Fact<string>;
  readonly managedOutboundIPCount: Fact<number>;
  readonly idleTimeoutInMinutes: Fact<number>;
  readonly effectiveOutboundIPIds: Fact<readonly string[]>;
}

export interface PoolFacts {
  readonly name: string;
  readonly mode: Fact<string>;
  /** VirtualMachineScaleSets, AvailabilitySet or VirtualMachines. */
  readonly type: Fact<string>;
  readonly osType: Fact<string>;
  readonly provisioningState: Fact<string>;
  readonly powerState: Fact<string>;
  readonly count: Fact<number>;
  readonly enableAutoScaling: Fact<boolean>;
  readonly minCount: Fact<number>;
  readonly maxCount: Fact<number>;
  /** `upgradeSettings.maxSurge`: a number or a percentage, as text. */
  readonly maxSurge: Fact<string>;
  readonly enableNodePublicIP: Fact<boolean>;
  readonly disableOutboundNat: Fact<boolean>;
  readonly availabilityZones: Fact<readonly string[]>;
  /** Graph key of `vnetSubnetID`; absent on a network made by AKS. */
  readonly subnetId: Fact<string>;
  readonly podSubnetId: Fact<string>;
  readonly eTag: Fact<string>;
  /** `upgradeSettings.maxUnavailable`: a number or a percentage, as text. */
  readonly maxUnavailable?: Fact<string>;
  readonly nodeImageVersion?: Fact<string>;
  readonly vmSize?: Fact<string>;
  /** Pods per node; on a flat network each takes an address of the subnet. */
  readonly maxPods?: Fact<number>;
  /** `gatewayProfile.publicIPPrefixSize` of a pool whose mode is Gateway. */
  readonly gatewayPrefixSize?: Fact<number>;
  readonly nodePublicIPPrefixId?: Fact<string>;
}

export interface SubnetFacts {
  readonly name: string;
  readonly natGatewayId: Fact<string>;
  readonly routeTableId: Fact<string>;
  readonly addressPrefixes?: Fact<readonly string[]>;
  /** Addresses that are taken: one for each IP configuration in the subnet. */
  readonly usedAddressCount?: Fact<number>;
  /** Scale sets, network interfaces, load balancers and the like that stand in the subnet. */
  readonly occupantIds?: Fact<readonly string[]>;
  readonly privateEndpointIds?: Fact<readonly string[]>;
  /** Names of services that the subnet is delegated to. */
  readonly delegations?: Fact<readonly string[]>;
  readonly networkSecurityGroupId?: Fact<string>;
}

export interface NatGatewayFacts {
  readonly name: string;
  readonly sku: Fact<string>;
  readonly location: Fact<string>;
  readonly zones: Fact<readonly string[]>;
  readonly provisioningState: Fact<string>;
  readonly idleTimeoutInMinutes: Fact<number>;
  /** Public IP addresses and prefixes, IPv4 and IPv6. */
  readonly addressIds: Fact<readonly string[]>;
  /** Subnets that it is attached to, the cluster's and others. */
  readonly subnetIds?: Fact<readonly string[]>;
}

export interface RouteTableFacts {
  readonly name: string;
  readonly routes: Fact<readonly Route[]>;
  readonly location?: Fact<string>;
  readonly disableBgpRoutePropagation?: Fact<boolean>;
  /** Subnets that use it, the cluster's and others. */
  readonly subnetIds?: Fact<readonly string[]>;
}

export interface Route {
  readonly name: string;
  readonly addressPrefix: Fact<string>;
  readonly nextHopType: Fact<string>;
  readonly nextHopIpAddress: Fact<string>;
}

export interface AddressFacts {
  readonly name: string;
  /** An address, or a prefix in CIDR form. */
  readonly address: Fact<string>;
  readonly sku: Fact<string>;
  readonly owner: Fact<'AKS' | 'customer'>;
  readonly location?: Fact<string>;
  readonly zones?: Fact<readonly string[]>;
  readonly provisioningState?: Fact<string>;
  /** Static or Dynamic; absent for a prefix. */
  readonly allocationMethod?: Fact<string>;
  readonly version?: Fact<string>;
  /** Of a prefix. */
  readonly prefixLength?: Fact<number>;
  /** The gateway or the IP configuration (of a load balancer, of a network interface) that holds it. */
  readonly usedById?: Fact<string>;
}

export interface ServiceFacts {
  readonly name: string;
  readonly address: string;
}
