import type { Provenance, Scope, Value } from './model.js';
import { say } from '../../core/message.js';
import type { BinaryNode, UnaryNode } from '../syntax/node.js';
import { evaluate, spanOf } from './scope.js';
import { computed, restingOn, scalar, unionOf, unknownValue } from './value.js';

const open = (from: Provenance): Value =>
  unknownValue(from, 'notStatic', say('The value is computed at deployment.'));

export function unaryOf(node: UnaryNode, scope: Scope): Value {
  const of = evaluate(node.of, scope);
  const at = spanOf(scope, node);
  const isLiteral = of.isLiteral && node.of.kind === 'literal';
  const from: Provenance = { at, isLiteral, defaults: of.defaults };
  if (of.kind !== 'scalar') return open(from);
  if (node.operator === '!') return typeof of.value === 'boolean' ? scalar(!of.value, from) : open(from);
  return typeof of.value === 'number' ? scalar(-of.value, from) : open(from);
}

export function binaryOf(node: BinaryNode, scope: Scope): Value {
  const at = spanOf(scope, node);
  const left = evaluate(node.left, scope);
  if (node.operator === '??') {
    if (left.kind === 'null') return restingOn(evaluate(node.right, scope), left.defaults);
    return left;
  }
  if (node.operator === '&&' || node.operator === '||') return logical(node, left, scope);
  const right = evaluate(node.right, scope);
  const from = computed(at, unionOf(left.defaults, right.defaults));
  switch (node.operator) {
    case '==':
    case '=~':
      return equality(node.operator, left, right, from);
    case '!=':
    case '!~': {
      const same = equality(node.operator === '!=' ? '==' : '=~', left, right, from);
      return same.kind === 'scalar' ? scalar(same.value !== true, from) : same;
    }
    default:
      return arithmetic(node.operator, left, right, from);
  }
}

function logical(node: BinaryNode, left: Value, scope: Scope): Value {
  const from = computed(spanOf(scope, node), left.defaults);
  if (left.kind !== 'scalar') {
    const right = evaluate(node.right, scope);
    const settles = node.operator === '||';
    if (right.kind === 'scalar' && right.value === settles) return restingOn(right, left.defaults);
    return open(from);
  }
  const isTrue = left.value === true;
  if (isTrue === (node.operator === '||')) return scalar(isTrue, from);
  return restingOn(evaluate(node.right, scope), left.defaults);
}

function equality(operator: '==' | '=~', left: Value, right: Value, from: Provenance): Value {
  if (left.kind === 'unknown' || right.kind === 'unknown') return open(from);
  if (left.kind === 'null' || right.kind === 'null') {
    if (left.kind === right.kind) return scalar(true, from);
    return scalar(false, from);
  }
  if (left.kind !== 'scalar' || right.kind !== 'scalar') return open(from);
  if (operator === '==') return scalar(left.value === right.value, from);
  return scalar(String(left.value).toLowerCase() === String(right.value).toLowerCase(), from);
}

function arithmetic(operator: string, left: Value, right: Value, from: Provenance): Value {
  if (left.kind !== 'scalar' || right.kind !== 'scalar') return open(from);
  const { value: a } = left;
  const { value: b } = right;
  if (typeof a !== 'number' || typeof b !== 'number') return open(from);
  switch (operator) {
    case '+':
      return scalar(a + b, from);
    case '-':
      return scalar(a - b, from);
    case '*':
      return scalar(a * b, from);
    case '/':
      return b === 0 ? open(from) : scalar(Math.trunc(a / b), from);
    case '%':
      return b === 0 ? open(from) : scalar(a % b, from);
    case '<':
      return scalar(a < b, from);
    case '<=':
      return scalar(a <= b, from);
    case '>':
      return scalar(a > b, from);
    case '>=':
      return scalar(a >= b, from);
    default:
      return open(from);
  }
}
