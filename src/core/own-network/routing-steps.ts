import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import type { Edit, Expectation, Step } from '../plan.js';
import type { ClusterReading } from '../reading.js';
import { etagOf, locationOf, networkVersion, spelled } from './addressed.js';
import type { RouteHop } from '../undoing.js';
import { besideNetworkOf, groupIn, nameIn } from './places.js';
import { hopTo, type Routing } from './routing.js';

const cut = say('Open outbound connections are cut once; what the firewall does not let through stays cut.');

/** The table first, unused; then every route or association, each of which moves the traffic of its subnets. */
export const routingSteps = (reading: ClusterReading, routing: Routing): readonly Step[] => [
  ...tableSteps(reading, routing),
  ...routing.routes.map((route, index) => routeStep(reading, routing.firewall, route, index)),
  ...associationSteps(reading, routing),
];

function tableIdOf(reading: ClusterReading, association: NonNullable<Routing['association']>): string {
  const [first = ''] = association.subnetKeys;
  return association.isCreated
    ? besideNetworkOf(spelled(reading, first), `routeTables/${association.table}`)
    : spelled(reading, association.tableKey);
}

function tableSteps(reading: ClusterReading, { firewall, association }: Routing): readonly Step[] {
  if (association?.isCreated !== true) return [];
  const tableId = tableIdOf(reading, association);
  const names = { table: association.table, firewall, group: groupIn(tableId) };
  return [
    {
      id: 'create-table',
      title: say('Create route table {table} in {group}, with a default route to {firewall}', names),
      why: say(
        'AKS takes the type only where every node subnet has one. {group} is the resource group of the virtual network. Nothing uses the table yet.',
        names,
      ),
      send: {
        kind: 'network',
        method: 'PUT',
        resourceId: tableId,
        apiVersion: networkVersion,
        edits: [],
        create: {
          location: locationOf(reading),
          properties: {
            disableBgpRoutePropagation: false,
            routes: [{ name: 'default', properties: { ...hopTo(firewall) } }],
          },
        },
      },
      verify: [
        { kind: 'equals', path: ['properties', 'provisioningState'], value: 'Succeeded' },
        { kind: 'notEmpty', path: ['properties', 'routes'] },
      ],
      undo: say('Delete {table}, once no subnet has it.', names),
      interruption: say('None'),
      isCutOver: false,
    },
  ];
}

/** The route by itself: the table's other routes are not sent, so they cannot be lost. */
function routeStep(
  reading: ClusterReading,
  firewall: string,
  { tableKey, table, route, isThere, hop: before, subnetKeys }: Routing['routes'][number],
  index: number,
): Step {
  const hop = before ?? hopTo(firewall);
  const to = hop.nextHopIpAddress ?? hop.nextHopType;
  const names = {
    table,
    firewall: to,
    prefix: hop.addressPrefix,
    route,
    subnets: subnetKeys.map((key) => nameIn(spelled(reading, key))),
  };
  return {
    id: `default-route-${index + 1}`,
    title:
      before === undefined
        ? say('Lead 0.0.0.0/0 of {table} to {firewall}', names)
        : say('Lead {prefix} of {table} to {firewall} again', names),
    why: oneOrMany(
      subnetKeys,
      say(
        'From here on {subnets} leaves through the firewall, before the type is changed: a route wins over everything else. The other routes of the table stay.',
        names,
      ),
      say(
        'From here on {subnets} leave through the firewall, before the type is changed: a route wins over everything else. The other routes of the table stay.',
        names,
      ),
    ),
    send: {
      kind: 'network',
      method: 'PUT',
      resourceId: `${spelled(reading, tableKey)}/routes/${route}`,
      apiVersion: networkVersion,
      edits: isThere ? routeEdits(hop) : [],
      ...(isThere ? {} : { create: { properties: { ...hop } } }),
    },
    verify: routeHolds(hop),
    undo: isThere
      ? say('Set the next hop of {route} back.', names)
      : say('Remove route {route} from {table} again.', names),
    interruption: cut,
    isCutOver: true,
  };
}

function associationSteps(reading: ClusterReading, { association }: Routing): readonly Step[] {
  if (association === undefined) return [];
  const tableId = tableIdOf(reading, association);
  return association.subnetKeys.map((key, index) => {
    const subnetId = spelled(reading, key);
    const names = { table: association.table, subnet: nameIn(subnetId) };
    return {
      id: `associate-table-${index + 1}`,
      title: say('Associate route table {table} with {subnet}', names),
      why: say(
        'From here on {subnet} leaves through the firewall, before the type is changed. Everything else of the subnet stays.',
        names,
      ),
      send: {
        kind: 'network',
        method: 'PUT',
        resourceId: subnetId,
        apiVersion: networkVersion,
        edits: [{ op: 'set', path: ['properties', 'routeTable'], value: { id: tableId } }],
        // Subnets of one network share an eTag: after the first step the others have another one.
        ...(index === 0 ? etagOf(reading, key) : {}),
      },
      verify: [{ kind: 'equals', path: ['properties', 'routeTable', 'id'], value: tableId }],
      undo: say('Take {table} off {subnet} again.', names),
      interruption: cut,
      isCutOver: true,
    };
  });
}

/** Leads a route that is there somewhere else; what a hop has no address for loses the old one. */
export const routeEdits = (hop: RouteHop): readonly Edit[] => [
  { op: 'set', path: ['properties', 'addressPrefix'], value: hop.addressPrefix },
  { op: 'set', path: ['properties', 'nextHopType'], value: hop.nextHopType },
  hop.nextHopIpAddress === undefined
    ? { op: 'remove', path: ['properties', 'nextHopIpAddress'] }
    : { op: 'set', path: ['properties', 'nextHopIpAddress'], value: hop.nextHopIpAddress },
];

/** What such a route is verified by. */
export const routeHolds = (hop: RouteHop): readonly Expectation[] => [
  { kind: 'equals', path: ['properties', 'addressPrefix'], value: hop.addressPrefix },
  { kind: 'equals', path: ['properties', 'nextHopType'], value: hop.nextHopType },
  ...(hop.nextHopIpAddress === undefined
    ? []
    : [{ kind: 'equals', path: ['properties', 'nextHopIpAddress'], value: hop.nextHopIpAddress } as const]),
];
