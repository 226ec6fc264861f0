import { absent, known, type Fact, type Origin, type Unknown } from './fact.js';

/**
 * What is known to be the case among the members of a list. A hit decides, whatever else is not known;
 * without a hit the first unknown member decides; only full knowledge gives an empty list.
 * The result's origin is that of the first hit. `judge` answers absent for a member that is no hit.
 */
export function hitsIn<T, U>(list: Fact<readonly T[]>, judge: (member: T) => Fact<U>): Fact<readonly U[]> {
  if (list.kind === 'unknown') return list;
  const judged = (list.kind === 'known' ? list.value : []).map(judge);
  const hits = judged.filter((fact) => fact.kind === 'known');
  const [first] = hits;
  if (first !== undefined)
    return known(
      hits.map((hit) => hit.value),
      first.origin,
    );
  return judged.find((fact): fact is Unknown => fact.kind === 'unknown') ?? known([], list.origin);
}

/** The values of all facts, absent ones left out; the first unknown one decides. */
export function allOf<T>(facts: readonly Fact<T>[], origin: Origin): Fact<readonly T[]> {
  const missing = facts.find((fact): fact is Unknown => fact.kind === 'unknown');
  if (missing !== undefined) return missing;
  const values = facts.filter((fact) => fact.kind === 'known').map((fact) => fact.value);
  return known(values, facts[0]?.origin ?? origin);
}

/** Follows a fact to another one; absent and unknown pass through. */
export function chain<T, U>(fact: Fact<T>, next: (value: T) => Fact<U>): Fact<U> {
  return fact.kind === 'known' ? next(fact.value) : fact;
}

/** A known fact's value where the test holds, else absent: a hit or none for `hitsIn`. */
export function where<T>(fact: Fact<T>, test: (value: T) => boolean): Fact<T> {
  return fact.kind === 'known' && !test(fact.value) ? absent(fact.origin) : fact;
}

/** The value, or what Azure does when nothing is said. */
export function orDefault<T>(fact: Fact<T>, value: T): Fact<T> {
  return fact.kind === 'absent' ? known(value, fact.origin) : fact;
}

/**
 * The first candidate that is the case; without one the first unknown; absent only when each is known not to
 * be. For questions that one of several facts can answer alone.
 */
export function firstOf<T>(first: Fact<T>, ...others: readonly Fact<T>[]): Fact<T> {
  const candidates = [first, ...others];
  return (
    candidates.find((fact) => fact.kind === 'known') ??
    candidates.find((fact) => fact.kind === 'unknown') ??
    absent(first.origin)
  );
}

/** The hits as one fact: absent when there is none, so that a rule reads "nothing" and passes. */
export const ifAny = <T>(hits: Fact<readonly T[]>): Fact<readonly T[]> =>
  where(hits, (list) => list.length > 0);
