import { say } from '../../core/message.js';
import type { Skip } from './range.js';
import type { Parsing } from './parsing.js';
import { complain, endOfLast, isAt, maxDepth, peek, take } from './parsing.js';
import type { TokenKind } from './token.js';

export const declarationWords: ReadonlySet<string> = new Set([
  ...['param', 'var', 'resource', 'module', 'output', 'type', 'func', 'import', 'metadata', 'targetScope'],
  ...['using', 'extends', 'extension', 'provider', 'extensionConfig', 'assert', 'test'],
]);

const openers: ReadonlySet<TokenKind> = new Set<TokenKind>(['{', '[', '(']);
const closers: ReadonlySet<TokenKind> = new Set<TokenKind>(['}', ']', ')']);

/**
 * True where a declaration surely begins, whatever is still open: a declaring word in column 0 and a name after
 * it, or a decorator in column 0. It ends every open list, so that damage stays in its own declaration.
 */
export function startsDeclaration(parsing: Parsing): boolean {
  const token = peek(parsing);
  if (token.kind !== '@' && (token.kind !== 'identifier' || !declarationWords.has(token.value))) return false;
  return isInFirstColumn(parsing.text, token.start) && isAt(parsing, 'identifier', 1);
}

function isInFirstColumn(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return start === 0 || before === 10 || before === 13 || (start === 1 && before === 0xfeff);
}

/** True where a line begins that can only be a property: an argument or an item never reads `name:`. */
export const startsProperty = (parsing: Parsing): boolean =>
  (isAt(parsing, 'identifier') || isAt(parsing, 'string')) && isAt(parsing, ':', 1);

/** Reads something one level deeper, unless it is nested more deeply than the stack would bear. */
export function oneDeeper<T>(parsing: Parsing, read: (parsing: Parsing) => T): T | Skip {
  if (parsing.depth >= maxDepth) {
    complain(parsing, peek(parsing), say('This is nested too deeply to be read.'));
    return skipLine(parsing);
  }
  parsing.depth += 1;
  const node = read(parsing);
  parsing.depth -= 1;
  return node;
}

/** A value may stand on the next line, unless that line begins something of its own. */
export function skipNewlineToValue(parsing: Parsing): void {
  const before = parsing.at;
  if (isAt(parsing, 'newline')) take(parsing);
  if (startsDeclaration(parsing) || startsProperty(parsing)) parsing.at = before;
}

/**
 * Skips to the end of the line, over balanced braces, and stays before a closer that is not its own (unless
 * `takesClosers`), before a declaration and before the end. Takes one token at least where it can.
 */
export function skipLine(parsing: Parsing, { takesClosers = false } = {}): Skip {
  const before = parsing.at;
  const first = peek(parsing).start;
  let open = 0;
  for (;;) {
    const { kind } = peek(parsing);
    if (kind === 'end' || startsDeclaration(parsing)) break;
    if (open === 0 && (kind === 'newline' || (closers.has(kind) && !takesClosers))) break;
    if (openers.has(kind)) open += 1;
    if (closers.has(kind) && open > 0) open -= 1;
    take(parsing);
  }
  const end = endOfLast(parsing);
  const start = parsing.at > before ? first : end;
  if (end > start) complain(parsing, { start, end }, say('This is not understood.'));
  return { kind: 'skip', start, end };
}
