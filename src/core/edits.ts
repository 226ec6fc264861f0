import { isJsonObject, type Json, type JsonObject } from './json.js';
import type { Edit } from './plan.js';

/** The body with these edits, in order, and nothing else changed. The given body stays as it is. */
export function applyEdits(body: Json, edits: readonly Edit[]): Json {
  return edits.reduce<Json>(
    (edited, edit) => (edit.op === 'set' ? set(edited, edit.path, edit.value) : remove(edited, edit.path)),
    body,
  );
}

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
