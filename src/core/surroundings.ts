import type { Fact } from './fact.js';

/** Facts by graph key, or by another name that is told beside them. */
type ByKey<T> = Readonly<Record<string, Fact<T>>>;

/**
 * What stands around a cluster and decides whether a change is let through, and what it meets. A part that is
 * undefined was not asked for; one that was denied or failed is an unknown fact with Azure's words.
 */
export interface Surroundings {
  /** Locks at, above and below each scope that was asked (subscriptions, else resource groups), by its graph key. */
  readonly locks?: ByKey<readonly LockFacts[]>;
  /** What the caller may do, by the graph key of the resource. */
  readonly permissions?: ByKey<readonly PermissionFacts[]>;
  /** Roles of the cluster's own identity at each resource that it must use, by the resource's graph key. */
  readonly identityRoles?: ByKey<readonly RoleFacts[]>;
  /** What Azure Policy would say to a new resource in the node resource group, by the lower-cased resource type. */
  readonly policies?: ByKey<readonly PolicyFacts[]>;
  readonly networkUsages?: Fact<readonly UsageFacts[]>;
  readonly computeUsages?: Fact<readonly UsageFacts[]>;
  /** `registrationState` by namespace. */
  readonly providers?: ByKey<string>;
  /** `state` of each feature flag of AKS by its name. */
  readonly features?: Fact<Readonly<Record<string, string>>>;
  readonly maintenance?: Fact<readonly MaintenanceFacts[]>;
  /** Load balancers in the node resource group. */
  readonly loadBalancers?: Fact<readonly LoadBalancerFacts[]>;
  /** The virtual networks of the cluster's subnets, by graph key. */
  readonly networks?: ByKey<NetworkFacts>;
  /** Azure Firewalls near the cluster's networks, to which its default routes may lead; another appliance is not found here. */
  readonly firewalls?: Fact<readonly FirewallFacts[]>;
  /** What the cluster itself says that it must reach. */
  readonly dependencies?: Fact<readonly DependencyFacts[]>;
  readonly extensions?: Fact<readonly ExtensionFacts[]>;
  /** The registry that the customer brought for a network isolated cluster; absent where AKS keeps one. */
  readonly registry?: Fact<RegistryFacts>;
}

export interface LockFacts {
  readonly name: string;
  /** CanNotDelete or ReadOnly. */
  readonly level: string;
  /** Graph key of what is locked. */
  readonly scope: string;
  readonly notes?: string;
}

/** Actions with wildcards, in Azure's spelling. */
export interface PermissionFacts {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

export interface RoleFacts {
  readonly roleName: string;
  readonly principalId: string;
  /** Graph key of the scope at which it was assigned. */
  readonly scope: string;
  readonly permissions: Fact<readonly PermissionFacts[]>;
}

export interface PolicyFacts {
  /** Deny, Audit, ... */
  readonly effect: string;
  readonly policyDefinitionId: string;
  readonly policyAssignmentId: string;
}

export interface UsageFacts {
  /** `StandardSkuPublicIpAddresses`, `cores`, ... */
  readonly name: string;
  readonly current: number;
  readonly limit: number;
}

export interface MaintenanceFacts {
  readonly name: string;
  /** `maintenanceWindow`; times as Azure writes them. */
  readonly startDate?: string;
  readonly startTime?: string;
  readonly utcOffset?: string;
  readonly durationInHours?: number;
  readonly dayOfWeek?: string;
  /** Spans in which nothing may be done. */
  readonly notAllowed: readonly { readonly start: string; readonly end: string }[];
}

export interface LoadBalancerFacts {
  readonly id: string;
  readonly name: string;
  readonly sku: Fact<string>;
  readonly frontends: readonly FrontendFacts[];
  readonly outboundRuleCount: number;
}

export interface FrontendFacts {
  readonly name: string;
  /** Graph key of its public address or prefix. */
  readonly addressId?: string;
  readonly privateAddress?: string;
  /** A Service stands behind it. */
  readonly hasRules: boolean;
}

export interface NetworkFacts {
  readonly name: string;
  readonly location: Fact<string>;
  readonly addressPrefixes: Fact<readonly string[]>;
  readonly dnsServers: Fact<readonly string[]>;
  readonly privateEndpointIds: Fact<readonly string[]>;
  readonly peerings: Fact<readonly PeeringFacts[]>;
}

export interface PeeringFacts {
  readonly name: string;
  readonly remoteNetworkId: Fact<string>;
  /** Connected, Disconnected or Initiated. */
  readonly state: Fact<string>;
  readonly allowForwardedTraffic: Fact<boolean>;
}

export interface FirewallFacts {
  readonly id: string;
  readonly name: string;
  readonly provisioningState: Fact<string>;
  readonly privateAddresses: readonly string[];
  /** Graph keys of its public addresses. */
  readonly addressIds: readonly string[];
  readonly policyId: Fact<string>;
  readonly allows: Fact<FirewallAllows>;
}

/** All destinations of all rules that allow; from whom and in which order is not told. */
export interface FirewallAllows {
  readonly fqdns: readonly string[];
  readonly fqdnTags: readonly string[];
  /** Addresses, ranges and service tags. */
  readonly destinations: readonly string[];
}

export interface DependencyFacts {
  readonly category: string;
  readonly domainName: string;
  readonly ports: readonly number[];
}

export interface ExtensionFacts {
  readonly name: string;
  readonly type: Fact<string>;
  readonly provisioningState: Fact<string>;
}

export interface RegistryFacts {
  readonly name: string;
  readonly sku: Fact<string>;
  readonly publicNetworkAccess: Fact<string>;
  readonly privateEndpoints: Fact<readonly RegistryEndpointFacts[]>;
  readonly cacheRules: Fact<readonly CacheRuleFacts[]>;
  /** Roles of the nodes' identity at the registry. */
  readonly kubeletRoles: Fact<readonly RoleFacts[]>;
}

export interface RegistryEndpointFacts {
  readonly id: string;
  /** Approved, Pending, ... */
  readonly status: Fact<string>;
  /** Graph keys of the private DNS zones that it is registered in. */
  readonly dnsZoneIds: Fact<readonly string[]>;
}

export interface CacheRuleFacts {
  readonly name: string;
  readonly sourceRepository: string;
  readonly targetRepository: string;
}
