import type { Value } from '../model.js';
import { listOf } from '../lists.js';
import { arrayOf, nothing, restingOn, scalar } from '../value.js';
import type { BuiltIn, Call } from './call-shape.js';
import { argOf, argsOf, open, resting } from './call-shape.js';

function itemAt(call: Call, index: number): Value {
  const of = argOf(call, 0);
  if (of.kind !== 'array' || of.isOpen) return open(call, [of]);
  const item = of.items.at(index);
  return item === undefined ? nothing(resting(call, [of])) : restingOn(item(), of.defaults);
}

const maxRange = 500;

/** Functions that make lists of lists. */
export const listFunctions: Readonly<Record<string, BuiltIn>> = {
  first: (call) => itemAt(call, 0),
  last: (call) => itemAt(call, -1),
  concat: (call) => {
    const args = argsOf(call);
    if (args.every(({ kind }) => kind === 'scalar'))
      return scalar(
        args.map((value) => (value.kind === 'scalar' ? String(value.value) : '')).join(''),
        resting(call, args),
      );
    const lists = args.map(listOf);
    return arrayOf(
      lists.flatMap(({ items }) => items),
      lists.some(({ isOpen }) => isOpen),
      resting(call, args),
    );
  },
  flatten: (call) => {
    const of = argOf(call, 0);
    const outer = listOf(of);
    const lists = outer.items.map((item) => listOf(item()));
    return arrayOf(
      lists.flatMap(({ items }) => items),
      outer.isOpen || lists.some(({ isOpen }) => isOpen),
      resting(call, [of]),
    );
  },
  range: (call) => {
    const [start, count] = [argOf(call, 0), argOf(call, 1)];
    if (start.kind !== 'scalar' || count.kind !== 'scalar') return open(call, [start, count]);
    const [from, length] = [Number(start.value), Number(count.value)];
    if (!Number.isInteger(from) || !(length >= 0 && length <= maxRange)) return open(call);
    const items = Array.from({ length }, (_, n) => () => scalar(from + n, call.from));
    return arrayOf(items, false, resting(call, [start, count]));
  },
};
