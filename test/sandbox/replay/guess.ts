import { at, textAt, type JsonObject } from '../../../src/sandbox/json.js';
import { clusterIdOf, keyOf, parseId } from '../../../src/sandbox/resource-id.js';
import { clusterBody } from '../../../src/sandbox/scenarios/building/cluster-body.js';
import type { Known } from './known.js';
import { pathOf, type Exchange } from './recording.js';

/** What a group needs beside what its recording shows. */
export interface Guess {
  readonly bodies: readonly JsonObject[];
  /** Ids of clusters that were deleted a moment before. */
  readonly removed: readonly string[];
  /** True when another answer than the recorded one may come from the guess. */
  readonly isVague: boolean;
}

const nothing: Guess = { bodies: [], removed: [], isVague: false };

/** AKS's own 404, without the front door's wrapper. */
const isAksNotFound = ({ response }: Exchange): boolean =>
  response.status === 404 && textAt(response.body, 'code') === 'NotFound';

/**
 * A cluster that AKS itself does not find, and not the front door, was there a moment ago; a pool without its cluster
 * belongs to a plain one.
 */
export function guessFor(first: Exchange, known: Known): Guess {
  const id = parseId(pathOf(first));
  const served = known.has(keyOf(pathOf(first))) ? undefined : servedAddress(first);
  if (served !== undefined) return served;
  if (id?.provider.toLowerCase() !== 'microsoft.containerservice') return nothing;
  const clusterId = clusterIdOf(id.subscriptionId, id.resourceGroup, id.names[0] ?? '');
  if (id.names.length === 1) return isAksNotFound(first) ? { ...nothing, removed: [clusterId] } : nothing;
  const isOfPool = id.type.toLowerCase() === 'managedclusters/agentpools';
  if (!isOfPool || first.response.status < 400 || known.has(keyOf(clusterId))) return nothing;
  const plain = clusterBody(7, {
    name: id.names[0] ?? '',
    subscriptionId: id.subscriptionId,
    tenantId: '',
    resourceGroup: id.resourceGroup,
    location: 'westus2',
    outboundType: 'loadBalancer',
    addresses: ['203.0.113.1'],
    kubernetesVersion: textOfVersion(first),
  });
  return { bodies: [plain], removed: [], isVague: true };
}

/** An address that cannot be deleted: the refusal names the frontend that it serves, and so what has that frontend. */
export function servedAddress(first: Exchange): Guess | undefined {
  const { request, response } = first;
  const id = pathOf(first);
  const message = textAt(response.body, 'error', 'message');
  const frontend = /allocated to resource (\S+[/]frontendIPConfigurations[/][^\s.]+)/i.exec(message)?.[1];
  if (request.method !== 'DELETE' || !/[/]publicIPAddresses[/][^/]+$/i.test(id) || frontend === undefined)
    return undefined;
  const location = 'westus2';
  const address = {
    id,
    name: id.split('/').at(-1) ?? '',
    type: 'Microsoft.Network/publicIPAddresses',
    location,
    sku: { name: 'Standard', tier: 'Regional' },
    properties: { provisioningState: 'Succeeded' },
  };
  const user = {
    id: frontend.replace(/[/]frontendIPConfigurations[/].*$/i, ''),
    location,
    properties: {
      frontendIPConfigurations: [{ id: frontend, properties: { publicIPAddress: { id } } }],
    },
  };
  return { bodies: [address, user], removed: [], isVague: true };
}

/** `1.33` of `1.33.0`, so that the pool fits its cluster. */
const textOfVersion = ({ request }: Exchange): string => {
  const wanted = at(request.body ?? null, 'properties', 'orchestratorVersion');
  return typeof wanted === 'string' && wanted !== '' ? wanted.split('.').slice(0, 2).join('.') : '1.34';
};
