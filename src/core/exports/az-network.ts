import { isJsonObject, valueAt, type Json } from '../json.js';
import type { Reimage, Step } from '../plan.js';

type NetworkSend = Extract<Step['send'], { kind: 'network' }>;
type RegisterSend = Extract<Step['send'], { kind: 'register' }>;
export type Command = readonly string[];

/**
 * A step on Microsoft.Network in the words of Azure CLI; undefined for one that has none, which az rest sends.
 * Names: azure-cli, module network; Azure docs, Manage NAT gateway (--remove natGateway); read 2026-11-23.
 */
export function networkCommands(send: NetworkSend): readonly Command[] | undefined {
  const [type = ''] = send.resourceId.split('/').slice(-2);
  if (send.method === 'DELETE')
    return type === 'routes'
      ? [['az', 'network', 'route-table', 'route', 'delete', ...routeAt(send)]]
      : undefined;
  switch (type.toLowerCase()) {
    case 'publicipaddresses':
      return send.create === undefined ? undefined : [addressCommand(send, send.create)];
    case 'natgateways':
      return send.create === undefined ? undefined : [gatewayCommand(send, send.create)];
    case 'routetables':
      return send.create === undefined ? undefined : tableCommands(send, send.create);
    case 'routes':
      return [routeCommand(send)];
    case 'subnets':
      return subnetCommand(send);
    default:
      return undefined;
  }
}

/** Features and providers. Azure docs, Set up preview features in Azure subscription, read 2026-11-23. */
export function registerCommand({ resourceId }: RegisterSend): Command {
  const subscription = /^\/subscriptions\/([^/]+)\//i.exec(resourceId)?.[1] ?? '';
  const feature = /\/providers\/([^/]+)\/features\/([^/]+)$/i.exec(resourceId);
  const where = ['--subscription', subscription, '--namespace'];
  return feature === null
    ? ['az', 'provider', 'register', ...where, lastOf(resourceId), '--wait']
    : ['az', 'feature', 'register', ...where, feature[1] ?? '', '--name', feature[2] ?? ''];
}

/** Every node of a pool made anew, waited for. Azure CLI reference, az aks nodepool upgrade, read 2026-11-25. */
export function reimageCommand({ resourceId }: Reimage): Command {
  const [cluster = ''] = resourceId.split(/\/agentPools\//i);
  const [subscription, group] = [addressOf(cluster).slice(0, 2), addressOf(cluster).slice(2, 4)];
  const where = [...subscription, ...group, '--cluster-name', lastOf(cluster), '--name', lastOf(resourceId)];
  return ['az', 'aks', 'nodepool', 'upgrade', ...where, '--node-image-only', '--yes'];
}

const lastOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Subscription and resource group of an id, and the name of its resource as `--name`. */
function addressOf(resourceId: string): Command {
  const [, subscription = '', group = ''] =
    /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\//i.exec(resourceId) ?? [];
  return ['--subscription', subscription, '--resource-group', group, '--name', lastOf(resourceId)];
}

const flag = (name: string, value: Json | undefined): Command => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    const members = (value as readonly Json[]).map((one) => textOf(valueAt(one, ['id']) ?? one));
    return members.length === 0 ? [] : [name, ...members];
  }
  return [name, textOf(value)];
};

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function addressCommand({ resourceId }: NetworkSend, create: Json): Command {
  return [
    ...['az', 'network', 'public-ip', 'create', ...addressOf(resourceId)],
    ...flag('--location', valueAt(create, ['location'])),
    ...flag('--sku', valueAt(create, ['sku', 'name'])),
    ...flag('--allocation-method', valueAt(create, ['properties', 'publicIPAllocationMethod'])),
    ...flag('--version', valueAt(create, ['properties', 'publicIPAddressVersion'])),
    ...flag('--zone', valueAt(create, ['zones'])),
  ];
}

function gatewayCommand({ resourceId }: NetworkSend, create: Json): Command {
  return [
    ...['az', 'network', 'nat', 'gateway', 'create', ...addressOf(resourceId)],
    ...flag('--location', valueAt(create, ['location'])),
    ...flag('--public-ip-addresses', valueAt(create, ['properties', 'publicIpAddresses'])),
    ...flag('--idle-timeout', valueAt(create, ['properties', 'idleTimeoutInMinutes'])),
    ...flag('--zone', valueAt(create, ['zones'])),
  ];
}

function tableCommands({ resourceId }: NetworkSend, create: Json): readonly Command[] {
  const routes = valueAt(create, ['properties', 'routes']);
  const listed = Array.isArray(routes) ? (routes as readonly Json[]) : [];
  return [
    [
      ...['az', 'network', 'route-table', 'create', ...addressOf(resourceId)],
      ...flag('--location', valueAt(create, ['location'])),
    ],
    ...listed.map((route) => {
      const name = valueAt(route, ['name']);
      const id = `${resourceId}/routes/${typeof name === 'string' ? name : ''}`;
      return ['az', 'network', 'route-table', 'route', 'create', ...ofTable(id), ...hopOf(route)];
    }),
  ];
}

const ofTable = (routeId: string): Command => {
  const table = routeId.replace(/\/routes\/[^/]+$/i, '');
  const [subscription, group] = [addressOf(table).slice(0, 2), addressOf(table).slice(2, 4)];
  return [...subscription, ...group, '--route-table-name', lastOf(table), '--name', lastOf(routeId)];
};

const routeAt = ({ resourceId }: NetworkSend): Command => ofTable(resourceId);

const hopOf = (route: Json): Command => [
  ...flag('--address-prefix', valueAt(route, ['properties', 'addressPrefix'])),
  ...flag('--next-hop-type', valueAt(route, ['properties', 'nextHopType'])),
  ...flag('--next-hop-ip-address', valueAt(route, ['properties', 'nextHopIpAddress'])),
];

function routeCommand(send: Extract<NetworkSend, { method: 'PUT' }>): Command {
  const act = send.create === undefined ? 'update' : 'create';
  const set = Object.fromEntries(
    send.edits.flatMap((edit) => (edit.op === 'set' ? [[edit.path.at(-1) ?? '', edit.value]] : [])),
  );
  const route = isJsonObject(send.create) ? send.create : { properties: set };
  return ['az', 'network', 'route-table', 'route', act, ...routeAt(send), ...hopOf(route)];
}

/** Azure CLI reads the subnet, changes this one place and sends it back, as the plan does. */
function subnetCommand({
  resourceId,
  edits,
}: Extract<NetworkSend, { method: 'PUT' }>): readonly Command[] | undefined {
  const start = ['az', 'network', 'vnet', 'subnet', 'update', '--ids', resourceId];
  const flags = edits.map((edit): Command | undefined => {
    const [, what] = edit.path;
    const name =
      what === 'natGateway' ? '--nat-gateway' : what === 'routeTable' ? '--route-table' : undefined;
    if (name === undefined || what === undefined) return undefined;
    if (edit.op === 'remove') return ['--remove', what];
    return edit.op === 'set' ? flag(name, valueAt(edit.value, ['id'])) : undefined;
  });
  return flags.every((one) => one !== undefined) ? [[...start, ...flags.flat()]] : undefined;
}
