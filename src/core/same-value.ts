import { canonicalJson } from './canonical-json.js';
import type { Json } from './json.js';

/**
 * True where two values mean the same to Azure: resource ids differ in case from answer to answer, and an
 * address stands for its /32. Everything else is compared exactly.
 */
export function sameValue(left: Json | undefined, right: Json | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (typeof left === 'string' && typeof right === 'string') return meaningOf(left) === meaningOf(right);
  return canonicalJson(left) === canonicalJson(right);
}

const resourceId = /^\/subscriptions\//i;
const singleAddress = /^(\d{1,3}(?:\.\d{1,3}){3})\/32$/;

function meaningOf(text: string): string {
  if (resourceId.test(text)) return text.toLowerCase();
  return singleAddress.exec(text)?.[1] ?? text;
}
