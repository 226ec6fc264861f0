import type { Entry, Later, ObjectValue, Value } from '../model.js';
import { say } from '../../../core/message.js';
import { taintedEntries } from '../lists.js';
import { propertyOf } from '../members.js';
import { arrayOf, computed, entryOf, objectOf, scalar, unionOf, unknownValue } from '../value.js';
import type { BuiltIn } from './call-shape.js';
import { argOf, argsOf, open, resting } from './call-shape.js';

/** Functions that make objects of objects. */
export const objectFunctions: Readonly<Record<string, BuiltIn>> = {
  union: (call) => {
    const args = argsOf(call);
    if (args.some(({ kind }) => kind === 'array')) {
      const lists = args.map((value) => (value.kind === 'array' ? value : undefined));
      return arrayOf(
        lists.flatMap((list) => list?.items ?? []),
        lists.some((list) => list === undefined || list.isOpen),
        resting(call, args),
      );
    }
    const [first, ...others] = args;
    return first === undefined
      ? open(call)
      : others.reduce((left, right) => merged(left, right, true), first);
  },
  shallowMerge: (call) => {
    const list = argOf(call, 0);
    if (list.kind !== 'array' || list.isOpen || list.items.length === 0) return open(call, [list]);
    return list.items.map((item) => item()).reduce((left, right) => merged(left, right, false));
  },
  createObject: (call) => {
    const args = argsOf(call);
    const entries = new Map<string, Entry>();
    for (let n = 0; n + 1 < args.length; n += 2) {
      const [key, value] = [args[n], args[n + 1]];
      if (key?.kind !== 'scalar' || value === undefined) return open(call, args);
      entries.set(String(key.value), { key: key.at, value: () => value });
    }
    return objectOf(entries, false, resting(call, args));
  },
  tryGet: (call) => {
    const [of, key] = [argOf(call, 0), argOf(call, 1)];
    if (key.kind !== 'scalar') return open(call, [of, key]);
    return propertyOf(of, String(key.value), { from: resting(call, [of, key]), isSafe: true });
  },
  items: (call) => {
    const of = argOf(call, 0);
    if (of.kind !== 'object') return open(call, [of]);
    const from = resting(call, [of]);
    const pairs = [...of.entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const later = pairs.map(([name, entry]): Later => {
      const pair = new Map<string, Entry>([
        ['key', { key: entry.key, value: () => scalar(name, computed(entry.key)) }],
        ['value', entry],
      ]);
      return () => objectOf(pair, false, from);
    });
    return arrayOf(later, of.isOpen, from);
  },
};

/** The right one wins; objects in objects are merged too, unless that is switched off. */
function merged(left: Value, right: Value, isDeep: boolean): Value {
  if (right.kind === 'null') return left;
  if (left.kind === 'null') return right;
  const from = computed(right.at, unionOf(left.defaults, right.defaults));
  const unclear = unknownValue(from, 'notStatic', say('Something unknown may have replaced it.'));
  if (left.kind !== 'object' && right.kind !== 'object') return unclear;
  const isOpen = left.kind !== 'object' || left.isOpen || right.kind !== 'object' || right.isOpen;
  const entries = new Map<string, Entry>();
  if (left.kind === 'object' && right.kind === 'object' && !right.isOpen)
    for (const [name, entry] of taintedEntries(left)) entries.set(name, entry);
  if (right.kind === 'object')
    for (const [name, entry] of taintedEntries(right)) {
      const before = left.kind === 'object' ? entryOf(left, name) : undefined;
      if (before !== undefined && isDeep) {
        entries.set(name, { key: entry.key, value: () => deep(before.value(), entry.value()) });
      } else if (left.kind === 'object' && !left.isOpen) entries.set(name, entry);
      else
        entries.set(name, { key: entry.key, value: () => (isDeep ? opened(entry.value()) : entry.value()) });
    }
  return objectOf(entries, isOpen, from);
}

const deep = (left: Value, right: Value): Value =>
  left.kind === 'object' && right.kind === 'object'
    ? merged(left, right, true)
    : right.kind === 'object'
      ? left.kind === 'unknown'
        ? opened(right)
        : right
      : right;

/** Below something unknown, an object may have more keys than are written. */
const opened = (value: Value): Value =>
  value.kind === 'object' ? ({ ...value, isOpen: true } satisfies ObjectValue) : value;
