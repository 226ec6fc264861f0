import { absent, known, unknown, type Fact, type Origin } from '../../core/fact.js';
import { isJsonObject, valueAt, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';

type Path = readonly (string | number)[];

/**
 * One resource's body, read property by property. Missing and null are "absent"; a value of another kind than
 * expected is "odd": it is told, and hides nothing else.
 */
export interface Resource {
  readonly id: string;
  text(...path: Path): Fact<string>;
  number(...path: Path): Fact<number>;
  flag(...path: Path): Fact<boolean>;
  texts(...path: Path): Fact<readonly string[]>;
  /** A resource id as a graph key: lower case, no slash at the end. */
  key(...path: Path): Fact<string>;
  /** `[{ id }, ...]` as graph keys. */
  keys(...path: Path): Fact<readonly string[]>;
  /** A nested object, or absent. */
  part(...path: Path): Fact<Json>;
  origin(...path: Path): Origin;
  raw(...path: Path): Json | undefined;
}

/** A body as a resource; `prefix` is what its paths are called in an origin. Never throws. */
export function resource(id: string, body: Json | undefined, prefix = ''): Resource {
  const origin = (...path: Path): Origin => ({
    kind: 'arm',
    resourceId: id,
    property: prefix + path.filter((key, index) => index > 0 || key !== 'properties').join('.'),
  });

  function at<T>(path: Path, expected: string, narrow: (value: Json) => T | undefined): Fact<T> {
    const value = valueAt(body, path);
    if (value === undefined || value === null) return absent(origin(...path));
    const narrowed = narrow(value);
    return narrowed === undefined ? oddFact(origin(...path), expected) : known(narrowed, origin(...path));
  }

  return {
    id,
    text: (...path) => at(path, 'text', text),
    number: (...path) => at(path, 'a number', number),
    flag: (...path) => at(path, 'true or false', flag),
    texts: (...path) => at(path, 'a list of texts', (value) => listOf(value, text)),
    key: (...path) => at(path, 'a resource id', (value) => graphKey(value)),
    keys: (...path) =>
      at(path, 'a list of resource ids', (value) => listOf(value, (one) => graphKey(valueAt(one, ['id'])))),
    part: (...path) => at(path, 'an object', (value) => (isJsonObject(value) ? value : undefined)),
    origin,
    raw: (...path) => valueAt(body, path),
  };
}

/** The graph key of an ARM id, or undefined where the text is none. */
export function graphKey(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || !/^\/subscriptions\/[^/]/i.test(value)) return undefined;
  return value.toLowerCase().replace(/\/+$/, '');
}

const oddFact = (origin: Origin, expected: string): Fact<never> =>
  unknown('odd', say('Azure sent something other than {expected} here.', { expected }), origin);

/** An empty text says no more than a missing one, but it is there: it stays. */
const text = (value: Json): string | undefined => (typeof value === 'string' ? value : undefined);

const flag = (value: Json): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
};

const number = (value: Json): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
};

function listOf<T>(value: Json, narrow: (one: Json) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const list = (value as readonly Json[]).map(narrow);
  return list.every((one) => one !== undefined) ? list : undefined;
}
