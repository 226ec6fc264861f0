/** JSON as it stands on the wire; the sandbox's own copy, because it shares nothing with what it checks. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for a JSON object (not null, not an array). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];
export const objectsOf = (value: Json | undefined): readonly JsonObject[] => listOf(value).filter(isObject);
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
export const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** The value at a path of keys, or undefined where the path ends early. Never throws. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let here = value;
  for (const key of path) here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return here;
}

/** The text at a path of keys; empty where there is none. */
export const textAt = (value: Json | undefined, ...path: readonly string[]): string =>
  textOf(at(value, ...path)) ?? '';

/** A copy with the value at a path of keys; missing objects are made. Undefined removes the key. */
export function withAt(
  body: JsonObject,
  [key, ...rest]: readonly string[],
  value: Json | undefined,
): JsonObject {
  if (key === undefined) return body;
  if (rest.length > 0) return { ...body, [key]: withAt(objectOf(body[key]), rest, value) };
  if (value !== undefined) return { ...body, [key]: value };
  return without(body, key);
}

/** A copy without some keys. */
export function without(body: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

/** A copy without keys whose value is undefined or null: ARM answers neither. */
export function present(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** The same without nulls in objects, however deep: a Go service reads null as absent. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(present(value)).map(([key, inner]) => [key, withoutNulls(inner ?? null)]),
  );
}

/** JSON merge patch (RFC 7396): null removes, objects merge, everything else replaces. */
export function merged(body: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: Record<string, Json | undefined> = { ...objectOf(body) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, key);
    else if (value !== undefined) result[key] = merged(result[key], value);
  }
  return result;
}
