import { known, mapFact, type Fact } from '../../core/fact.js';
import type { ClusterProperties, LoadBalancerProfile, NatGatewayProfile } from '../../core/facts.js';
import { clusterSettings } from './cluster-settings.js';
import { resource, type Resource } from './resource.js';
import { spelledLike, spellings } from './spelling.js';

/** A cluster's own properties out of its body. */
export function clusterProperties(cluster: Resource, apiVersion: string): ClusterProperties {
  const network = (property: string) => cluster.text('properties', 'networkProfile', property);
  const access = (property: string) => cluster.flag('properties', 'apiServerAccessProfile', property);
  return {
    ...clusterSettings(cluster),
    location: cluster.text('location'),
    apiVersion: known(apiVersion, cluster.origin('apiVersion')),
    eTag: firstOf(cluster.text('eTag'), cluster.text('etag')),
    skuName: spelledLike(cluster.text('sku', 'name'), spellings.clusterSku),
    provisioningState: spelledLike(
      cluster.text('properties', 'provisioningState'),
      spellings.provisioningState,
    ),
    powerState: spelledLike(cluster.text('properties', 'powerState', 'code'), spellings.power),
    kubernetesVersion: firstOf(
      cluster.text('properties', 'currentKubernetesVersion'),
      cluster.text('properties', 'kubernetesVersion'),
    ),
    nodeResourceGroup: cluster.text('properties', 'nodeResourceGroup'),
    outboundType: spelledLike(network('outboundType'), spellings.outboundType),
    loadBalancerSku: spelledLike(network('loadBalancerSku'), spellings.loadBalancerSku),
    networkPlugin: spelledLike(network('networkPlugin'), spellings.networkPlugin),
    ipFamilies: cluster.texts('properties', 'networkProfile', 'ipFamilies'),
    authorizedIPRanges: cluster.texts('properties', 'apiServerAccessProfile', 'authorizedIPRanges'),
    enablePrivateCluster: access('enablePrivateCluster'),
    enableVnetIntegration: access('enableVnetIntegration'),
    publicNetworkAccess: spelledLike(
      cluster.text('properties', 'publicNetworkAccess'),
      spellings.publicNetworkAccess,
    ),
    nodeProvisioningMode: spelledLike(
      cluster.text('properties', 'nodeProvisioningProfile', 'mode'),
      spellings.nodeProvisioning,
    ),
    artifactSource: spelledLike(
      cluster.text('properties', 'bootstrapProfile', 'artifactSource'),
      spellings.artifactSource,
    ),
    nodeOSUpgradeChannel: spelledLike(
      cluster.text('properties', 'autoUpgradeProfile', 'nodeOSUpgradeChannel'),
      spellings.nodeOSUpgradeChannel,
    ),
    identityType: cluster.text('identity', 'type'),
    loadBalancerProfile: mapFact(
      cluster.part('properties', 'networkProfile', 'loadBalancerProfile'),
      (body) => loadBalancerProfile(resource(cluster.id, body, 'networkProfile.loadBalancerProfile.')),
    ),
    natGatewayProfile: mapFact(cluster.part('properties', 'networkProfile', 'natGatewayProfile'), (body) =>
      natGatewayProfile(resource(cluster.id, body, 'networkProfile.natGatewayProfile.')),
    ),
  };
}

const loadBalancerProfile = (profile: Resource): LoadBalancerProfile => ({
  managedOutboundIPCount: profile.number('managedOutboundIPs', 'count'),
  managedOutboundIPv6Count: profile.number('managedOutboundIPs', 'countIPv6'),
  outboundIPIds: profile.keys('outboundIPs', 'publicIPs'),
  outboundIPPrefixIds: profile.keys('outboundIPPrefixes', 'publicIPPrefixes'),
  allocatedOutboundPorts: profile.number('allocatedOutboundPorts'),
  idleTimeoutInMinutes: profile.number('idleTimeoutInMinutes'),
  backendPoolType: profile.text('backendPoolType'),
  effectiveOutboundIPIds: profile.keys('effectiveOutboundIPs'),
});

const natGatewayProfile = (profile: Resource): NatGatewayProfile => ({
  sku: spelledLike(profile.text('sku'), spellings.natGatewaySku),
  managedOutboundIPCount: profile.number('managedOutboundIPProfile', 'count'),
  idleTimeoutInMinutes: profile.number('idleTimeoutInMinutes'),
  effectiveOutboundIPIds: profile.keys('effectiveOutboundIPs'),
});

/** The first that says anything: older API versions use the second spelling. */
const firstOf = (first: Fact<string>, second: Fact<string>): Fact<string> =>
  first.kind === 'absent' ? second : first;
