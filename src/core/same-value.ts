import { canonicalJson } from './canonical-json.js';
import { isJsonObject, type Json } from './json.js';

/**
 * True where two values mean the same to Azure: resource ids differ in case from answer to answer, and an
 * address stands for its /32. Everything else is compared exactly.
 */
export function sameValue(left: Json | undefined, right: Json | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalJson(meaningOf(left)) === canonicalJson(meaningOf(right));
}

const resourceId = /^\/subscriptions\//i;
const singleAddress = /^(\d{1,3}(?:\.\d{1,3}){3})\/32$/;

function meaningOf(value: Json): Json {
  if (typeof value === 'string')
    return resourceId.test(value) ? value.toLowerCase() : (singleAddress.exec(value)?.[1] ?? value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(meaningOf);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [[key, meaningOf(member)]],
    ),
  );
}
