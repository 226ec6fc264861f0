import type { JsonObject } from '../json.js';
import { networkIdOf, parseId, keyOf } from '../resource-id.js';
import { buildGroup, resourceAt } from '../state/azure.js';
import { fromNetwork, frontDoorError, type Answer } from '../wire/answer.js';
import { networkType, registryType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

/** Those of the groups that somebody has looked at: a firewall stands in the group of the network that it guards. */
function firewalls({ azure, params }: Call): Answer {
  const subscriptionId = params['s'] ?? '';
  return fromNetwork(200, {
    value: [...azure.resources].flatMap(([key, body]) => {
      const id = parseId(key);
      return id?.type === 'azurefirewalls' && id.subscriptionId === subscriptionId.toLowerCase()
        ? [body]
        : [];
    }),
  });
}

/** Children of a policy, as resources of their own. */
function ruleCollectionGroups({ azure, params }: Call): Answer {
  const { s = '', g = '', n = '' } = params;
  buildGroup(azure, s, g);
  const id = networkIdOf(s, g, `firewallPolicies/${n}`);
  if (resourceAt(azure, id) === undefined) return missing(id);
  const below = `${keyOf(id)}/rulecollectiongroups/`;
  const value: readonly JsonObject[] = [...azure.resources]
    .filter(([key]) => key.startsWith(below))
    .map(([, body]) => body);
  return fromNetwork(200, { value });
}

/** A firewall, its policy, or a rule collection group of that: what stands at the path. */
function one({ azure, params, request }: Call): Answer {
  const { s = '', g = '' } = params;
  const id = networkIdOf(s, g, request.segments.slice(6).join('/'));
  const body = resourceAt(azure, id);
  return body === undefined ? missing(id) : fromNetwork(200, body);
}

const missing = (id: string): Answer =>
  frontDoorError(
    404,
    'ResourceNotFound',
    `The Resource '${id.split('/providers/')[1] ?? id}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );

/** No scenario brings a registry of its own, or a private endpoint: the front door answers that it is not there. */
const notThere = ({ params, request }: Call): Answer =>
  missing(`/providers/${request.segments.slice(5).join('/')} under resource group ${params['g'] ?? ''}`);

const inGroup = 'subscriptions/{s}/resourcegroups/{g}/providers';
const registry = `${inGroup}/microsoft.containerregistry/registries/{n}`;

export const firewallRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'subscriptions/{s}/providers/microsoft.network/azurefirewalls',
    type: networkType('azureFirewalls'),
    read: firewalls,
  },
  {
    method: 'GET',
    path: `${inGroup}/microsoft.network/firewallpolicies/{n}/rulecollectiongroups`,
    type: networkType('firewallPolicies'),
    read: ruleCollectionGroups,
  },
  ...['azurefirewalls/{n}', 'firewallpolicies/{n}', 'firewallpolicies/{n}/rulecollectiongroups/{r}'].map(
    (path): Route => ({
      method: 'GET',
      path: `${inGroup}/microsoft.network/${path}`,
      type: networkType(path.startsWith('azure') ? 'azureFirewalls' : 'firewallPolicies'),
      read: one,
    }),
  ),
  { method: 'GET', path: registry, type: registryType, read: notThere },
  { method: 'GET', path: `${registry}/cacherules`, type: registryType, read: notThere },
  {
    method: 'GET',
    path: `${inGroup}/microsoft.network/privateendpoints/{n}/privatednszonegroups`,
    type: networkType('privateEndpoints'),
    read: notThere,
  },
];
