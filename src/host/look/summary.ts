import { actualPathOf, type ActualPath } from '../../core/actual-path.js';
import { declaredKeyOf } from '../../core/declared.js';
import { egressAddressesOf, type EgressAddress } from '../../core/egress-addresses.js';
import { valueOf } from '../../core/fact.js';
import type { ClusterFacts, PoolFacts } from '../../core/facts.js';
import { say, type Message } from '../../core/message.js';
import { networkOf } from '../../core/network-model.js';
import type { OutboundType, TargetKey } from '../../core/outbound-type.js';
import { pathFits } from '../../core/path-fits.js';
import type { ClusterReading } from '../../core/reading.js';
import type { AddressSummary, PoolSummary, Summary, Unreadable } from './look.js';
import { keyWords, typeOf, typeWords } from '../explorer/type-words.js';

/** What was read of a cluster, in words: declared type, how each pool really leaves, and as whom. */
export function summarize({ facts, readAtInMs }: ClusterReading): Summary {
  const key = valueOf(declaredKeyOf(facts.cluster));
  const network = valueOf(networkOf(facts));
  return {
    readAtInMs,
    seen: seen(facts),
    declared: declared(facts, key),
    pools: pools(facts, key),
    addresses: addresses(facts),
    services: valueOf(facts.services) ?? [],
    ...(network === undefined
      ? {}
      : {
          network: network === 'own' ? say('in your own virtual network') : say('in a network made by AKS'),
        }),
  };
}

function seen({ cluster }: ClusterFacts): Summary['seen'] {
  const found = (['provisioningState', 'powerState', 'loadBalancerSku', 'kubernetesVersion'] as const).map(
    (name) => [name, valueOf(cluster[name])] as const,
  );
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

function declared(facts: ClusterFacts, key: TargetKey | undefined): Summary['declared'] {
  const written = valueOf(facts.cluster.outboundType);
  if (key === undefined) return { ...typeWords(written, undefined), code: written ?? '' };
  return { ...keyWords(key), code: written ?? 'loadBalancer' };
}

function pools(facts: ClusterFacts, key: TargetKey | undefined): readonly PoolSummary[] | Unreadable {
  if (facts.pools.kind === 'unknown') return { because: facts.pools.because };
  return (valueOf(facts.pools) ?? []).map((pool) => poolSummary(facts, pool, key));
}

function poolSummary(facts: ClusterFacts, pool: PoolFacts, key: TargetKey | undefined): PoolSummary {
  const path = actualPathOf(facts, pool);
  const base = { name: pool.name, nodes: nodesOf(pool) };
  if (path.kind !== 'known') {
    const because = path.kind === 'unknown' ? path.because : say('no path');
    const words = say('path not known: {because}', { because });
    return { ...base, path: words, icon: 'unknown', addresses: [], isKnown: false, isAsDeclared: false };
  }
  const isAsDeclared = key !== undefined && pathFits(path.value, typeOf(key));
  return {
    ...base,
    path: pathWords(path.value),
    icon: isAsDeclared ? typeOf(key) : iconOf[path.value.kind],
    addresses: valueOf(path.value.addresses) ?? [],
    isKnown: true,
    isAsDeclared,
  };
}

const iconOf: Readonly<Record<ActualPath['kind'], OutboundType | 'unknown'>> = {
  appliance: 'userDefinedRouting',
  virtualNetworkGateway: 'userDefinedRouting',
  natGateway: 'userAssignedNATGateway',
  loadBalancer: 'loadBalancer',
  nodePublicIP: 'unknown',
  none: 'none',
};

function pathWords({ kind, via }: ActualPath): Message {
  switch (kind) {
    case 'appliance':
      return via === undefined ? say('through an appliance') : say('through the appliance {via}', { via });
    case 'virtualNetworkGateway':
      return say('through the virtual network gateway');
    case 'natGateway':
      return via === undefined ? say('through a NAT gateway') : say('through the NAT gateway {via}', { via });
    case 'loadBalancer':
      return say('through the load balancer');
    case 'nodePublicIP':
      return say('by the public address of each node');
    case 'none':
      return say('no way out');
  }
}

function nodesOf({ count, enableAutoScaling, minCount, maxCount }: PoolFacts): Message {
  const nodes = valueOf(count);
  if (nodes === undefined) return say('node count not known');
  const words = nodes === 1 ? say('1 node') : say('{count} nodes', { count: nodes });
  const [from, to] = [valueOf(minCount), valueOf(maxCount)];
  if (valueOf(enableAutoScaling) !== true || from === undefined || to === undefined) return words;
  return say('{nodes}, {from} to {to}', { nodes: words, from, to });
}

function addresses(facts: ClusterFacts): readonly AddressSummary[] | Unreadable {
  const found = egressAddressesOf(facts);
  if (found.kind === 'unknown') return { because: found.because };
  return (valueOf(found) ?? []).map(({ address, owner, usedBy }) => ({
    address,
    owner: owners[owner],
    usedBy,
  }));
}

const owners: Readonly<Record<EgressAddress['owner'], Message>> = {
  AKS: say('AKS'),
  customer: say('yours'),
  unknown: say('owner not known'),
};
