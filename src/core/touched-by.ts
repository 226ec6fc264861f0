import { known, mapFact, type Fact } from './fact.js';
import { allOf, chain } from './fact-logic.js';
import { firstUnknownIn } from './first-unknown.js';
import type { ClusterFacts } from './facts.js';
import { networkWorkOf, type NetworkWork } from './own-network/network-work.js';
import type { Target } from './target.js';

/** Graph keys of resources of the network that the plan itself writes, in the order of its steps. */
export interface Touched {
  readonly subnets: readonly string[];
  readonly routeTables: readonly string[];
  /** Gateways, addresses and tables that are not there yet. */
  readonly created: readonly string[];
  /** A gateway that is there and is attached. */
  readonly gateways: readonly string[];
}

/** Unknown where the target asks for work on the network that cannot be decided, because a fact is not known. */
export function touchedBy(facts: ClusterFacts, target: Target): Fact<Touched> {
  const work = networkWorkOf(facts, target);
  const isUndecided =
    ('gateway' in target && work.attaching === undefined) ||
    ('firewall' in target && work.routing === undefined) ||
    ('clearsTheWay' in target && work.clearing === undefined);
  const gap = isUndecided ? firstUnknownIn(facts) : undefined;
  return gap ?? known(touchedIn(work), facts.cluster.outboundType.origin);
}

function touchedIn(work: NetworkWork): Touched {
  const { attaching, routing, clearing } = work;
  const made = attaching?.gateway.created;
  const association = routing?.association;
  return {
    subnets: once([
      ...(attaching?.subnetKeys ?? []),
      ...(association?.subnetKeys ?? []),
      ...(clearing?.gateways ?? []).map(({ subnetKey }) => subnetKey),
    ]),
    routeTables: once([
      ...(routing?.routes ?? []).map(({ tableKey }) => tableKey),
      ...(clearing?.routes ?? []).map(({ tableKey }) => tableKey),
      ...(association === undefined || association.isCreated ? [] : [association.tableKey]),
    ]),
    created: once([
      ...(made === undefined ? [] : [made.addressKey, attaching?.gateway.key ?? '']),
      ...(association?.isCreated === true ? [association.tableKey] : []),
    ]),
    gateways: attaching === undefined || made !== undefined ? [] : [attaching.gateway.key],
  };
}

/** The node resource group, in which AKS keeps what it makes, as a graph key. */
export const nodeGroupOf = ({ id, cluster }: ClusterFacts): Fact<string> =>
  mapFact(
    cluster.nodeResourceGroup,
    (group) => `${subscriptionOf(id)}/resourcegroups/${group.toLowerCase()}`,
  );

const subscriptionOf = (id: string): string => /^\/subscriptions\/[^/]+/i.exec(id)?.[0]?.toLowerCase() ?? '';

/** Subnets of nodes and pods; empty where AKS made the network. */
export const placesIn = (facts: ClusterFacts): Fact<readonly string[]> =>
  mapFact(
    chain(facts.pools, (pools) =>
      allOf(
        pools.flatMap(({ subnetId, podSubnetId }) => [subnetId, podSubnetId]),
        facts.pools.origin,
      ),
    ),
    once,
  );

const once = (keys: readonly string[]): readonly string[] => [...new Set(keys.filter((key) => key !== ''))];
