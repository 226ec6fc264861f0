import type { Provenance, Scope, Value } from '../model.js';
import { say } from '../../../core/message.js';
import type { Expression } from '../../syntax/node.js';
import { evaluate } from '../scope.js';
import { computed, unionOf, unknownValue } from '../value.js';

/** A call of a built-in function; its arguments are evaluated when the function looks at them. */
export interface Call {
  readonly from: Provenance;
  readonly args: readonly Expression[];
  readonly scope: Scope;
}

export type BuiltIn = (call: Call) => Value;

/** The function cannot be worked out from the file. */
export const open = (call: Call, args: readonly Value[] = []): Value =>
  unknownValue(resting(call, args), 'notStatic', say('The value is computed at deployment.'));

export const resting = (call: Call, args: readonly Value[]): Provenance =>
  computed(call.from.at, unionOf(...args.map(({ defaults }) => defaults)));

export function argOf(call: Call, index: number): Value {
  const node = call.args[index];
  return node === undefined ? open(call) : evaluate(node, call.scope);
}

export const argsOf = (call: Call): readonly Value[] => call.args.map((node) => evaluate(node, call.scope));
