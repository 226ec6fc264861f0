import { isJsonObject, valueAt, type Json, type JsonObject } from './json.js';
import type { Edit } from './plan.js';
import { sameValue } from './same-value.js';

/** The body with these edits, in order, and nothing else changed. The given body stays as it is. */
export function applyEdits(body: Json, edits: readonly Edit[]): Json {
  return edits.reduce<Json>(edited, body);
}

function edited(body: Json, edit: Edit): Json {
  switch (edit.op) {
    case 'set':
      return set(body, edit.path, edit.value);
    case 'remove':
      return remove(body, edit.path);
    case 'add': {
      const list = listAt(body, edit.path);
      const all = edit.values.reduce<readonly Json[]>(
        (sum, value) => (isAmong(sum, value) ? sum : [...sum, value]),
        list,
      );
      return all.length === list.length ? body : set(body, edit.path, all);
    }
    case 'drop': {
      const list = listAt(body, edit.path);
      const left = list.filter((member) => !isAmong(edit.values, member));
      return left.length === 0 || left.length === list.length ? body : set(body, edit.path, left);
    }
  }
}

function listAt(body: Json, path: readonly string[]): readonly Json[] {
  const list = valueAt(body, path);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

const isAmong = (list: readonly Json[], value: Json): boolean =>
  list.some((member) => sameValue(member, value));

/** What stands in the way of the path (null, a number, a list) gives way to an object. */
function set(body: Json | undefined, path: readonly string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const here: JsonObject = isJsonObject(body) ? body : {};
  return { ...here, [key]: set(Object.hasOwn(here, key) ? here[key] : undefined, rest, value) };
}

function remove(body: Json, path: readonly string[]): Json {
  const [key, ...rest] = path;
  if (key === undefined || !isJsonObject(body) || !Object.hasOwn(body, key)) return body;
  if (rest.length === 0) return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
  const inner = body[key];
  return inner === undefined ? body : { ...body, [key]: remove(inner, rest) };
}
