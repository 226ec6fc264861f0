import { valueOf } from '../fact.js';
import type { ClusterFacts } from '../facts.js';
import type { Target } from '../target.js';
import type { Undoing } from '../undoing.js';
import { gatewayAt } from './attaching.js';
import type { Clearing } from './ways-cleared.js';
import { nameIn, type Place } from './places.js';
import { leadsTo } from './routing.js';
import type { Table } from './tables.js';

/**
 * What a way back takes off the subnets again: only what the run put there and what is there still. What stood there
 * before the run stays. Undefined where that is nothing, and where a route would go that others use by now.
 */
export function takingBackOf(
  target: Target,
  undoes: Undoing,
  {
    facts,
    places,
    tables,
  }: {
    readonly facts: ClusterFacts;
    readonly places: readonly Place[];
    readonly tables: readonly Table[];
  },
): Clearing | undefined {
  // What carries the type that is gone back to stays, whoever put it there.
  const isRouted = target.outboundType === 'userDefinedRouting';
  const attached = target.outboundType === 'userAssignedNATGateway' ? [] : undoes.attached;
  const gateways = attached.flatMap(({ subnetKey, gatewayKey }) => {
    const place = places.find(({ key }) => key === subnetKey);
    if (place === undefined || valueOf(place.subnet.natGatewayId) !== gatewayKey) return [];
    return [{ subnetKey, gatewayKey, gateway: gatewayAt(facts, gatewayKey)?.name ?? nameIn(gatewayKey) }];
  });
  const off = (isRouted ? [] : undoes.associated).flatMap(({ subnetKey, tableKey }) => {
    const place = places.find(({ key }) => key === subnetKey);
    if (place === undefined || valueOf(place.subnet.routeTableId) !== tableKey) return [];
    return [
      {
        subnetKey,
        tableKey,
        table: tables.find(({ key }) => key === tableKey)?.table.name ?? nameIn(tableKey),
      },
    ];
  });
  const routes = (isRouted ? [] : undoes.added).flatMap(({ tableKey, route }) => {
    const table = tables.find(({ key }) => key === tableKey);
    const there = table?.routes.find(({ name }) => name.toLowerCase() === route.toLowerCase());
    if (table === undefined || there === undefined) return [];
    const hop = [valueOf(there.nextHopType), valueOf(there.nextHopIpAddress)].filter(
      (word) => word !== undefined,
    );
    return [{ tableKey, table: table.table.name, route: there.name, nextHop: hop.join(' ') }];
  });
  // Towards user-defined routing they are led back before the type is changed.
  const restored = isRouted
    ? []
    : undoes.routesBefore.flatMap(({ tableKey, route, hop }) => {
        const table = tables.find(({ key }) => key === tableKey);
        const there = table?.routes.find(({ name }) => name.toLowerCase() === route.toLowerCase());
        if (table === undefined || (there !== undefined && leadsTo(there, hop))) return [];
        const isThere = there !== undefined;
        return [{ tableKey, table: table.table.name, route: there?.name ?? route, hop, isThere }];
      });
  const touched = [...routes, ...restored].map(({ tableKey }) => tableKey);
  if (tables.some(({ key, others }) => touched.includes(key) && others.length > 0)) return undefined;
  if (gateways.length + off.length + routes.length + restored.length === 0) return undefined;
  return {
    gateways,
    routes,
    ...(off.length === 0 ? {} : { tables: off }),
    ...(restored.length === 0 ? {} : { restored }),
  };
}
