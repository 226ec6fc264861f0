import type { Fault } from '../fault.js';
import type { JsonObject } from '../json.js';

/** A sandbox's starting data. */
export interface Scenario {
  readonly name: string;
  /** For a list to choose from. */
  readonly title: string;
  /** What it shows, in plain words. */
  readonly description: string;
  readonly data: (seed: number) => ScenarioData;
}

export interface ScenarioData {
  readonly accounts: readonly AccountSeed[];
  readonly tenants: readonly TenantSeed[];
  readonly subscriptions: readonly SubscriptionSeed[];
  readonly plots: readonly Plot[];
  /** Resource groups beside those of the plots. */
  readonly groups?: readonly GroupSeed[];
  /** Ids of clusters that were deleted a moment ago. */
  readonly removed?: readonly string[];
  /** Faults that are there from the start. */
  readonly faults: readonly Fault[];
  readonly locks?: readonly LockSeed[];
  /** Providers and features that are not as usual: providers are registered, features are not. */
  readonly registrations?: readonly RegistrationSeed[];
  /** Where the caller may not do everything; of several scopes the nearest counts. */
  readonly permissions?: readonly PermissionSeed[];
  /** Deny policies. */
  readonly policies?: readonly PolicySeed[];
  /** Role assignments beside those that the clusters of the scenario have. */
  readonly roleAssignments?: readonly RoleAssignmentSeed[];
  /** Limits of a subscription in a region that are not the usual ones. */
  readonly quotas?: readonly QuotaSeed[];
  /** Outbound types that this Azure takes only with a preview flag. */
  readonly gates?: readonly GateSeed[];
}

/** How the registration of a provider or of a preview feature stands at the start. */
export interface RegistrationSeed {
  readonly subscriptionId: string;
  /** `Microsoft.Network`, or `Microsoft.ContainerService/SomePreview`. */
  readonly name: string;
  /** `Pending`: asked for, it waits for an approval that nobody gives. */
  readonly state: 'NotRegistered' | 'Registered' | 'Unregistered' | 'Pending';
}

export interface PermissionSeed {
  readonly scope: string;
  /** `Microsoft.Network/virtualNetworks/subnets/join/action`, with `*` for any number of letters. */
  readonly actions: readonly string[];
  readonly notActions?: readonly string[];
}

export interface PolicySeed {
  readonly scope: string;
  readonly name: string;
  readonly displayName: string;
  /** `Microsoft.Network/publicIPAddresses`: writes to these are refused. */
  readonly denies: readonly string[];
}

export interface RoleAssignmentSeed {
  readonly scope: string;
  readonly principalId: string;
  /** `Network Contributor`. */
  readonly role: string;
}

export interface QuotaSeed {
  readonly subscriptionId: string;
  readonly location: string;
  /** As the usages name it: `PublicIPAddresses`, `cores`. */
  readonly name: string;
  readonly limit: number;
}

export interface GateSeed {
  readonly outboundType: string;
  /** `Microsoft.ContainerService/SomePreview`. */
  readonly feature: string;
}

export interface AccountSeed {
  readonly id: string;
  readonly label: string;
  readonly tenantIds: readonly string[];
  /** False: appears when somebody signs in. */
  readonly isSignedIn: boolean;
}

export interface TenantSeed {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  /** `missing`: nobody agreed to this application. `expired`: the sign-in ran out, until somebody signs in again. */
  readonly consent: 'given' | 'missing' | 'expired';
}

export interface SubscriptionSeed {
  readonly id: string;
  readonly displayName: string;
  readonly tenantId: string;
}

export interface GroupSeed {
  readonly subscriptionId: string;
  readonly name: string;
  readonly location: string;
  readonly tags?: JsonObject;
}

export interface LockSeed {
  readonly scope: string;
  readonly name: string;
  readonly level: 'CanNotDelete' | 'ReadOnly';
  readonly notes?: string;
}

/**
 * A cluster and what belongs to it, made when somebody looks: a tenant of 10,000 clusters costs nothing
 * until a page of it is read.
 */
export interface Plot {
  readonly subscriptionId: string;
  readonly clusterId: string;
  readonly clusterName: string;
  /** Keys of the resource groups that hold the plot's resources. */
  readonly groups: readonly { readonly name: string; readonly location: string }[];
  readonly cluster: () => JsonObject;
  readonly build: () => PlotContent;
}

export interface PlotContent {
  /** Bodies at the newest api-version, each with its id; the cluster among them. */
  readonly resources: readonly JsonObject[];
  /** Services of type LoadBalancer, for the load balancers of the node resource group. */
  readonly services: readonly ServiceSeed[];
}

/** A Service of type LoadBalancer. */
export interface ServiceSeed {
  /** `namespace/name`. */
  readonly name: string;
  readonly address: string;
  readonly isInternal?: boolean;
  readonly ports?: readonly number[];
}
