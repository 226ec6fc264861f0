import type { ClusterSpec } from '../building/cluster-spec.js';
import type { NetworkSpec } from '../building/network-spec.js';
import { hub, partner, place, platform } from '../contoso.js';

/** Network isolated: no way out, artifacts from a cache. */
export const isolated: ClusterSpec = {
  ...place(platform, 'rg-isolated'),
  name: 'isolated-none',
  outboundType: 'none',
  artifactSource: 'Cache',
  isPrivate: true,
};

/** The same, with the way out denied by rule. */
export const blocked: ClusterSpec = {
  ...place(platform, 'rg-isolated'),
  name: 'isolated-block',
  outboundType: 'block',
  artifactSource: 'Cache',
  isPrivate: true,
};

const isolatedNetwork: NetworkSpec = {
  ...place(platform, 'rg-isolated-network'),
  name: 'vnet-isolated',
  addressPrefix: '10.70.0.0/16',
  hub,
  subnets: [{ name: 'snet-aks', addressPrefix: '10.70.0.0/22' }],
};

/** Network isolated on the customer's network. */
export const isolatedOwn: ClusterSpec = {
  ...place(platform, 'rg-isolated'),
  name: 'isolated-own',
  outboundType: 'none',
  network: isolatedNetwork,
  artifactSource: 'Cache',
  isPrivate: true,
  userIdentity: 'id-isolated',
};

/** AKS Automatic: its outbound type is frozen. */
export const automatic: ClusterSpec = {
  ...place(platform, 'rg-automatic', 'westeurope'),
  name: 'automatic-apps',
  outboundType: 'managedNATGateway',
  addresses: ['203.0.113.60'],
  skuName: 'Automatic',
  nodeProvisioning: 'Auto',
  hasVnetIntegration: true,
  pools: [{ name: 'systempool', count: 3 }],
};

/** Node auto-provisioning on an ordinary cluster: frozen as well. */
export const provisioned: ClusterSpec = {
  ...place(platform, 'rg-provisioned'),
  name: 'provisioned-dev',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.61'],
  nodeProvisioning: 'Auto',
};

/** Ready for none or block: artifacts already come from the cache, the API server is private. */
export const cached: ClusterSpec = {
  ...place(platform, 'rg-isolated'),
  name: 'isolated-next',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.62'],
  artifactSource: 'Cache',
  isPrivate: true,
};

/** A partner's, in a region without StandardV2. */
export const web: ClusterSpec = {
  ...place(partner, 'rg-web', 'canadaeast'),
  name: 'fabrikam-web',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.70'],
};

export const platformClusters: readonly ClusterSpec[] = [
  isolated,
  blocked,
  isolatedOwn,
  automatic,
  provisioned,
  cached,
  web,
];
