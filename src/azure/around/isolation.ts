import { absent, known, mapFact, unknown, type Fact } from '../../core/fact.js';
import { valueAt, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import type {
  CacheRuleFacts,
  ExtensionFacts,
  RegistryEndpointFacts,
  RegistryFacts,
  RoleFacts,
} from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { graphKey, resource, type Resource } from '../facts/resource.js';
import { elementsOf, listFact, notAsked, resourceFact, textOf, type Reader } from './reader.js';
import { rolesAt } from './roles.js';
import type { Subject } from './subject.js';

/** Cluster extensions: some do not work without the internet. */
export async function readExtensions(
  reader: Reader,
  { cluster }: Subject,
): Promise<Fact<readonly ExtensionFacts[]>> {
  const path = `${cluster.path}/providers/Microsoft.KubernetesConfiguration/extensions`;
  return listFact(await reader.list(path, apiVersions.extensions), cluster.key, (extension) => ({
    name: textOf(extension.raw('name')) ?? '',
    type: extension.text('properties', 'extensionType'),
    provisioningState: extension.text('properties', 'provisioningState'),
  }));
}

/** The registry that a customer brought for a network isolated cluster, with its way in and its cache. */
export async function readRegistry(reader: Reader, subject: Subject): Promise<Fact<RegistryFacts>> {
  const { cluster, facts } = subject;
  const id = facts.cluster.containerRegistryId;
  if (id === undefined) return notAsked(cluster.key, 'The registry');
  if (id.kind !== 'known') return id.kind === 'absent' ? absent(id.origin) : id;
  const [body, cacheRules, kubeletRoles] = await Promise.all([
    readBody(reader, id.value),
    readCacheRules(reader, id.value),
    kubeletRolesAt(reader, subject, id.value),
  ]);
  return mapFact(body, (registry) => ({ ...registry, cacheRules, kubeletRoles }));
}

async function readBody(reader: Reader, id: string) {
  const body = resourceFact(await reader.get(id, apiVersions.registry), id, (registry) => registry);
  if (body.kind !== 'known') return body;
  const registry = body.value;
  const facts = {
    name: textOf(registry.raw('name')) ?? id,
    sku: registry.text('sku', 'name'),
    publicNetworkAccess: registry.text('properties', 'publicNetworkAccess'),
    privateEndpoints: await endpointsOf(reader, registry),
  };
  return known(facts, body.origin);
}

async function endpointsOf(
  reader: Reader,
  registry: Resource,
): Promise<Fact<readonly RegistryEndpointFacts[]>> {
  const origin = registry.origin('properties', 'privateEndpointConnections');
  const list = registry.raw('properties', 'privateEndpointConnections');
  if (list !== undefined && list !== null && !Array.isArray(list))
    return unknown('odd', say('Azure sent something other than a list here.'), origin);
  const endpoints = await Promise.all(
    elementsOf(list).map(async (connection) => endpointOf(reader, registry.id, connection)),
  );
  return known(endpoints.flat(), origin);
}

async function endpointOf(
  reader: Reader,
  registryId: string,
  connection: Json,
): Promise<readonly RegistryEndpointFacts[]> {
  const id = graphKey(valueAt(connection, ['properties', 'privateEndpoint', 'id']));
  if (id === undefined) return [];
  const one = resource(registryId, connection, 'privateEndpointConnections.');
  const status = one.text('properties', 'privateLinkServiceConnectionState', 'status');
  return [{ id, status, dnsZoneIds: await zonesOf(reader, id) }];
}

async function zonesOf(reader: Reader, endpointId: string): Promise<Fact<readonly string[]>> {
  const path = `${endpointId}/privateDnsZoneGroups`;
  const zones = listFact(await reader.list(path, apiVersions.network), endpointId, (group) =>
    elementsOf(group.raw('properties', 'privateDnsZoneConfigs')).flatMap(
      (config) => graphKey(valueAt(config, ['properties', 'privateDnsZoneId'])) ?? [],
    ),
  );
  return mapFact(zones, (lists) => lists.flat());
}

async function readCacheRules(reader: Reader, registryId: string): Promise<Fact<readonly CacheRuleFacts[]>> {
  const listed = await reader.list(`${registryId}/cacheRules`, apiVersions.registry);
  return listFact(listed, registryId, (rule) => ({
    name: textOf(rule.raw('name')) ?? '',
    sourceRepository: textOf(rule.raw('properties', 'sourceRepository')) ?? '',
    targetRepository: textOf(rule.raw('properties', 'targetRepository')) ?? '',
  }));
}

async function kubeletRolesAt(
  reader: Reader,
  { facts, cluster }: Subject,
  registryId: string,
): Promise<Fact<readonly RoleFacts[]>> {
  const principal = facts.cluster.kubeletPrincipalId;
  if (principal === undefined || principal.kind === 'absent')
    return notAsked(cluster.key, "The principal of the nodes' identity");
  return principal.kind === 'known' ? rolesAt(reader, registryId, principal.value) : principal;
}
