import type { Fact } from '../../core/fact.js';
import { known } from '../../core/fact.js';
import type { SubnetFacts } from '../../core/facts.js';
import type { NodeReference, ResourceSymbol } from '../values/model.js';
import type { Children } from '../values/resources.js';
import { childrenOf, isDeployed, isLoop, resourceTypes } from '../values/resources.js';
import { subnetFacts } from './network.js';
import type { Place } from './place.js';
import { below, originOf } from './place.js';
import type { FactReading } from './reading.js';
import { bodyPlace, nameOf, nameSpanOf } from './reading.js';

/**
 * The subnet behind a reference: a resource of its own, or an item of its network's `subnets`, found by
 * `network.properties.subnets[0]` or `${network.id}/subnets/nodes`. Undefined where the file does not say.
 */
export function subnetOf(
  reading: FactReading,
  { resource, tail }: NodeReference,
): Fact<SubnetFacts> | undefined {
  const { type, declaration } = resource.declared;
  if (declaration.isExisting || isLoop(resource) || isDeployed(resource) !== true) return undefined;
  if (type === resourceTypes.subnet && tail === '') return ofResource(reading, resource);
  if (type !== resourceTypes.network) return undefined;
  const [, index] = /^\.properties\.subnets\[(\d+)\]$/.exec(tail) ?? [];
  if (index !== undefined) return inlineAt(reading, resource, Number(index));
  const [, name] = /^\/subnets\/([^/]+)$/i.exec(tail) ?? [];
  return name === undefined ? undefined : named(reading, resource, name);
}

function ofResource(reading: FactReading, subnet: ResourceSymbol): Fact<SubnetFacts> {
  const place = below(bodyPlace(subnet), 'properties');
  const origin = { kind: 'literal' as const, ...nameSpanOf(subnet) };
  return known(subnetFacts(reading, nameOf(subnet), place, subnet), origin);
}

/** Subnets of a network that are resources of their own; a same-named one overrules the network's list. */
const children = (network: ResourceSymbol): Children => childrenOf(network, resourceTypes.subnet);

function inlineAt(
  reading: FactReading,
  network: ResourceSymbol,
  index: number,
): Fact<SubnetFacts> | undefined {
  const { resources, isOpen } = children(network);
  const items = reading.reader.list(below(bodyPlace(network), 'properties', 'subnets'));
  const place = items.kind === 'known' ? items.value[index] : undefined;
  return place === undefined || isOpen || resources.length > 0 ? undefined : ofItem(reading, network, place);
}

function ofItem(reading: FactReading, network: ResourceSymbol, place: Place): Fact<SubnetFacts> | undefined {
  if (place.value?.kind !== 'object') return undefined;
  const facts = subnetFacts(reading, nameIn(place) ?? '', below(place, 'properties'), network);
  return known(facts, originOf(place.value));
}

function nameIn(place: Place): string | undefined {
  const { value } = below(place, 'name');
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}

const isSame = (name: string | undefined, wanted: string): boolean =>
  name?.toLowerCase() === wanted.toLowerCase();

function named(reading: FactReading, network: ResourceSymbol, wanted: string): Fact<SubnetFacts> | undefined {
  const { resources, isOpen } = children(network);
  if (isOpen || resources.some((child) => isLoop(child) || nameIn(bodyPlace(child)) === undefined))
    return undefined;
  const own = resources.find((child) => isSame(nameIn(bodyPlace(child)), wanted));
  if (own !== undefined) return isDeployed(own) === true ? ofResource(reading, own) : undefined;
  const items = reading.reader.list(below(bodyPlace(network), 'properties', 'subnets'));
  if (items.kind !== 'known') return undefined;
  const place = items.value.find((item) => isSame(nameIn(item), wanted));
  return place === undefined ? undefined : ofItem(reading, network, place);
}
