import { say } from '../message.js';
import type { Step } from '../plan.js';
import type { ClusterReading } from '../reading.js';
import { networkVersion, spelled } from './addressed.js';
import { isRoutedAway } from './attaching-steps.js';
import type { Clearing } from './ways-cleared.js';
import { nameIn } from './places.js';
import { routeEdits, routeHolds } from './routing-steps.js';

const cut = say('Open outbound connections are cut once; Azure publishes no duration.');

/** After the type is changed and verified: what would go on winning is taken away. Nothing is deleted but the route. */
export const clearingSteps = (
  reading: ClusterReading,
  { gateways, routes, tables = [], restored = [] }: Clearing,
): readonly Step[] => [
  ...restored.map(({ tableKey, table, route, hop, isThere }, index): Step => {
    const to = hop.nextHopIpAddress ?? hop.nextHopType;
    const names = { table, route, to };
    return {
      id: `restore-route-${index + 1}`,
      title: say('Lead route {route} of {table} to {to} again', names),
      why: say('It led there before the change that is taken back. The other routes of the table stay.'),
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
  }),
  ...gateways.map(({ subnetKey, gateway, gatewayKey }, index): Step => {
    const subnetId = spelled(reading, subnetKey);
    const names = { gateway, subnet: nameIn(subnetId) };
    const isRouted = isRoutedAway(reading.facts, subnetKey);
    return {
      id: `detach-gateway-${index + 1}`,
      title: say('Take NAT gateway {gateway} off {subnet}', names),
      why: say(
        'As long as it is attached it wins over the load balancer. The gateway and its addresses stay yours. Everything else of the subnet stays.',
      ),
      send: {
        kind: 'network',
        method: 'PUT',
        resourceId: subnetId,
        apiVersion: networkVersion,
        edits: [{ op: 'remove', path: ['properties', 'natGateway'] }],
      },
      verify: [{ kind: 'gone', path: ['properties', 'natGateway'] }],
      undo: say('Attach {gateway} again: {id}.', { gateway, id: spelled(reading, gatewayKey) }),
      interruption: isRouted ? say('None: a default route carries the traffic.') : cut,
      isCutOver: !isRouted,
    };
  }),
  ...routes.map(({ tableKey, table, route, nextHop }, index): Step => {
    const names = { table, route, nextHop };
    return {
      id: `remove-route-${index + 1}`,
      title: say('Remove default route {route} from {table}', names),
      why: say(
        'As long as it is there it wins over every other way. The table, its other routes and its subnets stay.',
      ),
      send: {
        kind: 'network',
        method: 'DELETE',
        resourceId: `${spelled(reading, tableKey)}/routes/${route}`,
        apiVersion: networkVersion,
      },
      verify: [{ kind: 'gone', path: [] }],
      undo: say('Add route {route} to {table} again, with next hop {nextHop}.', names),
      interruption: cut,
      isCutOver: true,
    };
  }),
  ...tables.map(({ subnetKey, tableKey, table }, index): Step => {
    const subnetId = spelled(reading, subnetKey);
    const names = { table, subnet: nameIn(subnetId) };
    const isRouted = isRoutedAway(reading.facts, subnetKey);
    return {
      id: `dissociate-table-${index + 1}`,
      title: say('Take route table {table} off {subnet}', names),
      why: say(
        'The change that is taken back put it there, and it wins over every other way. The table stays. Everything else of the subnet stays.',
      ),
      send: {
        kind: 'network',
        method: 'PUT',
        resourceId: subnetId,
        apiVersion: networkVersion,
        edits: [{ op: 'remove', path: ['properties', 'routeTable'] }],
      },
      verify: [{ kind: 'gone', path: ['properties', 'routeTable'] }],
      undo: say('Associate {table} again: {id}.', { table, id: spelled(reading, tableKey) }),
      interruption: isRouted ? cut : say('None'),
      isCutOver: isRouted,
    };
  }),
];
