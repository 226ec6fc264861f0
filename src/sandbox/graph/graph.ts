import { networkNow } from '../routes/network.js';
import { clusterNow } from '../routes/cluster-here.js';
import type { Call, Route } from '../routes/route.js';
import {
  at,
  isObject,
  listOf,
  numberOf,
  objectOf,
  objectsOf,
  present,
  textOf,
  type Json,
  type JsonObject,
} from '../json.js';
import { keyOf, parseId } from '../resource-id.js';
import type { Plot } from '../scenarios/scenario.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { pageToken, skipOf } from '../wire/received.js';
import { graphType } from '../wire/versions.js';
import { guidOf } from '../chance.js';
import { isInventory, neighboursOf } from './queries.js';

/** The most rows of a page, and its default size (Azure docs, Work with large data sets, read 2026-11-23). */
const maximumTop = 1000;
const defaultTop = 100;

/** 15 queries in 5 seconds for each user (Azure docs, Throttled requests in Resource Graph, read 2026-11-23). */
const quota = {
  'x-ms-user-quota-remaining': '14',
  'x-ms-user-quota-resets-after': '00:00:05',
  'x-ms-ratelimit-remaining-tenant-resource-requests': '14',
};

function query(call: Call): Answer {
  const body = objectOf(call.request.body);
  const text = textOf(body['query']) ?? '';
  const scope = scopeOf(call, body);
  if ('status' in scope) return scope;
  const rows = isInventory(text)
    ? inventory(call, scope.readable)
    : neighbourRows(call, scope.readable, text);
  if (rows === undefined) return invalidQuery(call, text);
  return page(body, rows);
}

/** The subscriptions that a query reaches: those of the token's tenant that the caller may read. */
function scopeOf(
  { azure, caller }: Call,
  body: JsonObject,
): Answer | { readonly readable: ReadonlySet<string> } {
  const asked = listOf(body['subscriptions']).flatMap((id) => textOf(id)?.toLowerCase() ?? []);
  if (asked.length > 1000)
    return badRequest('TooManySubscriptions', 'At most 1000 subscriptions can be named in one request.');
  const denied = new Set(
    [...azure.faults.values()].flatMap(({ fault }) =>
      fault.kind === 'deniedSubscription' ? [fault.subscriptionId.toLowerCase()] : [],
    ),
  );
  const own = azure.scenario.subscriptions.filter(({ tenantId }) => tenantId === caller?.tenantId);
  const readable = new Set(own.map(({ id }) => id.toLowerCase()).filter((id) => !denied.has(id)));
  if (asked.length === 0) return { readable };
  const left = asked.filter((id) => readable.has(id));
  if (left.length > 0) return { readable: new Set(left) };
  return frontDoorError(403, 'Forbidden', 'The caller has no access to the subscriptions that were named.', {
    details: [{ code: 'AccessDenied', message: 'Access denied to the provided scope.' }],
  });
}

const badRequest = (code: string, message: string): Answer =>
  frontDoorError(400, 'BadRequest', message, { details: [{ code, message }] });

type Rows =
  { readonly total: number; readonly rows: (skip: number, top: number) => readonly JsonObject[] } | undefined;

function inventory(call: Call, readable: ReadonlySet<string>): Rows {
  const plots = call.azure.index.sorted.filter(({ subscriptionId }) =>
    readable.has(subscriptionId.toLowerCase()),
  );
  const rows = (skip: number, top: number): readonly JsonObject[] =>
    plots.slice(skip, skip + top).map((plot) => clusterRow(call, plot));
  return { total: plots.length, rows };
}

/** A row of the inventory; what the query calls `tostring` is an empty string when it is absent. */
function clusterRow(call: Call, plot: Plot): JsonObject {
  const body = call.azure.built.has(plot) ? clusterNow(call, plot.clusterId) : plot.cluster();
  const properties = at(body, 'properties');
  const network = at(properties, 'networkProfile');
  const text = (...path: readonly string[]): string => textOf(at(body, ...path)) ?? '';
  return {
    id: plot.clusterId.replace('/resourcegroups/', '/resourceGroups/'),
    name: plot.clusterName,
    resourceGroup: (parseId(plot.clusterId)?.resourceGroup ?? '').toLowerCase(),
    subscriptionId: plot.subscriptionId,
    tenantId: call.caller?.tenantId ?? '',
    location: text('location'),
    outboundType: textOf(at(network, 'outboundType')) ?? '',
    loadBalancerSku: textOf(at(network, 'loadBalancerSku')) ?? '',
    networkPlugin: textOf(at(network, 'networkPlugin')) ?? '',
    natGatewaySku: textOf(at(network, 'natGatewayProfile', 'sku')) ?? '',
    kubernetesVersion: text('properties', 'kubernetesVersion'),
    provisioningState: text('properties', 'provisioningState'),
    powerState: text('properties', 'powerState', 'code'),
    nodeResourceGroup: text('properties', 'nodeResourceGroup'),
    subnetId: textOf(objectsOf(at(properties, 'agentPoolProfiles'))[0]?.['vnetSubnetID']) ?? '',
    privateCluster: at(properties, 'apiServerAccessProfile', 'enablePrivateCluster') ?? null,
    sku: at(body, 'sku') ?? null,
    tags: at(body, 'tags') ?? null,
  };
}

/** Child resources (subnets, routes) are no rows of `resources`. */
function neighbourRows(call: Call, readable: ReadonlySet<string>, text: string): Rows {
  const ids = neighboursOf(text);
  if (ids === undefined) return undefined;
  const unique = [...new Set(ids.map(keyOf))].sort();
  const found = unique.flatMap((id): readonly JsonObject[] => {
    const parts = parseId(id);
    if (parts === undefined || parts.names.length !== 1 || !readable.has(parts.subscriptionId)) return [];
    const body = clusterNow(call, id);
    if (body === undefined) return [];
    const shown = parts.provider === 'microsoft.network' ? networkNow(call.azure, body) : body;
    return [neighbourRow(shown)];
  });
  return { total: found.length, rows: (skip, top) => found.slice(skip, skip + top) };
}

const neighbourRow = (body: JsonObject): JsonObject => ({
  id: body['id'] ?? '',
  type: (textOf(body['type']) ?? '').toLowerCase(),
  name: body['name'] ?? '',
  location: body['location'] ?? '',
  sku: body['sku'] ?? null,
  zones: body['zones'] ?? null,
  properties: body['properties'] ?? null,
  tags: body['tags'] ?? null,
});

function page(body: JsonObject, rows: NonNullable<Rows>): Answer {
  const options = objectOf(body['options']);
  const top = Math.trunc(numberOf(options['$top']) ?? defaultTop);
  if (top < 1 || top > maximumTop)
    return badRequest('InvalidTop', `The value of $top must be between 1 and ${maximumTop}.`);
  const token = textOf(options['$skipToken']);
  const from = token === undefined ? numberOf(options['$skip']) : skipOf(token);
  if (token !== undefined && from === undefined)
    return badRequest('InvalidSkipToken', 'The $skipToken is not valid.');
  const skip = Math.max(0, Math.trunc(from ?? 0));
  const data = rows.rows(skip, top);
  const next = skip + data.length;
  return fromFrontDoor(
    200,
    present({
      totalRecords: rows.total,
      count: data.length,
      data: [...data],
      facets: [],
      resultTruncated: 'false',
      $skipToken: next < rows.total ? pageToken({ $id: '1', MaxRows: top, RowsToSkip: next }) : undefined,
    }),
    quota,
  );
}

/** The real 400 of a query that is none (recorded). */
function invalidQuery({ azure, nowInMs }: Call, text: string): Answer {
  const details: readonly Json[] = [
    {
      code: 'InvalidQuery',
      message:
        'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
    },
    {
      code: 'ParserFailure',
      message: 'ParserFailure',
      line: 1,
      characterPositionInLine: text.length,
      token: '<EOF>',
      expectedToken: '\u01cf',
    },
  ];
  const stamp = new Date(nowInMs).toISOString().replace('Z', '0000Z');
  const message = `Please provide below info when asking for support: timestamp = ${stamp}, correlationId = ${guidOf(azure.head.seed, 'graph', nowInMs)}.`;
  return fromFrontDoor(400, { error: { code: 'BadRequest', message, details } }, quota);
}

export const graphRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: 'providers/microsoft.resourcegraph/resources',
    type: graphType,
    read: (call) => (isObject(call.request.body) ? query(call) : invalidQuery(call, '')),
  },
];
