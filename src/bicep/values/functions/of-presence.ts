import type { Value } from '../model.js';
import { listOf } from '../lists.js';
import { entryOf, restingOn, scalar } from '../value.js';
import type { BuiltIn } from './call-shape.js';
import { argOf, argsOf, open, resting } from './call-shape.js';

/** Functions that ask whether something is there. */
export const presenceFunctions: Readonly<Record<string, BuiltIn>> = {
  empty: (call) => {
    const value = argOf(call, 0);
    const known = isEmptyOf(value);
    return known === undefined ? open(call, [value]) : scalar(known, resting(call, [value]));
  },
  contains: (call) => {
    const [of, what] = [argOf(call, 0), argOf(call, 1)];
    const known = containsOf(of, what);
    return known === undefined ? open(call, [of, what]) : scalar(known, resting(call, [of, what]));
  },
  coalesce: (call) => {
    const passed: Value[] = [];
    for (let index = 0; index < call.args.length; index += 1) {
      const value = argOf(call, index);
      if (value.kind !== 'null')
        return restingOn(
          value,
          passed.flatMap(({ defaults }) => defaults),
        );
      passed.push(value);
    }
    return passed.at(-1) ?? open(call);
  },
  length: (call) => {
    const value = argOf(call, 0);
    const from = resting(call, [value]);
    if (value.kind === 'array' && !value.isOpen) return scalar(value.items.length, from);
    if (value.kind === 'object' && !value.isOpen) return scalar(value.entries.size, from);
    if (value.kind === 'scalar' && typeof value.value === 'string') return scalar(value.value.length, from);
    return open(call, [value]);
  },
  // These two only change the type that Bicep sees.
  any: (call) => argOf(call, 0),
  array: (call) => {
    const value = argOf(call, 0);
    if (value.kind === 'array' || value.kind === 'unknown') return value;
    return { ...resting(call, [value]), kind: 'array', items: [() => value], isOpen: false };
  },
  createArray: (call) => {
    const items = argsOf(call).map((value) => () => value);
    return { ...call.from, kind: 'array', items, isOpen: false };
  },
};

export function isEmptyOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'null':
      return true;
    case 'scalar':
      return value.value === '';
    case 'object':
      return value.entries.size > 0 ? false : value.isOpen ? undefined : true;
    case 'array':
      return value.items.length > 0 ? false : value.isOpen ? undefined : true;
    case 'present':
    case 'node':
      return false;
    case 'unknown':
      return undefined;
  }
}

function containsOf(of: Value, what: Value): boolean | undefined {
  if (what.kind !== 'scalar') return undefined;
  switch (of.kind) {
    case 'object': {
      const has = entryOf(of, String(what.value)) !== undefined;
      return has || !of.isOpen ? has : undefined;
    }
    case 'array': {
      const items = listOf(of).items.map((item) => item());
      if (items.some((item) => item.kind === 'scalar' && item.value === what.value)) return true;
      return !of.isOpen && items.every(({ kind }) => kind === 'scalar') ? false : undefined;
    }
    case 'scalar':
      return typeof of.value === 'string' ? of.value.includes(String(what.value)) : undefined;
    default:
      return undefined;
  }
}
