import type { Unknown } from '../../core/fact.js';
import type { Message } from '../../core/message.js';
import type { Span } from '../analysis.js';
import type { ArrayValue, Entry, Later, NodeReference, ObjectValue, Provenance, Value } from './model.js';

export const computed = (at: Span, defaults: readonly string[] = []): Provenance => ({
  at,
  isLiteral: false,
  defaults,
});

export const scalar = (value: string | number | boolean, from: Provenance): Value => ({
  ...provenanceOf(from),
  kind: 'scalar',
  value,
});
export const nothing = (from: Provenance): Value => ({ ...provenanceOf(from), kind: 'null' });
export const present = (from: Provenance, node?: NodeReference): Value =>
  node === undefined
    ? { ...provenanceOf(from), kind: 'present' }
    : { ...provenanceOf(from), kind: 'present', node };
export const unknownValue = (from: Provenance, reason: Unknown['reason'], because: Message): Value => ({
  ...provenanceOf(from),
  kind: 'unknown',
  reason,
  because,
});
export const arrayOf = (items: readonly Later[], isOpen: boolean, from: Provenance): ArrayValue => ({
  ...provenanceOf(from),
  kind: 'array',
  items,
  isOpen,
});
export const objectOf = (
  entries: ReadonlyMap<string, Entry>,
  isOpen: boolean,
  from: Provenance,
): ObjectValue => ({ ...provenanceOf(from), kind: 'object', entries, isOpen });

const provenanceOf = ({ at, isLiteral, defaults }: Provenance): Provenance => ({ at, isLiteral, defaults });

/** The same value, resting on more defaults. */
export function restingOn(value: Value, defaults: readonly string[]): Value {
  if (defaults.every((name) => value.defaults.includes(name))) return value;
  return { ...value, defaults: unionOf(value.defaults, defaults) };
}

export const unionOf = (...lists: readonly (readonly string[])[]): readonly string[] => {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length < 2 ? (filled[0] ?? []) : [...new Set(filled.flat())];
};

/** An entry by key: as written, else in another case, as Azure reads keys. */
export function entryOf(object: ObjectValue, key: string): Entry | undefined {
  const exact = object.entries.get(key);
  if (exact !== undefined) return exact;
  const lower = key.toLowerCase();
  for (const [name, entry] of object.entries) if (name.toLowerCase() === lower) return entry;
  return undefined;
}
