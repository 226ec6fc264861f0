import type { Fact, Unknown } from '../../core/fact.js';
import type { ClusterFacts, Nodes } from '../../core/facts.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import type { TodaySection } from '../state.js';
import { lastPart } from './paths.js';

type Missing = TodaySection['missing'][number];

/** Beyond this many the rest is one line: a denied subscription must not bury the section. */
const mostListed = 20;

/** Every fact that could not be read, with the reason: what is not known is not passed over. */
export function missingFacts(facts: ClusterFacts): readonly Missing[] {
  const all = [
    ...ofCluster(facts),
    ...ofNodes(facts.subnets, (name) => say('Subnet {name}', { name })),
    ...ofNodes(facts.natGateways, (name) => say('NAT gateway {name}', { name })),
    ...ofNodes(facts.routeTables, (name) => say('Route table {name}', { name })),
    ...ofNodes(facts.addresses, (name) => say('Address {name}', { name })),
  ];
  const rest = all.length - mostListed;
  if (rest <= 0) return all;
  return [
    ...all.slice(0, mostListed),
    { what: say('{count} more', { count: rest }), because: say('They could not be read for like reasons.') },
  ];
}

function ofCluster(facts: ClusterFacts): readonly Missing[] {
  const properties = Object.entries(facts.cluster) as readonly (readonly [string, Fact<unknown>])[];
  const named: readonly (readonly [Message, Fact<unknown>])[] = [
    ...properties.map(([property, fact]) => [say('Property {property}', { property }), fact] as const),
    [say('Pools'), facts.pools],
    [say('Public Services'), facts.services],
  ];
  return named.flatMap(([what, fact]) => (isUnknown(fact) ? [{ what, because: fact.because }] : []));
}

const ofNodes = <T>(nodes: Nodes<T>, named: (name: string) => Message): readonly Missing[] =>
  Object.entries(nodes).flatMap(([id, fact]) =>
    isUnknown(fact) ? [{ what: named(lastPart(id)), because: fact.because }] : [],
  );

const isUnknown = (fact: Fact<unknown>): fact is Unknown => fact.kind === 'unknown';
