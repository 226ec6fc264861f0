import { absent, known, type Fact, type Origin } from './fact.js';
import { chain, hitsIn, ifAny } from './fact-logic.js';
import type { ClusterFacts, PoolFacts, SubnetFacts } from './facts.js';
import { eachOnce, nodeAt } from './node-subnets.js';

/** A subnet that lacks something, and whether nodes or only pods sit in it. */
export interface BareSubnet {
  readonly name: string;
  readonly isForNodes: boolean;
}

/** Subnets of nodes and of pods without a NAT gateway, or without a route table; absent when none is bare. */
export function bareSubnets(
  facts: ClusterFacts,
  what: 'natGatewayId' | 'routeTableId',
): Fact<readonly BareSubnet[]> {
  const hits = hitsIn(facts.pools, (pool) => bareOf(facts, pool, what));
  return ifAny(hits.kind === 'known' ? known(hits.value.flat(), hits.origin) : hits);
}

function bareOf(
  facts: ClusterFacts,
  pool: PoolFacts,
  what: 'natGatewayId' | 'routeTableId',
): Fact<readonly BareSubnet[]> {
  const places: Fact<readonly Place[]> = known(
    [
      { id: pool.subnetId, isForNodes: true },
      { id: pool.podSubnetId, isForNodes: false },
    ],
    pool.subnetId.origin,
  );
  return ifAny(hitsIn(places, ({ id, isForNodes }) => bare(facts, id, what, isForNodes)));
}

interface Place {
  readonly id: Fact<string>;
  readonly isForNodes: boolean;
}

function bare(
  facts: ClusterFacts,
  id: Fact<string>,
  what: 'natGatewayId' | 'routeTableId',
  isForNodes: boolean,
): Fact<BareSubnet> {
  return chain(id, (key) =>
    chain(nodeAt<SubnetFacts>(facts.subnets, key, id.origin), (subnet) => {
      const there = subnet[what];
      if (there.kind === 'unknown') return there;
      const origin: Origin = there.origin;
      return there.kind === 'absent' ? known({ name: subnet.name, isForNodes }, origin) : absent(origin);
    }),
  );
}

/** Names of the bare subnets in which nodes sit; where there is none, those of pods. */
export function worstOf(bareOnes: readonly BareSubnet[]): {
  readonly names: readonly string[];
  readonly areForNodes: boolean;
} {
  const nodes = bareOnes.filter(({ isForNodes }) => isForNodes);
  const areForNodes = nodes.length > 0;
  return { names: eachOnce((areForNodes ? nodes : bareOnes).map(({ name }) => name)), areForNodes };
}
