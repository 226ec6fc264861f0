import { say } from '../../core/message.js';
import { array, object } from './collections.js';
import { call, parenthesis } from './calls.js';
import type { BinaryOperator, Expression } from './node.js';
import type { Name } from './range.js';
import { constants } from './constants.js';
import type { Parsing } from './parsing.js';
import {
  isAt,
  isAtAfterNewline,
  missing,
  missingCloser,
  peek,
  spanFrom,
  take,
  takeIf,
  takeName,
} from './parsing.js';
import { oneDeeper, skipNewlineToValue } from './recovery.js';
import { string } from './strings.js';

/** How tightly a binary operator binds; the documented grammar puts `&& || ??` on one level, the compiler does not. */
const strengths: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  ...{ '==': 4, '!=': 4, '=~': 4, '!~': 4 },
  ...{ '<': 5, '<=': 5, '>': 5, '>=': 5 },
  ...{ '+': 6, '-': 6 },
  ...{ '*': 7, '/': 7, '%': 7 },
};

/** Parses an expression, or answers a skip node where none begins. */
export function expression(parsing: Parsing): Expression {
  return oneDeeper(parsing, ternary);
}

function ternary(parsing: Parsing): Expression {
  const condition = binary(parsing, 0);
  if (!isAtAfterNewline(parsing, '?')) return condition;
  take(parsing);
  const whenTrue = expression(parsing);
  const hasColon = isAtAfterNewline(parsing, ':');
  if (hasColon) take(parsing);
  const whenFalse = hasColon ? expression(parsing) : missing(parsing, say("':' is missing."));
  return { kind: 'ternary', condition, whenTrue, whenFalse, ...spanFrom(parsing, condition) };
}

/** Climbs by strength: as deep as there are levels, however long the chain. */
function binary(parsing: Parsing, strongerThan: number): Expression {
  let left = unary(parsing);
  for (;;) {
    const operator = peek(parsing).kind;
    const strength = strengths[operator] ?? 0;
    if (strength <= strongerThan) return left;
    take(parsing);
    const right = binary(parsing, strength);
    left = { kind: 'binary', operator: operator as BinaryOperator, left, right, ...spanFrom(parsing, left) };
  }
}

function unary(parsing: Parsing): Expression {
  const operators: { operator: '!' | '-'; start: number }[] = [];
  for (let { kind, start } = peek(parsing); kind === '!' || kind === '-'; { kind, start } = peek(parsing)) {
    operators.push({ operator: kind, start });
    take(parsing);
  }
  let node = postfix(parsing, primary(parsing));
  for (const { operator, start } of operators.reverse())
    node = { kind: 'unary', operator, of: node, start, end: node.end };
  return node;
}

function postfix(parsing: Parsing, first: Expression): Expression {
  let node = first;
  for (;;) {
    const { kind } = peek(parsing);
    if (kind === '.') node = dot(parsing, node);
    else if (kind === '[') node = index(parsing, node);
    else if (kind === '::') {
      take(parsing);
      const name = takeName(parsing);
      node = { kind: 'member', of: node, name, access: 'nested', isSafe: false, ...spanFrom(parsing, node) };
    } else if (kind === '!') {
      take(parsing);
      node = { kind: 'wrapped', of: node, ...spanFrom(parsing, node) };
    } else return node;
  }
}

function dot(parsing: Parsing, of: Expression): Expression {
  take(parsing);
  const isSafe = takeIf(parsing, '?') !== undefined;
  const name = takeName(parsing);
  if (isAt(parsing, '(')) return call(parsing, name, of);
  return { kind: 'member', of, name, access: 'property', isSafe, ...spanFrom(parsing, of) };
}

function index(parsing: Parsing, of: Expression): Expression {
  take(parsing);
  const isSafe = takeIf(parsing, '?') !== undefined;
  const isFromEnd = takeIf(parsing, '^') !== undefined;
  const at = expression(parsing);
  if (takeIf(parsing, ']') === undefined) missingCloser(parsing, ']');
  return { kind: 'index', of, index: at, isFromEnd, isSafe, ...spanFrom(parsing, of) };
}

function primary(parsing: Parsing): Expression {
  const token = peek(parsing);
  switch (token.kind) {
    case 'string':
    case 'stringLeft':
      return string(parsing);
    case 'number':
      take(parsing);
      return { kind: 'literal', value: Number(token.value), start: token.start, end: token.end };
    case '{':
      return object(parsing);
    case '[':
      return array(parsing);
    case '(':
      return parenthesis(parsing);
    case 'identifier':
      return word(parsing, takeName(parsing));
    default:
      return missing(parsing, say('A value is missing.'));
  }
}

function word(parsing: Parsing, name: Name): Expression {
  if (isAt(parsing, '(')) return call(parsing, name);
  if (takeIf(parsing, '=>') !== undefined) {
    skipNewlineToValue(parsing);
    return { kind: 'lambda', names: [name], body: expression(parsing), ...spanFrom(parsing, name) };
  }
  const constant = constants[name.name];
  const range = { start: name.start, end: name.end };
  if (constant !== undefined) return { kind: 'literal', value: constant, ...range };
  return { kind: 'reference', name: name.name, ...range };
}
