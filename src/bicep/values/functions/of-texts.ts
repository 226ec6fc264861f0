import type { Provenance, Value } from '../model.js';
import { say } from '../../../core/message.js';
import { arrayOf, nothing, objectOf, present, scalar, unknownValue } from '../value.js';
import type { BuiltIn, Call } from './call-shape.js';
import { argOf, argsOf, open, resting } from './call-shape.js';

/** A function of one text. */
const ofText =
  (change: (text: string) => string | number | boolean | undefined): BuiltIn =>
  (call) => {
    const value = argOf(call, 0);
    if (value.kind !== 'scalar')
      return value.kind === 'present' ? present(resting(call, [value])) : open(call, [value]);
    const changed = change(String(value.value));
    return changed === undefined ? open(call, [value]) : scalar(changed, resting(call, [value]));
  };

const ofTwoTexts =
  (test: (text: string, other: string) => boolean): BuiltIn =>
  (call) => {
    const [text, other] = [argOf(call, 0), argOf(call, 1)];
    if (text.kind !== 'scalar' || other.kind !== 'scalar') return open(call, [text, other]);
    return scalar(test(String(text.value), String(other.value)), resting(call, [text, other]));
  };

/** Functions that make texts and plain values of texts. */
export const textFunctions: Readonly<Record<string, BuiltIn>> = {
  toLower: ofText((text) => text.toLowerCase()),
  toUpper: ofText((text) => text.toUpperCase()),
  trim: ofText((text) => text.trim()),
  string: ofText((text) => text),
  int: ofText((text) => (/^-?\d+$/.test(text) ? Number(text) : undefined)),
  bool: ofText((text) => ({ true: true, false: false, '1': true, '0': false })[text.toLowerCase()]),
  startsWith: ofTwoTexts((text, other) => text.toLowerCase().startsWith(other.toLowerCase())),
  endsWith: ofTwoTexts((text, other) => text.toLowerCase().endsWith(other.toLowerCase())),
  format: (call) => {
    const args = argsOf(call);
    const [template] = args;
    const isSureText = template?.kind === 'scalar' && /[^{}\d]/.test(String(template.value));
    return isSureText ? present(resting(call, args)) : open(call, args);
  },
  json: (call) => {
    const value = argOf(call, 0);
    if (value.kind !== 'scalar' || typeof value.value !== 'string') return open(call, [value]);
    return parsed(value.value, call, resting(call, [value]));
  },
};

function parsed(text: string, call: Call, from: Provenance): Value {
  try {
    return valueOfJson(JSON.parse(text), from);
  } catch {
    return open(call);
  }
}

function valueOfJson(json: unknown, from: Provenance): Value {
  if (json === null) return nothing(from);
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return scalar(json, from);
  if (Array.isArray(json))
    return arrayOf(
      (json as readonly unknown[]).map((item) => () => valueOfJson(item, from)),
      false,
      from,
    );
  if (typeof json !== 'object') return unknownValue(from, 'odd', say('This is no JSON.'));
  return objectOf(
    new Map(
      Object.entries(json).map(([key, value]) => [
        key,
        { key: from.at, value: () => valueOfJson(value, from) },
      ]),
    ),
    false,
    from,
  );
}
