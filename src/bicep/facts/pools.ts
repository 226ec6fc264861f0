import type { Fact, Origin } from '../../core/fact.js';
import { known, mapFact, unknown } from '../../core/fact.js';
import type { PoolFacts } from '../../core/facts.js';
import { say } from '../../core/message.js';
import type { ResourceSymbol, Scope } from '../values/model.js';
import { childrenOf, isDeployed, isLoop, resourceTypes } from '../values/resources.js';
import { lazily } from './lazily.js';
import type { Place } from './place.js';
import { below } from './place.js';
import type { FactReading } from './reading.js';
import { bodyPlace, idFact, nameOf, nameSpanOf } from './reading.js';

/** Node pools in the cluster's body and those declared as children. Unknown as soon as one of them is. */
export function poolsOf(
  reading: FactReading,
  cluster: ResourceSymbol,
  properties: Place,
): Fact<readonly PoolFacts[]> {
  const inBody = reading.reader.list(below(properties, 'agentPoolProfiles'));
  if (inBody.kind === 'unknown') return inBody;
  const ofBody = (inBody.kind === 'known' ? inBody.value : []).map((place) =>
    poolOf(reading, { name: poolName(place), place, properties: place, scope: cluster.scope }),
  );
  const children = childPools(reading, cluster);
  if (children.kind === 'unknown') return children;
  const all = [...ofBody, ...(children.kind === 'known' ? children.value : [])];
  const pools = all.filter((pool) => pool !== undefined);
  if (all.length > 0 && pools.length === all.length) return known(pools, inBody.origin);
  return unknown('notStatic', say('The file does not say which node pools there are.'), inBody.origin);
}

function childPools(reading: FactReading, cluster: ResourceSymbol): Fact<readonly (PoolFacts | undefined)[]> {
  const { resources, isOpen } = childrenOf(cluster, resourceTypes.pool);
  const origin: Origin = { kind: 'computed', ...nameSpanOf(cluster) };
  const open = unknown('notStatic', say('There may be more node pools.'), origin);
  if (isOpen) return open;
  const pools: (PoolFacts | undefined)[] = [];
  for (const resource of resources) {
    const deployed = isDeployed(resource);
    if (deployed === undefined || isLoop(resource) || resource.declared.declaration.isBroken) return open;
    if (!deployed) continue;
    const place = bodyPlace(resource);
    const properties = below(place, 'properties');
    pools.push(poolOf(reading, { name: nameOf(resource), place, properties, scope: resource.scope }));
  }
  return known(pools, origin);
}

function poolName(place: Place): string {
  const { value } = below(place, 'name');
  return value?.kind === 'scalar' ? String(value.value) : '';
}

interface PoolSource {
  readonly name: string;
  readonly place: Place;
  readonly properties: Place;
  readonly scope: Scope;
}

/** Undefined for an item that is no object: it may be anything. */
function poolOf(reading: FactReading, { name, place, properties, scope }: PoolSource): PoolFacts | undefined {
  if (place.value?.kind !== 'object') return undefined;
  const { reader } = reading;
  const at = (...path: string[]): Place => below(properties, ...path);
  return lazily<PoolFacts>({
    name: () => name,
    mode: () => reader.text(at('mode')),
    type: () => reader.text(at('type')),
    osType: () => reader.text(at('osType')),
    provisioningState: () => onlyLive(at('mode')),
    powerState: () => onlyLive(at('mode')),
    count: () => reader.number(at('count')),
    enableAutoScaling: () => reader.flag(at('enableAutoScaling')),
    minCount: () => reader.number(at('minCount')),
    maxCount: () => reader.number(at('maxCount')),
    maxSurge: () => surgeOf(reading, at('upgradeSettings', 'maxSurge')),
    enableNodePublicIP: () => reader.flag(at('enableNodePublicIP')),
    disableOutboundNat: () => reader.flag(at('windowsProfile', 'disableOutboundNat')),
    availabilityZones: () => reader.texts(at('availabilityZones')),
    subnetId: () => idFact(reading, at('vnetSubnetID'), scope),
    podSubnetId: () => idFact(reading, at('podSubnetID'), scope),
    eTag: () => onlyLive(at('mode')),
  });
}

/** A number or a percentage; both are text in a reading from Azure. */
function surgeOf({ reader }: FactReading, place: Place): Fact<string> {
  return place.value?.kind === 'scalar' && typeof place.value.value === 'number'
    ? mapFact(reader.number(place), String)
    : reader.text(place);
}

function onlyLive({ near }: Place): Fact<never> {
  return unknown('notRead', say('A file does not say it.'), { kind: 'computed', ...near.at });
}
