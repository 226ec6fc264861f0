import type { Fact } from '../../core/fact.js';
import { known, unknown, valueOf } from '../../core/fact.js';
import type { ClusterFacts, ClusterProperties } from '../../core/facts.js';
import { say } from '../../core/message.js';
import type { ResourceSymbol } from '../values/model.js';
import { spanOf } from '../values/scope.js';
import { lazily } from './lazily.js';
import { addressOf, natGatewayOf, nodesFor, routeTableOf } from './network.js';
import type { Place } from './place.js';
import { below } from './place.js';
import { poolsOf } from './pools.js';
import { loadBalancerProfile, natGatewayProfile } from './profiles.js';
import type { FactReading } from './reading.js';
import { bodyPlace, nameOf, nameSpanOf } from './reading.js';
import { subnetOf } from './subnets.js';

/** The fact graph of one declared cluster in one world. Nothing is read before a rule looks at it. */
export function clusterFacts(reading: FactReading, cluster: ResourceSymbol): ClusterFacts {
  const body = bodyPlace(cluster);
  const properties = below(body, 'properties');
  const facts: ClusterFacts = lazily<ClusterFacts>({
    subject: () => 'file',
    id: () => cluster.key,
    name: () => nameOf(cluster),
    cluster: () => propertiesOf(reading, cluster, { body, properties }),
    pools: () => poolsOf(reading, cluster, properties),
    subnets: () => nodesFor(reading, subnetKeys(facts), (node) => subnetOf(reading, node)),
    natGateways: () =>
      nodesFor(
        reading,
        subnetValues(facts).map(({ natGatewayId }) => natGatewayId),
        (node) => natGatewayOf(reading, node),
      ),
    routeTables: () =>
      nodesFor(
        reading,
        subnetValues(facts).map(({ routeTableId }) => routeTableId),
        (node) => routeTableOf(reading, node),
      ),
    addresses: () => nodesFor(reading, addressKeys(facts), (node) => addressOf(reading, node)),
    services: () => onlyLive(cluster),
  });
  return facts;
}

const onlyLive = (cluster: ResourceSymbol): Fact<never> =>
  unknown('notRead', say('A file does not say it.'), {
    kind: 'computed',
    ...nameSpanOf(cluster),
  });

const subnetKeys = (facts: ClusterFacts): readonly Fact<string>[] =>
  (valueOf(facts.pools) ?? []).flatMap(({ subnetId, podSubnetId }) => [subnetId, podSubnetId]);

const subnetValues = (facts: ClusterFacts) =>
  Object.values(facts.subnets).flatMap((subnet) => valueOf(subnet) ?? []);

function addressKeys({ cluster, natGateways }: ClusterFacts): readonly Fact<string>[] {
  const profile = valueOf(cluster.loadBalancerProfile);
  const lists = [
    ...(profile === undefined ? [] : [profile.outboundIPIds, profile.outboundIPPrefixIds]),
    ...Object.values(natGateways).flatMap((gateway) => valueOf(gateway)?.addressIds ?? []),
  ];
  return lists.flatMap((list) => (valueOf(list) ?? []).map((id) => known(id, list.origin)));
}

function propertiesOf(
  reading: FactReading,
  cluster: ResourceSymbol,
  { body, properties }: { readonly body: Place; readonly properties: Place },
): ClusterProperties {
  const { reader } = reading;
  const at = (...path: string[]): Place => below(properties, ...path);
  const network = at('networkProfile');
  const text = (place: Place) => () => reader.text(place);
  return lazily<ClusterProperties>({
    location: text(below(body, 'location')),
    apiVersion: () => apiVersionOf(cluster),
    eTag: () => onlyLive(cluster),
    skuName: () => reader.text(below(body, 'sku', 'name')),
    provisioningState: () => onlyLive(cluster),
    powerState: () => onlyLive(cluster),
    kubernetesVersion: () => reader.text(at('kubernetesVersion')),
    nodeResourceGroup: () => reader.text(at('nodeResourceGroup')),
    outboundType: () => reader.text(below(network, 'outboundType')),
    loadBalancerSku: () => reader.text(below(network, 'loadBalancerSku')),
    networkPlugin: () => reader.text(below(network, 'networkPlugin')),
    ipFamilies: () => reader.texts(below(network, 'ipFamilies')),
    authorizedIPRanges: () => reader.texts(at('apiServerAccessProfile', 'authorizedIPRanges')),
    enablePrivateCluster: () => reader.flag(at('apiServerAccessProfile', 'enablePrivateCluster')),
    enableVnetIntegration: () => reader.flag(at('apiServerAccessProfile', 'enableVnetIntegration')),
    publicNetworkAccess: () => reader.text(at('publicNetworkAccess')),
    nodeProvisioningMode: () => reader.text(at('nodeProvisioningProfile', 'mode')),
    artifactSource: () => reader.text(at('bootstrapProfile', 'artifactSource')),
    nodeOSUpgradeChannel: () => reader.text(at('autoUpgradeProfile', 'nodeOSUpgradeChannel')),
    identityType: () => reader.text(below(body, 'identity', 'type')),
    loadBalancerProfile: () =>
      loadBalancerProfile(reading, below(network, 'loadBalancerProfile'), cluster.scope),
    natGatewayProfile: () => natGatewayProfile(reading, below(network, 'natGatewayProfile'), cluster.scope),
  });
}

/** The version behind the `@` of the resource's type. */
function apiVersionOf(cluster: ResourceSymbol): Fact<string> {
  const { type } = cluster.declared.declaration;
  const span = spanOf(cluster.scope, type);
  const [name = '', version = ''] = type.kind === 'string' ? (type.texts[0] ?? '').split('@') : [];
  if (version === '')
    return unknown('odd', say('The type names no API version.'), { kind: 'literal', ...span });
  const start = span.start + name.length + 2;
  return known(version, { kind: 'literal', uri: span.uri, start, end: start + version.length });
}
