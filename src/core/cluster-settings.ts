import type { Fact } from './fact.js';

/**
 * Settings of a cluster that single checks ask about; ARM's names where it has one. Undefined means that nobody
 * looked (a file's facts leave them out), which is no more knowledge than "unknown".
 */
export interface ClusterSettings {
  /** `status.provisioningError`: why the last operation failed, in Azure's words. */
  readonly provisioningError?: Fact<string>;
  /** `overlay`, or absent for a flat network. */
  readonly networkPluginMode?: Fact<string>;
  readonly networkDataplane?: Fact<string>;
  /** Ranges of pods and Services, which exist inside the cluster alone; of both families where it has two. */
  readonly podCidrs?: Fact<readonly string[]>;
  readonly serviceCidrs?: Fact<readonly string[]>;
  readonly fqdn?: Fact<string>;
  readonly privateFQDN?: Fact<string>;
  readonly enablePrivateClusterPublicFQDN?: Fact<boolean>;
  /** `system`, `none`, or the id of a zone. */
  readonly privateDNSZone?: Fact<string>;
  /** Graph key of the API server's own subnet (API Server VNet Integration). */
  readonly apiServerSubnetId?: Fact<string>;
  /** `bootstrapProfile.containerRegistryId` as a graph key; absent where AKS keeps the registry. */
  readonly containerRegistryId?: Fact<string>;
  readonly upgradeChannel?: Fact<string>;
  /** `nodeResourceGroupProfile.restrictionLevel`. */
  readonly nodeResourceGroupRestriction?: Fact<string>;
  /** `staticEgressGatewayProfile.enabled`. */
  readonly hasStaticEgressGateway?: Fact<boolean>;
  readonly httpProxy?: Fact<HttpProxy>;
  /** Principals of the cluster's own identity: who joins subnets and writes routes. */
  readonly identityPrincipalIds?: Fact<readonly string[]>;
  /** Graph keys of its user-assigned identities. */
  readonly identityIds?: Fact<readonly string[]>;
  /** Principal of the nodes' identity: who pulls images. */
  readonly kubeletPrincipalId?: Fact<string>;
  /** Of a cluster with a service principal instead of an identity. */
  readonly servicePrincipalClientId?: Fact<string>;
}

/** Where nodes and pods send HTTP. A name and password in the address are left out. */
export interface HttpProxy {
  readonly isEnabled: Fact<boolean>;
  readonly httpProxy: Fact<string>;
  readonly httpsProxy: Fact<string>;
  readonly noProxy: Fact<readonly string[]>;
}
