import type { Fact, Origin } from '../../core/fact.js';
import { known, unknown, valueOf } from '../../core/fact.js';
import type {
  AddressFacts,
  NatGatewayFacts,
  Nodes,
  Route,
  RouteTableFacts,
  SubnetFacts,
} from '../../core/facts.js';
import { say } from '../../core/message.js';
import type { NodeReference, ResourceSymbol } from '../values/model.js';
import { childrenOf, isDeployed, isLoop, resourceTypes } from '../values/resources.js';
import { lazily } from './lazily.js';
import type { Place } from './place.js';
import { below } from './place.js';
import type { FactReading } from './reading.js';
import { bodyPlace, idFact, idListFact, nameOf, nameSpanOf } from './reading.js';

/** Nodes for graph keys: what the file declares under a key, and why nothing is known of the others. */
export function nodesFor<T>(
  reading: FactReading,
  keys: readonly Fact<string>[],
  read: (node: NodeReference) => Fact<T> | undefined,
): Nodes<T> {
  const entries = keys.flatMap((key): readonly (readonly [string, Fact<T>])[] => {
    if (key.kind !== 'known') return [];
    const node = reading.nodes.get(key.value);
    const found = node === undefined ? undefined : read(node);
    return [[key.value, found ?? elsewhere(key.origin)]];
  });
  return Object.fromEntries(entries);
}

const elsewhere = (origin: Fact<unknown>['origin']): Fact<never> =>
  unknown('notRead', say('It is declared elsewhere.'), origin);

/** A resource of this type that the file itself declares, under a plain reference to it. */
function declared(
  { resource, tail }: NodeReference,
  ...types: readonly string[]
): ResourceSymbol | undefined {
  const { type, declaration } = resource.declared;
  const isUsable = tail === '' && !declaration.isExisting && !isLoop(resource);
  return isUsable && types.includes(type) && isDeployed(resource) === true ? resource : undefined;
}

const originOfName = (resource: ResourceSymbol): Origin => ({ kind: 'literal', ...nameSpanOf(resource) });

export function natGatewayOf(reading: FactReading, node: NodeReference): Fact<NatGatewayFacts> | undefined {
  const resource = declared(node, resourceTypes.natGateway);
  if (resource === undefined) return undefined;
  const { reader } = reading;
  const body = bodyPlace(resource);
  const at = (...path: string[]): Place => below(body, 'properties', ...path);
  return known(
    lazily<NatGatewayFacts>({
      name: () => nameOf(resource),
      sku: () => reader.text(below(body, 'sku', 'name')),
      location: () => reader.text(below(body, 'location')),
      zones: () => reader.texts(below(body, 'zones')),
      provisioningState: () => unknown('notRead', say('A file does not say it.'), originOfName(resource)),
      idleTimeoutInMinutes: () => reader.number(at('idleTimeoutInMinutes')),
      addressIds: () => {
        const lists = [
          'publicIpAddresses',
          'publicIpPrefixes',
          'publicIpAddressesV6',
          'publicIpPrefixesV6',
        ].map((key) => idListFact(reading, at(key), resource.scope));
        const open = lists.find((list) => list.kind === 'unknown');
        return (
          open ??
          known(
            lists.flatMap((list) => valueOf(list) ?? []),
            originOfName(resource),
          )
        );
      },
    }),
    originOfName(resource),
  );
}

export function routeTableOf(reading: FactReading, node: NodeReference): Fact<RouteTableFacts> | undefined {
  const resource = declared(node, resourceTypes.routeTable);
  if (resource === undefined) return undefined;
  return known(
    lazily<RouteTableFacts>({ name: () => nameOf(resource), routes: () => routesOf(reading, resource) }),
    originOfName(resource),
  );
}

function routesOf(reading: FactReading, table: ResourceSymbol): Fact<readonly Route[]> {
  const inBody = reading.reader.list(below(bodyPlace(table), 'properties', 'routes'));
  if (inBody.kind === 'unknown') return inBody;
  const children = childrenOf(table, resourceTypes.route);
  const open =
    children.isOpen || children.resources.some((route) => isLoop(route) || isDeployed(route) !== true);
  if (open) return unknown('notStatic', say('There may be more routes.'), inBody.origin);
  const places = [...(inBody.kind === 'known' ? inBody.value : []), ...children.resources.map(bodyPlace)];
  return known(
    places.map((place) => routeOf(reading, place)),
    inBody.origin,
  );
}

function routeOf({ reader }: FactReading, place: Place): Route {
  const at = (key: string): Place => below(place, 'properties', key);
  const { value } = below(place, 'name');
  return lazily<Route>({
    name: () => (value?.kind === 'scalar' ? String(value.value) : ''),
    addressPrefix: () => reader.text(at('addressPrefix')),
    nextHopType: () => reader.text(at('nextHopType')),
    nextHopIpAddress: () => textOrSomething(reader.text(at('nextHopIpAddress')), at('nextHopIpAddress')),
  });
}

/** An address that only Azure knows is still an address. */
function textOrSomething(fact: Fact<string>, { value }: Place): Fact<string> {
  if (value?.kind !== 'present' && value?.kind !== 'node') return fact;
  return known('(known at deployment)', fact.origin);
}

export function addressOf({ reader }: FactReading, node: NodeReference): Fact<AddressFacts> | undefined {
  const resource = declared(node, resourceTypes.publicIPAddress, resourceTypes.publicIPPrefix);
  if (resource === undefined) return undefined;
  const origin = originOfName(resource);
  return known(
    lazily<AddressFacts>({
      name: () => nameOf(resource),
      address: () => unknown('notRead', say('Azure assigns the address at deployment.'), origin),
      sku: () => reader.text(below(bodyPlace(resource), 'sku', 'name')),
      owner: () => known('customer', origin),
    }),
    origin,
  );
}

export const subnetFacts = (
  reading: FactReading,
  name: string,
  place: Place,
  home: ResourceSymbol,
): SubnetFacts =>
  lazily<SubnetFacts>({
    name: () => name,
    natGatewayId: () => idFact(reading, below(place, 'natGateway', 'id'), home.scope),
    routeTableId: () => idFact(reading, below(place, 'routeTable', 'id'), home.scope),
  });
