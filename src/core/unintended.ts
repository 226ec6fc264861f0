import { applyEdits } from './edits.js';
import { differences } from './json-diff.js';
import { valueAt, type Json } from './json.js';
import { consequences, movingFields } from './moving-fields.js';
import type { Basis, Edit } from './plan.js';
import { poolIndexOf } from './pool-body.js';
import type { Difference } from './run-record.js';
import { sameValue } from './same-value.js';

type Path = readonly (string | number)[];

/**
 * What another hand changed between the plan's basis and now; empty means go. The body and every pool's eTag
 * are compared, because the cluster's eTag does not move when a pool changes.
 */
export function sameBasis(planned: Basis, now: Basis): readonly Difference[] {
  const inBody = meaningful(planned.body, now.body);
  return [...inBody, ...poolETagDifferences(planned, now, inBody)];
}

/** What changed beside these edits and what AKS does because of them. eTags move by our own write. */
export function unintended(before: Basis, after: Basis, edits: readonly Edit[]): readonly Difference[] {
  const meant = edits.map((edit) => edit.path);
  const moved = consequences.flatMap(({ whenTouched, moves }) =>
    meant.some((path) => touches(path, whenTouched)) ? [moves] : [],
  );
  // With the edits in place: a list set into a profile that was not there is no new profile of somebody else's.
  return meaningful(applyEdits(before.body, edits), after.body).filter(
    ({ path }) => ![...meant, ...moved].some((expected) => startsWith(path, expected)),
  );
}

/** Differences of two bodies without those that move by themselves. */
function meaningful(before: Json, after: Json): readonly Difference[] {
  return differences(before, after).filter(
    (difference) => !movesByItself(difference, after) && !sameValue(difference.before, difference.after),
  );
}

function movesByItself({ path }: Difference, body: Json): boolean {
  const last = path.at(-1);
  if (typeof last !== 'string') return false;
  if (path.length <= 4 && (movingFields.anywhere as readonly string[]).includes(last)) return isOurs(path);
  if (!(movingFields.ofAutoscaledPools as readonly string[]).includes(last)) return false;
  return isPoolField(path) && valueAt(body, [...path.slice(0, -1), 'enableAutoScaling']) === true;
}

/** The cluster's own fields and its pools', not a key of the same name deep inside somebody's tags. */
const isOurs = (path: Path): boolean =>
  path.length === 1 || (path.length === 2 && path[0] === 'properties') || isPoolField(path);

const isPoolField = (path: Path): boolean =>
  path.length === 4 && path[0] === 'properties' && path[1] === 'agentPoolProfiles';

/**
 * An autoscaled pool's eTag moves with its count. A pool on one side only is a difference of the body already,
 * and an answer without eTags proves nothing.
 */
function poolETagDifferences(
  planned: Basis,
  now: Basis,
  inBody: readonly Difference[],
): readonly Difference[] {
  const names = [...new Set([...Object.keys(planned.poolETags), ...Object.keys(now.poolETags)])].sort();
  return names.flatMap((name) => {
    const before = planned.poolETags[name];
    const after = now.poolETags[name];
    if (before === undefined || after === undefined || before === after) return [];
    const index = poolIndexOf(now.body, name);
    if (index !== undefined) {
      const pool: Path = ['properties', 'agentPoolProfiles', index];
      if (inBody.some(({ path }) => startsWith(path, pool))) return [];
      if (valueAt(now.body, [...pool, 'enableAutoScaling']) === true) return [];
    }
    return [{ path: ['agentPools', name, 'eTag'], before, after }];
  });
}

const startsWith = (path: Path, start: Path): boolean =>
  start.length <= path.length && start.every((key, index) => key === path[index]);

const touches = (path: Path, place: Path): boolean => startsWith(path, place) || startsWith(place, path);
