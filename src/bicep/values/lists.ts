import type { Entry, Later, ObjectValue, Value } from './model.js';
import { restingOn } from './value.js';

/** More items than this are not followed. */
const maxItems = 500;

export interface List {
  readonly items: readonly Later[];
  readonly isOpen: boolean;
}

/** Items of a list; open where they are not all known. */
export function listOf(value: Value): List {
  if (value.kind === 'null') return { items: [], isOpen: false };
  if (value.kind !== 'array' || value.items.length > maxItems) return { items: [], isOpen: true };
  const { items, isOpen, defaults } = value;
  if (defaults.length === 0) return { items, isOpen };
  return { items: items.map((item) => () => restingOn(item(), defaults)), isOpen };
}

/** Entries of an object that remember on which defaults the object itself rests. */
export function taintedEntries({ entries, defaults }: ObjectValue): Iterable<readonly [string, Entry]> {
  if (defaults.length === 0) return entries;
  return [...entries].map(([name, entry]) => [
    name,
    { ...entry, value: () => restingOn(entry.value(), defaults) },
  ]);
}
