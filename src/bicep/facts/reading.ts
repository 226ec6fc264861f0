import type { Fact } from '../../core/fact.js';
import { known, unknown } from '../../core/fact.js';
import { say } from '../../core/message.js';
import type { Span } from '../analysis.js';
import type { NodeReference, ResourceSymbol, Scope, Value } from '../values/model.js';
import { bodyOf } from '../values/resources.js';
import { spanOf } from '../values/scope.js';
import type { NoteDefaults, Place, Reader } from './place.js';
import { below, originOf, placeOf, readerOf } from './place.js';

/** Reading the facts of one cluster in one world. */
export interface FactReading {
  readonly reader: Reader;
  /** Declarations that ids of the graph stand for, by key. */
  readonly nodes: Map<string, NodeReference>;
}

export const factReading = (note: NoteDefaults): FactReading => ({
  reader: readerOf(note),
  nodes: new Map(),
});

/** The body of a declared resource. */
export const bodyPlace = (resource: ResourceSymbol): Place => placeOf(bodyOf(resource), nameSpanOf(resource));

/** The symbol in the resource's declaration. */
export const nameSpanOf = ({ scope, declared }: ResourceSymbol): Span =>
  spanOf(scope, declared.declaration.name);

/** A name, or the symbol where the name is not known. */
export function nameOf(resource: ResourceSymbol): string {
  const { value } = below(bodyPlace(resource), 'name');
  return value?.kind === 'scalar' ? String(value.value) : resource.declared.declaration.name.name;
}

/** Graph key of what is declared under a reference. */
export const keyOf = ({ resource, tail }: NodeReference): string => resource.key + tail;

/** A reference to another resource: known by its graph key, whatever its text will be. */
export function idFact({ reader, nodes }: FactReading, place: Place, scope: Scope): Fact<string> {
  return reader.fact(place, (value) => {
    const key = idOf(value, scope);
    if (key === undefined)
      return unknown('notStatic', say('What it refers to shows at deployment.'), originOf(value));
    if (value.kind === 'present' && value.node !== undefined) nodes.set(key, value.node);
    return known(key, originOf(value));
  });
}

function idOf(value: Value, { evaluation }: Scope): string | undefined {
  if (value.kind === 'scalar' && typeof value.value === 'string' && value.value !== '') return value.value;
  if (value.kind !== 'present') return undefined;
  if (value.node !== undefined) return keyOf(value.node);
  const { uri, start, end } = value.at;
  return evaluation.files[uri]?.slice(start, end).replace(/\s+/g, '') ?? '';
}

/** Ids of a list whose items are objects with an `id`, or ids themselves. */
export function idListFact(reading: FactReading, place: Place, scope: Scope): Fact<readonly string[]> {
  const items = reading.reader.list(place);
  if (items.kind !== 'known') return items;
  const ids: string[] = [];
  for (const [n, item] of items.value.entries()) {
    const isObject = item.value?.kind === 'object';
    const id = idFact(reading, isObject ? below(item, 'id') : item, scope);
    // An item whose text is not known is still one more address.
    ids.push(id.kind === 'known' ? id.value : `#${n}`);
  }
  return known(ids, items.origin);
}
