/**
 * The queries that the sandbox understands: its own copy, compared after white-space normalization. Anything else
 * gets the real 400. The text names columns of Azure Resource Graph's table `resources`.
 */
export const inventoryQuery = `resources
| where type =~ 'microsoft.containerservice/managedclusters'
| extend np = properties.networkProfile
| project id, name, resourceGroup, subscriptionId, tenantId, location,
    outboundType = tostring(np.outboundType), loadBalancerSku = tostring(np.loadBalancerSku), networkPlugin = tostring(np.networkPlugin),
    natGatewaySku = tostring(np.natGatewayProfile.sku),
    kubernetesVersion = tostring(properties.kubernetesVersion), provisioningState = tostring(properties.provisioningState),
    powerState = tostring(properties.powerState.code), nodeResourceGroup = tostring(properties.nodeResourceGroup),
    subnetId = tostring(properties.agentPoolProfiles[0].vnetSubnetID), privateCluster = tobool(properties.apiServerAccessProfile.enablePrivateCluster), sku, tags
| order by tolower(name) asc, id asc`;

const normalized = (query: string): string =>
  query
    .replace(/\s+/g, ' ')
    .replace(/\s*([|,=()])\s*/g, '$1')
    .trim();

/** The inventory query, with its columns in any order. */
export function isInventory(query: string): boolean {
  return columnsSorted(normalized(query)) === columnsSorted(normalized(inventoryQuery));
}

function columnsSorted(query: string): string {
  return query.replace(
    /(\|project )([^|]+)/,
    (_, word: string, list: string) => `${word}${splitColumns(list).sort().join(',')}`,
  );
}

function splitColumns(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((column) => column.trim());
}

const neighbours =
  /^resources\|where id in~\((.*)\)\|project id,type,name,location,sku,zones,properties,tags\|order by id asc$/i;

/** The ids that the neighbours query names, or undefined for any other query. */
export function neighboursOf(query: string): readonly string[] | undefined {
  const list = neighbours.exec(normalized(query))?.[1];
  if (list === undefined) return undefined;
  const ids = [...list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\(.)/g, '$1'),
  );
  return ids.length > 0 || list === '' ? ids : undefined;
}
