import { absent, known, mapFact, unknown, type Fact } from '../../core/fact.js';
import { where } from '../../core/fact-logic.js';
import type { ClusterSettings, HttpProxy } from '../../core/cluster-settings.js';
import { isJsonObject, valueAt, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import { graphKey, resource, type Resource } from './resource.js';

/** The settings in a cluster's body that single checks ask about. */
export function clusterSettings(cluster: Resource): ClusterSettings {
  const access = (property: string) => ['properties', 'apiServerAccessProfile', property] as const;
  const identities = userAssigned(cluster);
  return {
    provisioningError: errorOf(cluster),
    networkPluginMode: cluster.text('properties', 'networkProfile', 'networkPluginMode'),
    networkDataplane: cluster.text('properties', 'networkProfile', 'networkDataplane'),
    podCidrs: rangesOf(cluster, 'podCidr'),
    serviceCidrs: rangesOf(cluster, 'serviceCidr'),
    fqdn: cluster.text('properties', 'fqdn'),
    privateFQDN: cluster.text('properties', 'privateFQDN'),
    enablePrivateClusterPublicFQDN: cluster.flag(...access('enablePrivateClusterPublicFQDN')),
    privateDNSZone: cluster.text(...access('privateDNSZone')),
    apiServerSubnetId: cluster.key(...access('subnetId')),
    containerRegistryId: cluster.key('properties', 'bootstrapProfile', 'containerRegistryId'),
    upgradeChannel: cluster.text('properties', 'autoUpgradeProfile', 'upgradeChannel'),
    nodeResourceGroupRestriction: cluster.text('properties', 'nodeResourceGroupProfile', 'restrictionLevel'),
    hasStaticEgressGateway: cluster.flag(
      ...['properties', 'networkProfile', 'staticEgressGatewayProfile', 'enabled'],
    ),
    httpProxy: mapFact(cluster.part('properties', 'httpProxyConfig'), (body) =>
      httpProxy(resource(cluster.id, body, 'httpProxyConfig.')),
    ),
    identityPrincipalIds: principalsOf(cluster, identities),
    identityIds: mapFact(identities, (list) => list.flatMap(({ id }) => (id === undefined ? [] : [id]))),
    kubeletPrincipalId: cluster.text('properties', 'identityProfile', 'kubeletidentity', 'objectId'),
    // `msi` stands for: it has an identity instead.
    servicePrincipalClientId: where(
      cluster.text('properties', 'servicePrincipalProfile', 'clientId'),
      (id) => id.toLowerCase() !== 'msi',
    ),
  };
}

/** The list where the body has it (since 2021-05-01), else the one of the first family. */
function rangesOf(cluster: Resource, property: 'podCidr' | 'serviceCidr'): Fact<readonly string[]> {
  const all = cluster.texts('properties', 'networkProfile', `${property}s`);
  return all.kind === 'absent'
    ? mapFact(cluster.text('properties', 'networkProfile', property), (one) => [one])
    : all;
}

const httpProxy = (proxy: Resource): HttpProxy => ({
  isEnabled: proxy.flag('enabled'),
  httpProxy: mapFact(proxy.text('httpProxy'), withoutUser),
  httpsProxy: mapFact(proxy.text('httpsProxy'), withoutUser),
  noProxy: proxy.texts('noProxy'),
});

/** Facts are shown and exported: a name and password in an address are nobody's business there. */
const withoutUser = (address: string): string => address.replace(/^(\w+:\/\/|)[^/@\s]*@/, '$1');

function errorOf(cluster: Resource): Fact<string> {
  const code = cluster.text('properties', 'status', 'provisioningError', 'code');
  const message = cluster.text('properties', 'status', 'provisioningError', 'message');
  if (message.kind !== 'known') return code;
  return mapFact(message, (words) => (code.kind === 'known' ? `${code.value}: ${words}` : words));
}

interface Identity {
  readonly id: string | undefined;
  readonly principalId: string | undefined;
}

function userAssigned(cluster: Resource): Fact<readonly Identity[]> {
  const part = cluster.part('identity', 'userAssignedIdentities');
  return mapFact(part, (body) =>
    (isJsonObject(body) ? Object.entries(body) : []).map(([id, identity]) => ({
      id: graphKey(id),
      principalId: textIn(valueAt(identity, ['principalId'])),
    })),
  );
}

/** Either the cluster's own principal or those of its user-assigned identities. */
function principalsOf(cluster: Resource, assigned: Fact<readonly Identity[]>): Fact<readonly string[]> {
  const own = cluster.text('identity', 'principalId');
  if (own.kind === 'known' || assigned.kind === 'absent') return mapFact(own, (id) => [id]);
  if (assigned.kind === 'unknown') return assigned;
  const ids = assigned.value.flatMap(({ principalId }) => (principalId === undefined ? [] : [principalId]));
  const origin = cluster.origin('identity', 'userAssignedIdentities');
  if (assigned.value.length === 0) return absent(origin);
  return ids.length > 0
    ? known(ids, origin)
    : unknown('odd', say('Azure did not say which principal the identity has.'), origin);
}

const textIn = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
