import { absent, known, mapFact, unknown, type Fact } from '../../core/fact.js';
import { firstOf, orDefault } from '../../core/fact-logic.js';
import type { AddressFacts, NatGatewayFacts, Route, RouteTableFacts, SubnetFacts } from '../../core/facts.js';
import { valueAt, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import { resource, type Resource } from './resource.js';
import { spelledLike, spellings } from './spelling.js';

/** The last part of an id. */
export const lastName = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

export const subnetFacts = (subnet: Resource): SubnetFacts => ({
  name: nameOf(subnet),
  natGatewayId: subnet.key('properties', 'natGateway', 'id'),
  routeTableId: subnet.key('properties', 'routeTable', 'id'),
  addressPrefixes: prefixesOf(subnet),
  usedAddressCount: mapFact(keysOrNone(subnet, 'ipConfigurations'), (ids) => ids.length),
  occupantIds: mapFact(keysOrNone(subnet, 'ipConfigurations'), (ids) => [...new Set(ids.map(occupantOf))]),
  privateEndpointIds: keysOrNone(subnet, 'privateEndpoints'),
  delegations: namesOf(subnet, 'delegations', 'serviceName'),
  networkSecurityGroupId: subnet.key('properties', 'networkSecurityGroup', 'id'),
});

/** One prefix or several: Azure sends either. */
function prefixesOf(subnet: Resource): Fact<readonly string[]> {
  const several = subnet.texts('properties', 'addressPrefixes');
  return several.kind === 'absent'
    ? mapFact(subnet.text('properties', 'addressPrefix'), (one) => [one])
    : several;
}

/** A list of references; Azure leaves an empty one out. */
const keysOrNone = (owner: Resource, property: string): Fact<readonly string[]> =>
  orDefault(owner.keys('properties', property), []);

const resourceShape = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]+/;

/** What an IP configuration belongs to: a scale set rather than each of its machines, a load balancer, an interface. */
const occupantOf = (ipConfigurationId: string): string =>
  resourceShape.exec(ipConfigurationId)?.[0] ?? ipConfigurationId;

function namesOf(owner: Resource, list: string, property: string): Fact<readonly string[]> {
  const origin = owner.origin('properties', list);
  const raw = owner.raw('properties', list);
  if (raw === undefined || raw === null) return known([], origin);
  if (!Array.isArray(raw)) return unknown('odd', say('Azure sent something other than a list here.'), origin);
  const names = (raw as readonly Json[]).map((one) => valueAt(one, ['properties', property]));
  return known(
    names.filter((name) => typeof name === 'string'),
    origin,
  );
}

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
  subnetIds: keysOrNone(gateway, 'subnets'),
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

export const routeTableFacts = (table: Resource): RouteTableFacts => ({
  name: nameOf(table),
  routes: routesOf(table),
  location: table.text('location'),
  disableBgpRoutePropagation: table.flag('properties', 'disableBgpRoutePropagation'),
  subnetIds: keysOrNone(table, 'subnets'),
});

function routesOf(table: Resource): Fact<readonly Route[]> {
  const origin = table.origin('properties', 'routes');
  const routes = table.raw('properties', 'routes');
  if (routes === undefined || routes === null) return absent(origin);
  if (!Array.isArray(routes))
    return unknown('odd', say('Azure sent something other than a list of routes.'), origin);
  return known(
    (routes as readonly Json[]).map((body, index) => routeOf(table.id, body, index)),
    origin,
  );
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
    location: address.text('location'),
    zones: address.texts('zones'),
    provisioningState: spelledLike(
      address.text('properties', 'provisioningState'),
      spellings.provisioningState,
    ),
    allocationMethod: address.text('properties', 'publicIPAllocationMethod'),
    version: address.text('properties', 'publicIPAddressVersion'),
    prefixLength: address.number('properties', 'prefixLength'),
    usedById: firstOf(
      address.key('properties', 'natGateway', 'id'),
      address.key('properties', 'ipConfiguration', 'id'),
      address.key('properties', 'loadBalancerFrontendIpConfiguration', 'id'),
    ),
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
