import { unknown, type Fact, type Origin } from './fact.js';
import { chain } from './fact-logic.js';
import type {
  ClusterFacts,
  NatGatewayFacts,
  Nodes,
  PoolFacts,
  RouteTableFacts,
  SubnetFacts,
} from './facts.js';
import { say } from './message.js';

/** A node of the graph behind an id; a node that nobody read is unknown, never absent. */
export function nodeAt<T>(nodes: Nodes<T>, id: string, origin: Origin): Fact<T> {
  const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  return node ?? unknown('notRead', say('{id} was not read.', { id }), origin);
}

/** The subnet of a pool's nodes; absent where AKS made the network. */
export const subnetOf = (facts: ClusterFacts, pool: PoolFacts): Fact<SubnetFacts> =>
  chain(pool.subnetId, (id) => nodeAt(facts.subnets, id, pool.subnetId.origin));

/** The NAT gateway on a pool's subnet; absent where there is none. */
export const gatewayOf = (facts: ClusterFacts, pool: PoolFacts): Fact<NatGatewayFacts> =>
  chain(subnetOf(facts, pool), (subnet) =>
    chain(subnet.natGatewayId, (id) => nodeAt(facts.natGateways, id, subnet.natGatewayId.origin)),
  );

/** The route table on a pool's subnet; absent where there is none. */
export const routeTableOf = (facts: ClusterFacts, pool: PoolFacts): Fact<RouteTableFacts> =>
  chain(subnetOf(facts, pool), (subnet) =>
    chain(subnet.routeTableId, (id) => nodeAt(facts.routeTables, id, subnet.routeTableId.origin)),
  );

/** Each name once, in order. */
export const eachOnce = (names: readonly string[]): readonly string[] => [...new Set(names)];
