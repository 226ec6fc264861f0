import { clusterSettings } from '../../../src/azure/facts/cluster-settings.js';
import { resource } from '../../../src/azure/facts/resource.js';
import { readAround } from '../../../src/azure/around/read-around.js';
import { known } from '../../../src/core/fact.js';
import type { ClusterFacts } from '../../../src/core/facts.js';
import type { Json, JsonObject } from '../../../src/core/json.js';
import type { Part } from '../../../src/core/surroundings-wanted.js';
import { userDefinedRouting } from '../../fakes/clusters.js';
import { subscriptionId } from '../../fakes/cluster-sketch.js';
import { factsOf } from '../../fakes/readings.js';
import { json, wire, type Arrived } from '../../fakes/wire.js';

export const subscription = `/subscriptions/${subscriptionId}`;
export const registryId = `${subscription}/resourcegroups/rg-acr/providers/microsoft.containerregistry/registries/images`;
export const hub = '/subscriptions/44444444-4444-4444-8444-444444444444';

/** A cluster behind a firewall, with the settings that its own body told. */
export function subject(body: Json = usualBody): ClusterFacts {
  const facts = factsOf(userDefinedRouting);
  const settings = clusterSettings(resource(facts.id, body));
  const group = known('MC_one', {
    kind: 'arm',
    resourceId: facts.id,
    property: 'nodeResourceGroup',
  } as const);
  return { ...facts, cluster: { ...facts.cluster, ...settings, nodeResourceGroup: group } };
}

const usualBody: Json = {
  identity: { principalId: 'p-1' },
  properties: {
    identityProfile: { kubeletidentity: { objectId: 'k-1' } },
    bootstrapProfile: { artifactSource: 'Cache', containerRegistryId: registryId },
  },
};

type Answers = Readonly<Record<string, Json | (() => Response)>>;

/** Azure's answers by the end of a path, in lower case; anything else is an empty list. */
export function around(answers: Answers, facts: ClusterFacts = subject()) {
  const { arm, arrived, slept } = wire(({ url }) => {
    const path = decodeURIComponent(new URL(url).pathname).toLowerCase();
    const found = Object.entries(answers).find(([end]) => path.endsWith(end.toLowerCase()))?.[1];
    if (found === undefined) return json(200, { value: [] });
    return typeof found === 'function' ? found() : json(200, found);
  });
  return {
    arrived,
    slept,
    read: (...parts: readonly Part[]) => readAround({ arm, facts, parts }),
  };
}

export const pathsOf = (arrived: readonly Arrived[]): readonly string[] =>
  arrived.map(({ method, url }) => `${method} ${decodeURIComponent(new URL(url).pathname)}`);

export const denied = (): Response =>
  json(403, { error: { code: 'AuthorizationFailed', message: 'The client does not have authorization.' } });

/** Answers that lead from one thing to the next, as far as that goes. */
export const leading: JsonObject = {
  id: `${subscription}/resourcegroups/g/providers/x/y/z`,
  name: 'z',
  properties: {
    principalId: 'p-1',
    roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/r`,
    scope: subscription,
    firewallPolicy: { id: `${hub}/resourcegroups/g/providers/microsoft.network/firewallpolicies/p` },
    ipConfigurations: [{ properties: { privateIPAddress: '10.0.0.4' } }],
    privateEndpointConnections: [{ properties: { privateEndpoint: { id: `${subscription}/pe` } } }],
    virtualNetworkPeerings: [{ properties: { remoteVirtualNetwork: { id: `${hub}/resourcegroups/g/v` } } }],
  },
};
