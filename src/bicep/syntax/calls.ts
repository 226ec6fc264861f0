import { say } from '../../core/message.js';
import type { CallNode, Expression } from './node.js';
import type { Name } from './range.js';
import type { Parsing } from './parsing.js';
import {
  endOfLast,
  isAt,
  missing,
  missingCloser,
  peek,
  skipNewline,
  spanFrom,
  take,
  takeIf,
  takeName,
} from './parsing.js';
import { skipLine, skipNewlineToValue, startsDeclaration, startsProperty } from './recovery.js';

/** `(arguments)` behind a name. */
export function call(parsing: Parsing, name: Name, of?: Expression): CallNode {
  take(parsing);
  const args: Expression[] = [];
  for (;;) {
    const before = parsing.at;
    skipNewline(parsing);
    if (takeIf(parsing, ')') !== undefined) break;
    if (isAt(parsing, 'end') || startsDeclaration(parsing) || startsProperty(parsing)) {
      parsing.at = before;
      missingCloser(parsing, ')');
      break;
    }
    args.push(parsing.grammar.expression(parsing));
    if (takeIf(parsing, ',') !== undefined) continue;
    if (isAt(parsing, ')') || (isAt(parsing, 'newline') && isAt(parsing, ')', 1))) continue;
    missingCloser(parsing, ')');
    break;
  }
  const start = of?.start ?? name.start;
  const node = { kind: 'call' as const, name, args, start, end: Math.max(name.end, endOfLast(parsing)) };
  return of === undefined ? node : { ...node, of };
}

/** `(value)`, or the parameters of a lambda: `(a, b) => value`. */
export function parenthesis(parsing: Parsing): Expression {
  const start = peek(parsing).start;
  if (beginsLambda(parsing)) return lambda(parsing, start);
  take(parsing);
  const before = parsing.at;
  skipNewline(parsing);
  if (startsDeclaration(parsing) || startsProperty(parsing)) {
    parsing.at = before;
    missingCloser(parsing, ')');
    return {
      kind: 'wrapped',
      of: missing(parsing, say('A value is missing.')),
      start,
      end: endOfLast(parsing),
    };
  }
  const of = parsing.grammar.expression(parsing);
  if (isAt(parsing, 'newline') && isAt(parsing, ')', 1)) take(parsing);
  if (takeIf(parsing, ')') === undefined) missingCloser(parsing, ')');
  return { kind: 'wrapped', of, start, end: endOfLast(parsing) };
}

/** Looks over names, commas and line ends only, so nested parentheses are not looked over again. */
function beginsLambda(parsing: Parsing): boolean {
  let ahead = 1;
  while (isAt(parsing, 'identifier', ahead) || isAt(parsing, ',', ahead) || isAt(parsing, 'newline', ahead))
    ahead += 1;
  return isAt(parsing, ')', ahead) && isAt(parsing, '=>', ahead + 1);
}

function lambda(parsing: Parsing, start: number): Expression {
  take(parsing);
  const names: Name[] = [];
  while (!isAt(parsing, '=>')) {
    if (isAt(parsing, 'identifier')) names.push(takeName(parsing));
    else take(parsing);
  }
  take(parsing);
  skipNewlineToValue(parsing);
  const body = parsing.grammar.expression(parsing);
  return { kind: 'lambda', names, body, start, end: Math.max(start, endOfLast(parsing)) };
}

/** `if (condition) body` as the value of a resource, a module or a loop. */
export function conditional(parsing: Parsing, body: (parsing: Parsing) => Expression): Expression {
  const word = take(parsing);
  const condition = isAt(parsing, '(')
    ? parenthesis(parsing)
    : missing(parsing, say('A condition in parentheses is missing.'));
  if (isAt(parsing, 'newline') && isAt(parsing, '{', 1)) take(parsing);
  const node = isAt(parsing, '{') ? body(parsing) : skipLine(parsing);
  return { kind: 'if', condition, body: node, ...spanFrom(parsing, word) };
}
