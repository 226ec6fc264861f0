import type { Fault } from './fault.js';
import { isObject, type Json, type JsonObject } from './json.js';

/** What a log begins with: everything else follows from it and from the entries after it. */
export interface Head {
  readonly kind: 'head';
  readonly version: 1;
  /** Counts resets, so that a reader sees that what it remembered is gone. */
  readonly generation: number;
  readonly scenario: string;
  readonly seed: number;
  /** How many times faster than the wall sandbox time runs. */
  readonly factor: number;
  /** Wall time, milliseconds since 1970; here sandbox time and wall time are equal. */
  readonly startedAtInMs: number;
}

/** How an accepted operation will end, decided when it is accepted. */
export interface PlannedEnd {
  readonly status: 'Succeeded' | 'Failed' | 'Canceled';
  readonly error?: JsonObject;
}

/** A write that reached Azure, and what became of it. */
export interface WriteEntry {
  readonly kind: 'write';
  /** 1, 2, 3 …: ids and eTags come from it and the seed. */
  readonly number: number;
  /** Sandbox time. */
  readonly atInMs: number;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body?: Json;
  readonly ifMatch?: string;
  readonly accepted: boolean;
  /** Of the answer. An accepted write's is worked out when it is applied, and not kept. */
  readonly status?: number;
  readonly code?: string;
  readonly end?: PlannedEnd;
}

export type Entry =
  | WriteEntry
  | { readonly kind: 'fault'; readonly id: string; readonly atInMs: number; readonly fault: Fault }
  | { readonly kind: 'lifted'; readonly id: string; readonly atInMs: number }
  /** A fault struck once. */
  | { readonly kind: 'struck'; readonly id: string; readonly atInMs: number }
  /** The wall clock went back: from here on this wall time belongs to this sandbox time. */
  | { readonly kind: 'clock'; readonly atInMs: number; readonly wallInMs: number }
  | { readonly kind: 'signedIn'; readonly atInMs: number; readonly tenantId?: string }
  /** A request that no route is for, as `GET /path`: Azure's own refusal answered it, and a test wants none. */
  | { readonly kind: 'unknown'; readonly atInMs: number; readonly request: string };

/** A head of this version, or undefined. */
export function readHead(value: unknown): Head | undefined {
  if (!isObject(value) || value['kind'] !== 'head' || value['version'] !== 1) return undefined;
  const { scenario, seed, factor, startedAtInMs, generation } = value;
  const numbers = [seed, factor, startedAtInMs, generation];
  if (typeof scenario !== 'string' || !numbers.every((number) => Number.isFinite(number))) return undefined;
  return Number(factor) > 0 ? (value as unknown as Head) : undefined;
}

const kinds: readonly unknown[] = ['write', 'fault', 'lifted', 'struck', 'signedIn', 'clock', 'unknown'];

/** An entry, or undefined for what this version does not know (told apart by its kind and time). */
export function readEntry(value: unknown): Entry | undefined {
  if (!isObject(value) || !kinds.includes(value['kind']) || !Number.isFinite(value['atInMs']))
    return undefined;
  if (value['kind'] === 'write')
    return typeof value['method'] === 'string' && typeof value['target'] === 'string'
      ? (value as unknown as Entry)
      : undefined;
  if (value['kind'] === 'signedIn') return value as unknown as Entry;
  if (value['kind'] === 'clock')
    return Number.isFinite(value['wallInMs']) ? (value as unknown as Entry) : undefined;
  if (value['kind'] === 'unknown')
    return typeof value['request'] === 'string' ? (value as unknown as Entry) : undefined;
  if (typeof value['id'] !== 'string') return undefined;
  return value['kind'] !== 'fault' || isObject(value['fault']) ? (value as unknown as Entry) : undefined;
}
