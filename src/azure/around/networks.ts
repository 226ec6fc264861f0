import { known, unknown, type Fact } from '../../core/fact.js';
import { valueAt, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import type { NetworkFacts, PeeringFacts, Surroundings } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { graphKey, resource, type Resource } from '../facts/resource.js';
import { elementsOf, resourceFact, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** The virtual networks that the cluster's subnets are in. */
export async function readNetworks(
  reader: Reader,
  { networkIds }: Subject,
): Promise<NonNullable<Surroundings['networks']>> {
  const facts = await Promise.all(
    networkIds.map(async (id) => {
      const reply = await reader.get(id, apiVersions.network);
      return [id, resourceFact(reply, id, networkOf)] as const;
    }),
  );
  return Object.fromEntries(facts);
}

export const networkOf = (network: Resource): NetworkFacts => ({
  name: textOf(network.raw('name')) ?? network.id,
  location: network.text('location'),
  addressPrefixes: network.texts('properties', 'addressSpace', 'addressPrefixes'),
  dnsServers: network.texts('properties', 'dhcpOptions', 'dnsServers'),
  privateEndpointIds: known(endpointsIn(network), network.origin('properties', 'subnets')),
  peerings: peeringsOf(network),
});

/** Private endpoints in any subnet of the network. */
const endpointsIn = (network: Resource): readonly string[] =>
  elementsOf(network.raw('properties', 'subnets')).flatMap((subnet) =>
    elementsOf(valueAt(subnet, ['properties', 'privateEndpoints'])).flatMap(
      (endpoint) => graphKey(valueAt(endpoint, ['id'])) ?? [],
    ),
  );

function peeringsOf(network: Resource): Fact<readonly PeeringFacts[]> {
  const origin = network.origin('properties', 'virtualNetworkPeerings');
  const list = network.raw('properties', 'virtualNetworkPeerings');
  if (list !== undefined && list !== null && !Array.isArray(list))
    return unknown('odd', say('Azure sent something other than a list of peerings.'), origin);
  return known(
    elementsOf(list).map((body) => peeringOf(network.id, body)),
    origin,
  );
}

function peeringOf(networkId: string, body: Json): PeeringFacts {
  const name = textOf(valueAt(body, ['name'])) ?? '';
  const peering = resource(networkId, body, `virtualNetworkPeerings.${name}.`);
  return {
    name,
    remoteNetworkId: peering.key('properties', 'remoteVirtualNetwork', 'id'),
    state: peering.text('properties', 'peeringState'),
    allowForwardedTraffic: peering.flag('properties', 'allowForwardedTraffic'),
  };
}
