/**
 * Texts of the product's Resource Graph queries. The graph answers any subset of what it knows; a text that
 * changes here must be known to the sandbox too (a test compares).
 */
export const clustersQuery = `resources
| where type =~ 'microsoft.containerservice/managedclusters'
| extend np = properties.networkProfile
| project id, name, resourceGroup, subscriptionId, tenantId, location,
    outboundType = tostring(np.outboundType), natGatewaySku = tostring(np.natGatewayProfile.sku), loadBalancerSku = tostring(np.loadBalancerSku), networkPlugin = tostring(np.networkPlugin),
    kubernetesVersion = tostring(properties.kubernetesVersion), provisioningState = tostring(properties.provisioningState),
    powerState = tostring(properties.powerState.code), nodeResourceGroup = tostring(properties.nodeResourceGroup),
    subnetId = tostring(properties.agentPoolProfiles[0].vnetSubnetID), privateCluster = tobool(properties.apiServerAccessProfile.enablePrivateCluster), sku, tags
| order by tolower(name) asc, id asc`;

/** The neighbours of one cluster, guessed by their ids. Quotes cannot stand in an ARM id and are left out. */
export const neighboursQuery = (ids: readonly string[]): string =>
  `resources | where id in~ (${ids.map((id) => `'${id.replaceAll(/['\\]/g, '')}'`).join(',')}) | project id, type, name, location, sku, zones, properties, tags | order by id asc`;
