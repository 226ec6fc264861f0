import { valueOf } from '../fact.js';
import type { ClusterFacts, SubnetFacts } from '../facts.js';
import { networkOf } from '../network-model.js';

/** A subnet of the customer's in which nodes or pods of the cluster stand. */
export interface Place {
  /** Its graph key. */
  readonly key: string;
  readonly subnet: SubnetFacts;
}

/**
 * Every subnet that carries traffic of the cluster, each once: those of nodes first, then those of pods, which
 * leave from their own. Undefined as soon as one of them is not known, where AKS made the network, and where
 * they lie in several virtual networks: then a plan cannot promise to have reached them all.
 */
export function placesOf(facts: ClusterFacts): readonly Place[] | undefined {
  if (facts.subject !== 'live' || valueOf(networkOf(facts)) !== 'own') return undefined;
  const pools = valueOf(facts.pools) ?? [];
  const ids = [...pools.map(({ subnetId }) => subnetId), ...pools.map(({ podSubnetId }) => podSubnetId)];
  if (ids.some(({ kind }) => kind === 'unknown')) return undefined;
  if (pools.some(({ subnetId }) => subnetId.kind !== 'known')) return undefined;
  const keys = [...new Set(ids.map(valueOf).filter((id) => id !== undefined))];
  const places = keys.flatMap((key): readonly Place[] => {
    const node = Object.hasOwn(facts.subnets, key) ? facts.subnets[key] : undefined;
    const subnet = node === undefined ? undefined : valueOf(node);
    return subnet === undefined ? [] : [{ key, subnet }];
  });
  const networks = new Set(keys.map(virtualNetworkOf));
  return places.length === keys.length && networks.size === 1 ? places : undefined;
}

/** Lower-cased id of the virtual network around a subnet; empty for what is no ARM id. */
export const virtualNetworkOf = (subnetId: string): string =>
  /^(.+)\/subnets\/[^/]+$/i.exec(subnetId)?.[1]?.toLowerCase() ?? '';

/** The id of a resource of Microsoft.Network beside the virtual network of this subnet. */
export const besideNetworkOf = (subnetId: string, path: string): string =>
  `${/^(.+)\/providers\/microsoft\.network\/virtualnetworks\//i.exec(subnetId)?.[1] ?? ''}/providers/Microsoft.Network/${path}`;

/** The resource group in an id, as it is spelt there. */
export const groupIn = (id: string): string => /\/resourcegroups\/([^/]+)\//i.exec(id)?.[1] ?? '';

/** The last part of an id. */
export const nameIn = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
