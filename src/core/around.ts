import { unknown, type Fact, type Origin } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { say } from './message.js';
import type { Part } from './surroundings-wanted.js';

/** A part of what stands around a cluster that is one fact; where nobody asked for it, that is no knowledge. */
export const partOf = <T>(facts: ClusterFacts, part: Part, fact: Fact<T> | undefined): Fact<T> =>
  fact ?? notAsked(facts, part);

/** One member of a part that holds several; a member that the answer does not have was not read. */
export function memberOf<T>(
  facts: ClusterFacts,
  part: Part,
  members: Readonly<Record<string, Fact<T>>> | undefined,
  key: string,
): Fact<T> {
  if (members === undefined) return notAsked(facts, part);
  const found = Object.entries(members).find(([name]) => name.toLowerCase() === key.toLowerCase());
  return found?.[1] ?? unknown('notRead', say('{id} was not read.', { id: key }), originOf(facts, part));
}

const originOf = ({ id }: ClusterFacts, part: Part): Origin => ({
  kind: 'arm',
  resourceId: id,
  property: part,
});

const notAsked = (facts: ClusterFacts, part: Part): Fact<never> =>
  unknown('notAsked', say('It was not read.'), originOf(facts, part));
