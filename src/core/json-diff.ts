import { isJsonObject, type Json, type JsonObject } from './json.js';
import type { Difference } from './run-record.js';

type Path = readonly (string | number)[];

/**
 * Every place where two values differ, outermost first where one side is missing. Lists whose members all
 * carry a `name` of their own (pools, routes) are compared by name, so that an added one is one difference;
 * the index is that of `after`, for a removed member that of `before`.
 */
export function differences(before: Json, after: Json): readonly Difference[] {
  return compare(before, after, []);
}

function compare(before: Json | undefined, after: Json | undefined, path: Path): readonly Difference[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, ...(after === undefined ? {} : { after }) }];
  if (after === undefined) return [{ path, before }];
  if (isList(before) && isList(after)) return compareLists(before, after, path);
  if (isJsonObject(before) && isJsonObject(after)) return compareObjects(before, after, path);
  return before === after ? [] : [{ path, before, after }];
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const own = (value: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;

function compareObjects(before: JsonObject, after: JsonObject, path: Path): readonly Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => compare(own(before, key), own(after, key), [...path, key]));
}

function compareLists(before: readonly Json[], after: readonly Json[], path: Path): readonly Difference[] {
  const namesBefore = namesOf(before);
  const namesAfter = namesOf(after);
  if (namesBefore === undefined || namesAfter === undefined) return compareByIndex(before, after, path);
  const removed = namesBefore.flatMap((name, index) =>
    namesAfter.includes(name) ? [] : compare(before[index], undefined, [...path, index]),
  );
  const kept = namesAfter.flatMap((name, index) => {
    const earlier = namesBefore.indexOf(name);
    return compare(earlier < 0 ? undefined : before[earlier], after[index], [...path, index]);
  });
  return [...removed, ...kept];
}

function compareByIndex(before: readonly Json[], after: readonly Json[], path: Path): readonly Difference[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) =>
    compare(before[index], after[index], [...path, index]),
  );
}

/** The members' names, or undefined where a member has none or shares it with another. */
function namesOf(list: readonly Json[]): readonly string[] | undefined {
  const names = list.flatMap((member) => {
    const name = isJsonObject(member) ? own(member, 'name') : undefined;
    return typeof name === 'string' ? [name.toLowerCase()] : [];
  });
  return names.length === list.length && new Set(names).size === names.length ? names : undefined;
}
