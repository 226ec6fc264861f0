import type { Expression, StringNode } from './node.js';
import type { Parsing } from './parsing.js';
import { endOfLast, peek, take } from './parsing.js';
import { skipLine } from './recovery.js';

/** A string with or without holes; the lexer saw to it that it ends. */
export function string(parsing: Parsing): StringNode {
  const first = take(parsing);
  const texts = [first.value];
  const holes: Expression[] = [];
  if (first.kind === 'string') return { kind: 'string', texts, holes, start: first.start, end: first.end };
  for (;;) {
    holes.push(parsing.grammar.expression(parsing));
    skipRestOfHole(parsing);
    const { kind, value } = peek(parsing);
    if (kind !== 'stringMiddle' && kind !== 'stringRight') {
      texts.push('');
      break;
    }
    take(parsing);
    texts.push(value);
    if (kind === 'stringRight') break;
  }
  return { kind: 'string', texts, holes, start: first.start, end: endOfLast(parsing) };
}

/** What stands in a hole behind its value belongs to nothing. */
function skipRestOfHole(parsing: Parsing): void {
  for (;;) {
    const { kind } = peek(parsing);
    if (kind === 'stringMiddle' || kind === 'stringRight' || kind === 'newline' || kind === 'end') return;
    if (kind === 'stringLeft') string(parsing);
    else if (kind === ')' || kind === ']' || kind === '}') take(parsing);
    else if (skipLineOfHole(parsing)) return;
  }
}

function skipLineOfHole(parsing: Parsing): boolean {
  const before = parsing.at;
  while (!['stringMiddle', 'stringRight', 'stringLeft', 'newline', 'end'].includes(peek(parsing).kind))
    take(parsing);
  if (parsing.at === before) skipLine(parsing);
  return parsing.at === before;
}
