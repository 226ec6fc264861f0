import type { Fact, Origin } from '../../core/fact.js';
import { absent, known, unknown } from '../../core/fact.js';
import { say } from '../../core/message.js';
import type { Span } from '../analysis.js';
import { isEmpty } from '../values/parameters.js';
import type { Provenance, Value } from '../values/model.js';
import { computed, entryOf, restingOn, unknownValue } from '../values/value.js';

/** A place in a body: the value there, undefined where there is none, and the nearest key for a missing thing. */
export interface Place {
  readonly value: Value | undefined;
  readonly near: Provenance;
}

export const placeOf = (value: Value, near: Span): Place => ({ value, near: computed(near) });

/** The place below, one key at a time. Empty objects and nulls are nothing. */
export function below(place: Place, ...path: readonly string[]): Place {
  return path.reduce(step, place);
}

function step({ value, near }: Place, key: string): Place {
  if (value === undefined || value.kind === 'null') return { value: undefined, near: value ?? near };
  if (value.kind !== 'object')
    return {
      value:
        value.kind === 'unknown'
          ? value
          : unknownValue(value, 'notStatic', say('{key} shows at deployment.', { key })),
      near,
    };
  const entry = entryOf(value, key);
  if (entry !== undefined)
    return {
      value: restingOn(entry.value(), value.defaults),
      near: computed(entry.key, value.defaults),
    };
  if (!value.isOpen) return { value: undefined, near: computed(near.at, value.defaults) };
  return { value: unknownValue(value, 'notStatic', say('{key} may come from elsewhere.', { key })), near };
}

/** Where a value was read, as facts tell it. */
export function originOf({ at, isLiteral, defaults }: Provenance): Origin {
  return { kind: defaults.length > 0 ? 'default' : isLiteral ? 'literal' : 'computed', ...at };
}

/** Told of each fact that rests on defaults. */
export type NoteDefaults = (names: readonly string[]) => void;

/** Makes facts of places. */
export interface Reader {
  readonly text: (place: Place) => Fact<string>;
  readonly number: (place: Place) => Fact<number>;
  readonly flag: (place: Place) => Fact<boolean>;
  readonly texts: (place: Place) => Fact<readonly string[]>;
  readonly list: (place: Place) => Fact<readonly Place[]>;
  readonly object: <T extends object>(place: Place, read: (place: Place) => T) => Fact<T>;
  readonly fact: <T>(place: Place, read: (value: Value) => Fact<T>) => Fact<T>;
}

export function readerOf(note: NoteDefaults): Reader {
  function fact<T>({ value, near }: Place, read: (value: Value) => Fact<T>): Fact<T> {
    note((value ?? near).defaults);
    if (value === undefined) return absent(originOf(near));
    if (value.kind === 'null') return absent(originOf(value));
    if (value.kind === 'unknown') return unknown(value.reason, value.because, originOf(value));
    return read(value);
  }
  const scalarFact =
    <T>(parse: (value: string | number | boolean) => T | undefined) =>
    (place: Place): Fact<T> =>
      fact(place, (value) => {
        const parsed = value.kind === 'scalar' ? parse(value.value) : undefined;
        return parsed === undefined ? undecided(value) : known(parsed, originOf(value));
      });
  const list = (place: Place): Fact<readonly Place[]> =>
    fact(place, (value) => {
      if (value.kind !== 'array' || value.isOpen) return undecided(value);
      const { items, defaults } = value;
      const near = { ...place.near, defaults };
      return known(
        items.map((item) => {
          const value = restingOn(item(), defaults);
          return { value, near: firstKeyOf(value) ?? near };
        }),
        originOf(place.near),
      );
    });
  return {
    fact,
    list,
    text: scalarFact((value) => (typeof value === 'string' && value !== '' ? value : undefined)),
    number: scalarFact((value) => (typeof value === 'number' ? value : undefined)),
    flag: scalarFact((value) => (typeof value === 'boolean' ? value : undefined)),
    texts: (place) => {
      const items = list(place);
      if (items.kind !== 'known') return items;
      const texts = items.value.map(({ value }) =>
        value?.kind === 'scalar' ? String(value.value) : undefined,
      );
      if (texts.every((text) => text !== undefined)) return known(texts, items.origin);
      return unknown('notStatic', say('Not every item of the list is known.'), items.origin);
    },
    object: (place, read) =>
      fact(place, (value) => {
        if (isEmpty(value)) return absent(originOf(value));
        return value.kind === 'object' ? known(read(place), originOf(place.near)) : undecided(value);
      }),
  };
}

/** What an item lacks is told at its first key: the list's own would not say which item. */
function firstKeyOf(value: Value): Provenance | undefined {
  if (value.kind !== 'object') return undefined;
  const [first] = value.entries.values();
  return first === undefined ? undefined : computed(first.key, value.defaults);
}

const undecided = (value: Value): Fact<never> =>
  unknown('notStatic', say('The value shows at deployment.'), originOf(value));
