import { say } from '../../core/message.js';
import type { Range } from './range.js';
import type { TypeNode } from './type-node.js';
import { constants } from './constants.js';
import type { Parsing } from './parsing.js';
import {
  isAt,
  isAtAfterNewline,
  missing,
  missingCloser,
  peek,
  spanFrom,
  skipNewline,
  take,
  takeIf,
  takeName,
} from './parsing.js';
import { oneDeeper, skipLine, startsDeclaration } from './recovery.js';
import { string } from './strings.js';

/** Parses a type: a union, whose bars may stand at the beginning of lines. */
export function typeExpression(parsing: Parsing): TypeNode {
  return oneDeeper(parsing, union);
}

function union(parsing: Parsing): TypeNode {
  if (isAtAfterNewline(parsing, '|')) take(parsing);
  const first = postfix(parsing, primary(parsing));
  const of = [first];
  while (isAtAfterNewline(parsing, '|')) {
    take(parsing);
    of.push(postfix(parsing, primary(parsing)));
  }
  return of.length === 1 ? first : { kind: 'typeUnion', of, ...spanFrom(parsing, first) };
}

const other = (parsing: Parsing, from: Range): TypeNode => ({
  kind: 'typeOther',
  ...spanFrom(parsing, from),
});

function postfix(parsing: Parsing, first: TypeNode): TypeNode {
  let node = first;
  for (;;) {
    const { kind } = peek(parsing);
    if (kind === '?') {
      take(parsing);
      node = { kind: 'typeNullable', of: node, ...spanFrom(parsing, first) };
    } else if (kind === '!') {
      take(parsing);
      node = other(parsing, node);
    } else if (kind === '[') node = brackets(parsing, node);
    else if (kind === '.') {
      take(parsing);
      if (takeIf(parsing, '*') === undefined) takeName(parsing);
      if (isAt(parsing, '<')) typeArguments(parsing);
      node = other(parsing, node);
    } else return node;
  }
}

function brackets(parsing: Parsing, of: TypeNode): TypeNode {
  take(parsing);
  const isArray = isAt(parsing, ']');
  if (!isArray && takeIf(parsing, '*') === undefined) parsing.grammar.expression(parsing);
  if (takeIf(parsing, ']') === undefined) missingCloser(parsing, ']');
  return isArray ? { kind: 'typeArray', of, ...spanFrom(parsing, of) } : other(parsing, of);
}

function primary(parsing: Parsing): TypeNode {
  const token = peek(parsing);
  switch (token.kind) {
    case 'string':
    case 'stringLeft': {
      const { texts, holes, start, end } = string(parsing);
      return holes.length > 0
        ? { kind: 'typeOther', start, end }
        : { kind: 'typeLiteral', value: texts[0] ?? '', start, end };
    }
    case 'number':
      take(parsing);
      return { kind: 'typeLiteral', value: Number(token.value), start: token.start, end: token.end };
    case '-':
    case '!':
      return negated(parsing);
    case '{':
      return members(parsing, '}');
    case '[':
      return members(parsing, ']');
    case '(':
      return parenthesis(parsing);
    case 'identifier':
      return word(parsing);
    default:
      return missing(parsing, say('A type is missing.'));
  }
}

function negated(parsing: Parsing): TypeNode {
  const start = take(parsing);
  const number = takeIf(parsing, 'number');
  if (number !== undefined && start.kind === '-')
    return { kind: 'typeLiteral', value: -Number(number.value), start: start.start, end: number.end };
  if (number === undefined) takeName(parsing);
  return other(parsing, start);
}

function word(parsing: Parsing): TypeNode {
  const name = takeName(parsing);
  const range = { start: name.start, end: name.end };
  const constant = constants[name.name];
  if (constant !== undefined) return { kind: 'typeLiteral', value: constant, ...range };
  if (isAt(parsing, '<')) {
    typeArguments(parsing);
    return other(parsing, range);
  }
  return { kind: 'typeName', name: name.name, ...range };
}

/** `<'Microsoft.Network/virtualNetworks@2025-01-01'>` */
function typeArguments(parsing: Parsing): void {
  take(parsing);
  for (;;) {
    skipNewline(parsing);
    if (takeIf(parsing, '>') !== undefined) return;
    const before = parsing.at;
    if (!isAt(parsing, 'end') && !startsDeclaration(parsing)) typeExpression(parsing);
    takeIf(parsing, ',');
    if (parsing.at > before) continue;
    missingCloser(parsing, '>');
    return;
  }
}

function parenthesis(parsing: Parsing): TypeNode {
  const start = take(parsing);
  skipNewline(parsing);
  const inner = typeExpression(parsing);
  skipNewline(parsing);
  if (takeIf(parsing, ')') === undefined) missingCloser(parsing, ')');
  return { ...inner, ...spanFrom(parsing, start) };
}

/** Properties of an object type, or items of a tuple: read over, for values are not decided by them. */
function members(parsing: Parsing, closer: '}' | ']'): TypeNode {
  const start = take(parsing);
  for (;;) {
    skipNewline(parsing);
    if (takeIf(parsing, closer) !== undefined) break;
    // Decorators in column 0 are common enough here; only a declaring word ends the list.
    if (isAt(parsing, 'end') || (!isAt(parsing, '@') && startsDeclaration(parsing))) {
      missingCloser(parsing, closer);
      break;
    }
    const before = parsing.at;
    parsing.grammar.decorators(parsing);
    if (closer === '}') property(parsing);
    else {
      takeIf(parsing, '...');
      typeExpression(parsing);
    }
    if (takeIf(parsing, ',') !== undefined || isAt(parsing, 'newline') || isAt(parsing, closer)) continue;
    skipLine(parsing);
    if (parsing.at === before) take(parsing);
  }
  return other(parsing, start);
}

function property(parsing: Parsing): void {
  if (takeIf(parsing, '...') !== undefined) {
    typeExpression(parsing);
    return;
  }
  if (isAt(parsing, 'string') || isAt(parsing, 'stringLeft')) string(parsing);
  else if (takeIf(parsing, '*') === undefined) takeName(parsing);
  takeIf(parsing, '?');
  if (takeIf(parsing, ':') !== undefined) typeExpression(parsing);
}
