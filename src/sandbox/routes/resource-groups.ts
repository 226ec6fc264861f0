import type { JsonObject } from '../json.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { resourcesType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

const groupBody = (group: { subscriptionId: string; name: string; location: string }): JsonObject => ({
  id: `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`,
  name: group.name,
  type: 'Microsoft.Resources/resourceGroups',
  location: group.location,
  properties: { provisioningState: 'Succeeded' },
});

function groups({ azure, params }: Call): Answer {
  const prefix = `${(params['s'] ?? '').toLowerCase()}/`;
  const value = [...azure.index.groups].filter(([key]) => key.startsWith(prefix));
  return fromFrontDoor(200, { value: value.map(([, group]) => groupBody(group)) });
}

function group({ azure, params }: Call): Answer {
  const found = azure.index.groups.get(`${params['s'] ?? ''}/${params['g'] ?? ''}`.toLowerCase());
  return found === undefined ? groupMissing(params['g'] ?? '') : fromFrontDoor(200, groupBody(found));
}

export const groupMissing = (name: string): Answer =>
  frontDoorError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);

const type = resourcesType('resourceGroups');

export const resourceGroupRoutes: readonly Route[] = [
  { method: 'GET', path: 'subscriptions/{s}/resourcegroups', type, read: groups },
  { method: 'GET', path: 'subscriptions/{s}/resourcegroups/{g}', type, read: group },
];
