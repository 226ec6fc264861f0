import { at, present, textAt, textOf, type JsonObject } from '../json.js';
import { keyOf, parseId } from '../resource-id.js';
import { buildGroup } from '../state/azure.js';
import { fromFrontDoor, type Answer } from '../wire/answer.js';
import { resourcesType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

/** `name eq 'value'` anywhere in an OData filter, lower-cased. */
const wanted = (filter: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s+eq\\s+'([^']*)'`, 'i').exec(filter)?.[1]?.toLowerCase();

/** Everything of a subscription, or of one resource group, as Azure Resource Manager itself keeps it: without the properties. */
function resources(call: Call): Answer {
  const { azure, params, request } = call;
  const subscription = (params['s'] ?? '').toLowerCase();
  const filter = request.query.get('$filter') ?? '';
  const group = params['g']?.toLowerCase() ?? wanted(filter, 'resourceGroup');
  const type = wanted(filter, 'resourceType');
  const name = wanted(filter, 'name');
  for (const [key, one] of azure.index.groups)
    if (key.startsWith(`${subscription}/`) && (group === undefined || one.name.toLowerCase() === group))
      buildGroup(azure, one.subscriptionId, one.name);
  const expand = (request.query.get('$expand') ?? '').toLowerCase();
  const value = [...azure.resources].flatMap(([key, body]) => {
    const id = parseId(key);
    // A subnet is part of its network here.
    if (id?.subscriptionId !== subscription || id.names.length !== 1) return [];
    if (group !== undefined && id.resourceGroup !== group) return [];
    if (type !== undefined && `${id.provider}/${id.type}` !== type) return [];
    if (name !== undefined && id.name !== name) return [];
    return [rowOf(body, azure.head.startedAtInMs, expand)];
  });
  return fromFrontDoor(200, { value });
}

const ofTheRow = ['id', 'name', 'type', 'location', 'tags', 'sku', 'kind', 'zones', 'identity'];

function rowOf(body: JsonObject, startedAtInMs: number, expand: string): JsonObject {
  const made = new Date(startedAtInMs - 86_400_000).toISOString();
  return present({
    ...Object.fromEntries(ofTheRow.map((key) => [key, body[key]])),
    id: canonical(textAt(body, 'id')),
    createdTime: expand.includes('createdtime') ? made : undefined,
    changedTime: expand.includes('changedtime') ? made : undefined,
    provisioningState: expand.includes('provisioningstate')
      ? textOf(at(body, 'properties', 'provisioningState'))
      : undefined,
  });
}

/** Providers spell this segment their own way; the front door has one spelling. */
const canonical = (id: string): string => id.replace(/\/resourcegroups\//i, '/resourceGroups/');

/** Identities of clusters by their ids; the sandbox has no bodies of them but what a list shows. */
function identities(call: Call): Answer {
  const { azure, params } = call;
  const prefix = `/subscriptions/${(params['s'] ?? '').toLowerCase()}/`;
  const group = params['g']?.toLowerCase();
  for (const one of azure.index.groups.values())
    if (one.subscriptionId.toLowerCase() === params['s']?.toLowerCase())
      buildGroup(azure, one.subscriptionId, one.name);
  const found = new Map<string, JsonObject>();
  for (const [key, body] of azure.resources) {
    if (!key.startsWith(prefix)) continue;
    const assigned = at(body, 'identity', 'userAssignedIdentities');
    if (typeof assigned !== 'object' || assigned === null || Array.isArray(assigned)) continue;
    for (const [id, about] of Object.entries(assigned as JsonObject)) {
      const parts = parseId(id);
      if (parts === undefined || (group !== undefined && parts.resourceGroup.toLowerCase() !== group))
        continue;
      found.set(keyOf(id), {
        id,
        name: parts.name,
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
        location: body['location'] ?? '',
        tags: {},
        properties: present({
          principalId: at(about, 'principalId'),
          clientId: at(about, 'clientId'),
        }),
      });
    }
  }
  return fromFrontDoor(200, { value: [...found.values()] });
}

const identityType = {
  namespace: 'Microsoft.ManagedIdentity',
  type: 'userAssignedIdentities',
  versions: ['2025-05-31-preview', '2024-11-30', '2023-01-31', '2022-01-31-preview', '2018-11-30'],
};
const list = 'providers/microsoft.managedidentity/userassignedidentities';

/** What is there at all, as lists beside the providers' own. */
export const inventoryRoutes: readonly Route[] = [
  { method: 'GET', path: 'subscriptions/{s}/resources', type: resourcesType('resources'), read: resources },
  {
    method: 'GET',
    path: 'subscriptions/{s}/resourcegroups/{g}/resources',
    type: resourcesType('resources'),
    read: resources,
  },
  { method: 'GET', path: `subscriptions/{s}/${list}`, type: identityType, read: identities },
  {
    method: 'GET',
    path: `subscriptions/{s}/resourcegroups/{g}/${list}`,
    type: identityType,
    read: identities,
  },
];
