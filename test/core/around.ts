import { known, type Fact, type Origin } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import type { Surroundings } from '../../src/core/surroundings.js';
import { calmAround } from '../fakes/calm-around.js';
import { lost } from './cluster.js';

const origin: Origin = { kind: 'arm', resourceId: '/around', property: 'test' };

export const said = <T>(value: T): Fact<T> => known(value, origin);

/** The cluster with calm surroundings, but for what differs. */
export const around = (facts: ClusterFacts, differing: Surroundings = {}): ClusterFacts => ({
  ...facts,
  around: calmAround(facts, differing),
});

/** Every member of a part that holds several is denied. */
export const allLost = <T>(members: Readonly<Record<string, Fact<T>>>): Readonly<Record<string, Fact<T>>> =>
  Object.fromEntries(Object.keys(members).map((key) => [key, lost]));
