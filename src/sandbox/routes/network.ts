import { at, objectsOf, present, textOf, type JsonObject, textAt } from '../json.js';
import { keyOf, networkIdOf, parseId, sameId } from '../resource-id.js';
import { buildGroup, resourceAt, type Azure } from '../state/azure.js';
import { fromNetwork, frontDoorError, type Answer } from '../wire/answer.js';
import { networkType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

/** A network resource with the references back to what uses it, which Azure works out itself. */
export function networkNow(azure: Azure, body: JsonObject): JsonObject {
  const id = textOf(body['id']) ?? '';
  const back = backReferences(azure, id, parseId(id)?.type.toLowerCase());
  return { ...body, properties: present({ ...(body['properties'] as JsonObject), ...back }) };
}

function backReferences(azure: Azure, id: string, type: string | undefined): JsonObject {
  const refers = (body: JsonObject, ...path: readonly string[]): boolean =>
    sameId(textOf(at(body, 'properties', ...path, 'id')), id);
  const lists = (body: JsonObject, list: string): boolean =>
    objectsOf(at(body, 'properties', list)).some((item) => sameId(textOf(item['id']), id));
  const ids = (found: readonly JsonObject[]): JsonObject['properties'] =>
    found.length === 0 ? undefined : found.map((body) => ({ id: body['id'] ?? '' }));
  switch (type) {
    case 'publicipaddresses': {
      const [gateway] = ofType(azure, id, 'natgateways').filter((body) => lists(body, 'publicIpAddresses'));
      const [frontend] = ofType(azure, id, 'loadbalancers')
        .flatMap((body) => objectsOf(at(body, 'properties', 'frontendIPConfigurations')))
        .filter((body) => refers(body, 'publicIPAddress'));
      return {
        natGateway: gateway === undefined ? undefined : { id: gateway['id'] ?? '' },
        ipConfiguration: frontend === undefined ? undefined : { id: frontend['id'] ?? '' },
      };
    }
    case 'publicipprefixes': {
      const [gateway] = ofType(azure, id, 'natgateways').filter((body) => lists(body, 'publicIpPrefixes'));
      const parts = ofType(azure, id, 'publicipaddresses').filter((body) => refers(body, 'publicIPPrefix'));
      return {
        natGateway: gateway === undefined ? undefined : { id: gateway['id'] ?? '' },
        publicIPAddresses: ids(parts),
      };
    }
    case 'natgateways':
      return {
        subnets: ids(
          ofType(azure, id, 'virtualnetworks/subnets').filter((body) => refers(body, 'natGateway')),
        ),
      };
    case 'routetables':
      return {
        subnets: ids(
          ofType(azure, id, 'virtualnetworks/subnets').filter((body) => refers(body, 'routeTable')),
        ),
      };
    case 'virtualnetworks':
      return {
        subnets: ofType(azure, id, 'virtualnetworks/subnets').filter((body) =>
          keyOf(textAt(body, 'id')).startsWith(`${keyOf(id)}/`),
        ),
      };
    case undefined:
    default:
      return {};
  }
}

/** Resources of a type in the subscription of an id. */
function ofType(azure: Azure, id: string, type: string): readonly JsonObject[] {
  const prefix = `/subscriptions/${parseId(id)?.subscriptionId.toLowerCase() ?? ''}/`;
  return [...azure.resources]
    .filter(([key]) => key.startsWith(prefix) && parseId(key)?.type === type)
    .map(([, body]) => body);
}

export function missing(call: Call, type: string, path: string): Answer {
  const name = path
    .split('/')
    .filter((_, index) => index % 2 === 1)
    .join('/');
  return frontDoorError(
    404,
    'ResourceNotFound',
    `The Resource 'Microsoft.Network/${type}/${name}' under resource group '${call.params['g'] ?? ''}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

const get =
  (type: string) =>
  (call: Call): Answer => {
    const { params, azure } = call;
    const [outer = '', inner] = type.split('/');
    const path =
      inner === undefined
        ? `${outer}/${params['n'] ?? ''}`
        : `${outer}/${params['n'] ?? ''}/${inner}/${params['c'] ?? ''}`;
    const body = resourceAt(azure, networkIdOf(params['s'] ?? '', params['g'] ?? '', path));
    if (body === undefined) return missing(call, type, path);
    const shown = networkNow(azure, body);
    const etag = textOf(shown['etag']);
    return fromNetwork(200, shown, etag === undefined ? {} : { etag });
  };

const list =
  (type: string) =>
  (call: Call): Answer => {
    const { azure, params } = call;
    buildGroup(azure, params['s'] ?? '', params['g'] ?? '');
    const prefix = networkIdOf(params['s'] ?? '', params['g'] ?? '', '').toLowerCase();
    const within =
      params['n'] === undefined ? '' : `${prefix}${type.split('/')[0] ?? ''}/${params['n']}/`.toLowerCase();
    const value = [...azure.resources]
      .filter(
        ([key]) =>
          key.startsWith(prefix) && key.startsWith(within) && parseId(key)?.type === type.toLowerCase(),
      )
      .map(([, body]) => networkNow(azure, body));
    return fromNetwork(200, { value });
  };

/** All of a subscription: whatever groups it has are built for it. */
const listAll =
  (type: string) =>
  (call: Call): Answer => {
    const { azure, params } = call;
    const subscription = (params['s'] ?? '').toLowerCase();
    for (const group of azure.index.groups.values())
      if (group.subscriptionId.toLowerCase() === subscription)
        buildGroup(azure, group.subscriptionId, group.name);
    const value = ofType(
      azure,
      `/subscriptions/${subscription}/resourceGroups/g/providers/p/t/n`,
      type.toLowerCase(),
    );
    return fromNetwork(200, { value: value.map((body) => networkNow(azure, body)) });
  };

const tops = [
  'virtualNetworks',
  'natGateways',
  'publicIPAddresses',
  'publicIPPrefixes',
  'routeTables',
  'loadBalancers',
];
const inGroup = 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.network';
const inSubscription = 'subscriptions/{s}/providers/microsoft.network';

export const networkRoutes: readonly Route[] = [
  ...tops.flatMap((type): readonly Route[] => [
    {
      method: 'GET',
      path: `${inSubscription}/${type.toLowerCase()}`,
      type: networkType(type),
      read: listAll(type),
    },
    { method: 'GET', path: `${inGroup}/${type.toLowerCase()}`, type: networkType(type), read: list(type) },
    { method: 'GET', path: `${inGroup}/${type.toLowerCase()}/{n}`, type: networkType(type), read: get(type) },
  ]),
  {
    method: 'GET',
    path: `${inGroup}/virtualnetworks/{n}/subnets`,
    type: networkType('virtualNetworks/subnets'),
    read: list('virtualNetworks/subnets'),
  },
  {
    method: 'GET',
    path: `${inGroup}/virtualnetworks/{n}/subnets/{c}`,
    type: networkType('virtualNetworks/subnets'),
    read: get('virtualNetworks/subnets'),
  },
];
