import { absent, known, unknown, type Fact } from '../../core/fact.js';
import type { AddressFacts, NatGatewayFacts, Route, RouteTableFacts, SubnetFacts } from '../../core/facts.js';
import type { Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import { resource, type Resource } from './resource.js';
import { spelledLike, spellings } from './spelling.js';

/** The last part of an id. */
export const lastName = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

export const subnetFacts = (subnet: Resource): SubnetFacts => ({
  name: nameOf(subnet),
  natGatewayId: subnet.key('properties', 'natGateway', 'id'),
  routeTableId: subnet.key('properties', 'routeTable', 'id'),
});

export const natGatewayFacts = (gateway: Resource): NatGatewayFacts => ({
  name: nameOf(gateway),
  sku: spelledLike(gateway.text('sku', 'name'), spellings.natGatewaySku),
  location: gateway.text('location'),
  zones: gateway.texts('zones'),
  provisioningState: spelledLike(
    gateway.text('properties', 'provisioningState'),
    spellings.provisioningState,
  ),
  idleTimeoutInMinutes: gateway.number('properties', 'idleTimeoutInMinutes'),
  addressIds: joined(gateway, [
    gateway.keys('properties', 'publicIpAddresses'),
    gateway.keys('properties', 'publicIpPrefixes'),
    gateway.keys('properties', 'publicIpAddressesV6'),
    gateway.keys('properties', 'publicIpPrefixesV6'),
  ]),
});

/** One list out of several; one that is odd makes the whole odd, none at all is absent. */
function joined(owner: Resource, lists: readonly Fact<readonly string[]>[]): Fact<readonly string[]> {
  const odd = lists.find((list) => list.kind === 'unknown');
  if (odd !== undefined) return odd;
  const origin = owner.origin('properties', 'publicIpAddresses');
  if (lists.every((list) => list.kind === 'absent')) return absent(origin);
  return known(
    lists.flatMap((list) => (list.kind === 'known' ? list.value : [])),
    origin,
  );
}

export function routeTableFacts(table: Resource): RouteTableFacts {
  const origin = table.origin('properties', 'routes');
  const routes = table.raw('properties', 'routes');
  if (routes === undefined || routes === null) return { name: nameOf(table), routes: absent(origin) };
  if (!Array.isArray(routes))
    return {
      name: nameOf(table),
      routes: unknown('odd', say('Azure sent something other than a list of routes.'), origin),
    };
  return {
    name: nameOf(table),
    routes: known(
      (routes as readonly Json[]).map((body, index) => routeOf(table.id, body, index)),
      origin,
    ),
  };
}

function routeOf(tableId: string, body: Json, index: number): Route {
  const unnamed = resource(tableId, body);
  const named = unnamed.raw('name');
  const name = typeof named === 'string' && named !== '' ? named : `route ${String(index + 1)}`;
  const route = resource(tableId, body, `routes.${name}.`);
  return {
    name,
    addressPrefix: route.text('properties', 'addressPrefix'),
    nextHopType: spelledLike(route.text('properties', 'nextHopType'), spellings.nextHopType),
    nextHopIpAddress: route.text('properties', 'nextHopIpAddress'),
  };
}

/** A public IP address or prefix. AKS's own ones lie in the cluster's node resource group. */
export function addressFacts(address: Resource, nodeResourceGroup: string | undefined): AddressFacts {
  const isPrefix = /\/publicipprefixes\//i.test(address.id);
  return {
    name: nameOf(address),
    address: address.text('properties', isPrefix ? 'ipPrefix' : 'ipAddress'),
    sku: spelledLike(address.text('sku', 'name'), spellings.addressSku),
    owner: ownerOf(address, nodeResourceGroup),
  };
}

function ownerOf(address: Resource, nodeResourceGroup: string | undefined): Fact<'AKS' | 'customer'> {
  const origin = address.origin('id');
  if (nodeResourceGroup === undefined)
    return unknown('notRead', say('The node resource group is not known.'), origin);
  const group = /\/resourcegroups\/([^/]+)\//i.exec(address.id)?.[1];
  return known(group?.toLowerCase() === nodeResourceGroup.toLowerCase() ? 'AKS' : 'customer', origin);
}

function nameOf(thing: Resource): string {
  const name = thing.raw('name');
  return typeof name === 'string' && name !== '' ? name : lastName(thing.id);
}
