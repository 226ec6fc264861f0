import { say } from '../../core/message.js';
import { conditional } from './calls.js';
import type { ArrayNode, Expression, ForNode, ObjectNode, Spread } from './node.js';
import type { Name, Range } from './range.js';
import type { Parsing } from './parsing.js';
import {
  complain,
  isAt,
  isAtWord,
  missing,
  missingCloser,
  peek,
  skipNewline,
  spanFrom,
  take,
  takeIf,
  takeName,
} from './parsing.js';
import { skipLine, startsDeclaration, startsProperty } from './recovery.js';
import { string } from './strings.js';

type Member = ObjectNode['members'][number];

/** `{ … }`: properties, spreads and nested resources, apart by line ends or commas. */
export function object(parsing: Parsing): ObjectNode {
  const opener = take(parsing);
  const members: Member[] = [];
  let isClosed: boolean;
  for (;;) {
    skipNewline(parsing);
    isClosed = takeIf(parsing, '}') !== undefined;
    if (isClosed) break;
    if (isAt(parsing, 'end') || startsDeclaration(parsing)) {
      missingCloser(parsing, '}');
      break;
    }
    const before = parsing.at;
    members.push(member(parsing));
    endItem(parsing, '}', before);
  }
  return { kind: 'object', members, isClosed, ...spanFrom(parsing, opener) };
}

/** After an item: a line end, a comma or the closer. Anything else is skipped with its line. */
function endItem(parsing: Parsing, closer: '}' | ']', before: number): void {
  if (takeIf(parsing, ',') !== undefined || isAt(parsing, 'newline') || isAt(parsing, closer)) return;
  if (isAt(parsing, 'end') || startsDeclaration(parsing)) return;
  skipLine(parsing);
  if (parsing.at > before) return;
  // A closer that closes nothing.
  complain(parsing, take(parsing), say('This is not understood.'));
}

function member(parsing: Parsing): Member {
  const token = peek(parsing);
  if (token.kind === '...') return spread(parsing);
  if (token.kind === '@') return parsing.grammar.resource(parsing, parsing.grammar.decorators(parsing));
  if (isAtWord(parsing, 'resource') && isAt(parsing, 'identifier', 1))
    return parsing.grammar.resource(parsing, []);
  const name =
    token.kind === 'identifier'
      ? takeName(parsing)
      : token.kind === 'string' || token.kind === 'stringLeft'
        ? string(parsing)
        : undefined;
  if (name === undefined) return skipLine(parsing);
  const key = { name, start: name.start, end: name.end };
  if (takeIf(parsing, ':') === undefined) {
    complain(parsing, key, say("':' is missing."));
    const rest = skipLine(parsing);
    return { kind: 'skip', start: key.start, end: Math.max(key.end, rest.end) };
  }
  const value = parsing.grammar.expression(parsing);
  return { kind: 'property', key, value, ...spanFrom(parsing, key) };
}

function spread(parsing: Parsing): Spread {
  const dots = take(parsing);
  return { kind: 'spread', of: parsing.grammar.expression(parsing), ...spanFrom(parsing, dots) };
}

/** `[ … ]`: items apart by line ends or commas, or a loop. */
export function array(parsing: Parsing): ArrayNode | ForNode {
  const opener = take(parsing);
  const items: (Expression | Spread)[] = [];
  let isClosed: boolean;
  if (beginsLoop(parsing)) return loop(parsing, opener);
  for (;;) {
    const before = parsing.at;
    skipNewline(parsing);
    isClosed = takeIf(parsing, ']') !== undefined;
    if (isClosed) break;
    if (isAt(parsing, 'end') || isAt(parsing, '}') || startsDeclaration(parsing) || startsProperty(parsing)) {
      parsing.at = before;
      missingCloser(parsing, ']');
      break;
    }
    const at = parsing.at;
    items.push(isAt(parsing, '...') ? spread(parsing) : parsing.grammar.expression(parsing));
    endItem(parsing, ']', at);
  }
  return { kind: 'array', items, isClosed, ...spanFrom(parsing, opener) };
}

function beginsLoop(parsing: Parsing): boolean {
  const ahead = isAt(parsing, 'newline') ? 1 : 0;
  if (!isAtWord(parsing, 'for', ahead)) return false;
  return isAt(parsing, 'identifier', ahead + 1) || isAt(parsing, '(', ahead + 1);
}

function loop(parsing: Parsing, opener: Range): ForNode {
  skipNewline(parsing);
  take(parsing);
  const names = loopNames(parsing);
  if (isAtWord(parsing, 'in')) take(parsing);
  else missing(parsing, say("'in' is missing."));
  const over = parsing.grammar.expression(parsing);
  const body =
    takeIf(parsing, ':') === undefined ? missing(parsing, say("':' is missing.")) : loopBody(parsing);
  skipNewline(parsing);
  const isClosed = takeIf(parsing, ']') !== undefined;
  if (!isClosed) missingCloser(parsing, ']');
  return { kind: 'for', names, over, body, isClosed, ...spanFrom(parsing, opener) };
}

function loopNames(parsing: Parsing): readonly Name[] {
  if (takeIf(parsing, '(') === undefined) return [takeName(parsing)];
  const names = [takeName(parsing)];
  if (takeIf(parsing, ',') !== undefined) names.push(takeName(parsing));
  if (takeIf(parsing, ')') === undefined) missingCloser(parsing, ')');
  return names;
}

function loopBody(parsing: Parsing): Expression {
  skipNewline(parsing);
  return isAtWord(parsing, 'if') && isAt(parsing, '(', 1)
    ? conditional(parsing, object)
    : parsing.grammar.expression(parsing);
}
