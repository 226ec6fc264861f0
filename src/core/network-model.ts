import { absent, known, unknown, valueOf, type Fact } from './fact.js';
import { hitsIn } from './fact-logic.js';
import type { ClusterFacts, PoolFacts } from './facts.js';
import { say } from './message.js';

/** `managed`: AKS made the virtual network. `own`: the nodes sit in subnets of the customer's. */
export type NetworkModel = 'managed' | 'own';

/**
 * Own as soon as one pool names a subnet, managed when no pool does.
 * Source: ARM types of `agentPoolProfiles[].vnetSubnetID` ("if not specified, a VNET and subnet will be
 * generated"), AKS docs "Customize cluster egress with outbound types", read 2026-11-23.
 */
export function networkOf(facts: ClusterFacts): Fact<NetworkModel> {
  const ownSubnets = ownSubnetsOf(facts);
  if (facts.pools.kind !== 'unknown' && (valueOf(facts.pools) ?? []).length === 0)
    return unknown('odd', say('No node pool was found.'), facts.pools.origin);
  if (ownSubnets.kind !== 'known') return ownSubnets;
  return known(ownSubnets.value.length > 0 ? 'own' : 'managed', ownSubnets.origin);
}

/** Names of the pools that sit in a subnet of the customer's. */
export const poolsWithSubnet = (facts: ClusterFacts): Fact<readonly string[]> => ownSubnetsOf(facts);

function ownSubnetsOf(facts: ClusterFacts): Fact<readonly string[]> {
  return hitsIn(facts.pools, (pool) => ownSubnetOf(facts, pool));
}

/** Some clients fill `vnetSubnetID` with the subnet that AKS made: one inside the node resource group. */
function ownSubnetOf(facts: ClusterFacts, pool: PoolFacts): Fact<string> {
  if (pool.subnetId.kind !== 'known') return pool.subnetId;
  const { nodeResourceGroup } = facts.cluster;
  const group = resourceGroupOf(pool.subnetId.value);
  if (group !== undefined && nodeResourceGroup.kind === 'unknown') return nodeResourceGroup;
  if (group !== undefined && valueOf(nodeResourceGroup)?.toLowerCase() === group)
    return absent(pool.subnetId.origin);
  return known(pool.name, pool.subnetId.origin);
}

/** Lower-cased; undefined for anything that is no ARM id. */
function resourceGroupOf(id: string): string | undefined {
  return /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)/.exec(id.toLowerCase())?.[1];
}
