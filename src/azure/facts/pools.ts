import { absent, known, mapFact, unknown, type Fact } from '../../core/fact.js';
import type { PoolFacts } from '../../core/facts.js';
import { valueAt, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import { graphKey, resource, type Resource } from './resource.js';
import { spelledLike, spellings } from './spelling.js';

/** The pools inside a cluster's body, in its order. A pool without a name keeps its place. */
export function poolsOf(cluster: Resource): Fact<readonly PoolFacts[]> {
  const origin = cluster.origin('properties', 'agentPoolProfiles');
  const list = cluster.raw('properties', 'agentPoolProfiles');
  if (list === undefined || list === null) return absent(origin);
  if (!Array.isArray(list))
    return unknown('odd', say('Azure sent something other than a list of pools.'), origin);
  return known(
    (list as readonly Json[]).map((body, index) => poolOf(cluster.id, body, index)),
    origin,
  );
}

function poolOf(clusterId: string, body: Json, index: number): PoolFacts {
  const named = valueAt(body, ['name']);
  const name = typeof named === 'string' && named !== '' ? named : `pool ${String(index + 1)}`;
  const pool = resource(clusterId, body, `agentPoolProfiles.${name}.`);
  return {
    name,
    mode: spelledLike(pool.text('mode'), spellings.poolMode),
    type: spelledLike(pool.text('type'), spellings.poolType),
    osType: spelledLike(pool.text('osType'), spellings.osType),
    provisioningState: spelledLike(pool.text('provisioningState'), spellings.provisioningState),
    powerState: spelledLike(pool.text('powerState', 'code'), spellings.power),
    count: pool.number('count'),
    enableAutoScaling: pool.flag('enableAutoScaling'),
    minCount: pool.number('minCount'),
    maxCount: pool.number('maxCount'),
    maxSurge: countOrPercent(pool, 'maxSurge'),
    maxUnavailable: countOrPercent(pool, 'maxUnavailable'),
    nodeImageVersion: pool.text('nodeImageVersion'),
    vmSize: pool.text('vmSize'),
    maxPods: pool.number('maxPods'),
    gatewayPrefixSize: pool.number('gatewayProfile', 'publicIPPrefixSize'),
    nodePublicIPPrefixId: pool.key('nodePublicIPPrefixID'),
    enableNodePublicIP: pool.flag('enableNodePublicIP'),
    disableOutboundNat: pool.flag('windowsProfile', 'disableOutboundNat'),
    availabilityZones: pool.texts('availabilityZones'),
    subnetId: pool.key('vnetSubnetID'),
    podSubnetId: pool.key('podSubnetID'),
    eTag: pool.text('eTag'),
  };
}

/** A number or a percentage; Azure sends text, people sometimes wrote a number. */
function countOrPercent(pool: Resource, setting: string): Fact<string> {
  const value = pool.raw('upgradeSettings', setting);
  if (typeof value !== 'number') return pool.text('upgradeSettings', setting);
  return mapFact(pool.number('upgradeSettings', setting), String);
}

/** Graph keys of every subnet that nodes or pods stand in. */
export function subnetKeysOf(body: Json | undefined): readonly string[] {
  const list = valueAt(body, ['properties', 'agentPoolProfiles']);
  const pools = Array.isArray(list) ? (list as readonly Json[]) : [];
  const keys = pools.flatMap((pool) => [
    graphKey(valueAt(pool, ['vnetSubnetID'])),
    graphKey(valueAt(pool, ['podSubnetID'])),
  ]);
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** Each pool's eTag by name, out of a cluster's body. */
export function poolETagsOf(body: Json | undefined): Readonly<Record<string, string>> {
  const list = valueAt(body, ['properties', 'agentPoolProfiles']);
  const pools = Array.isArray(list) ? (list as readonly Json[]) : [];
  return Object.fromEntries(
    pools.flatMap((pool) => {
      const [name, eTag] = [valueAt(pool, ['name']), valueAt(pool, ['eTag'])];
      return typeof name === 'string' && typeof eTag === 'string' ? [[name, eTag] as const] : [];
    }),
  );
}
