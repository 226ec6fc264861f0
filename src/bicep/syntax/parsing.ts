import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import type { Decorator, Expression, ResourceDeclaration } from './node.js';
import type { Name, Range, Skip } from './range.js';
import type { TypeNode } from './type-node.js';
import type { SyntaxProblem, Token, TokenKind } from './token.js';

/** What one sub-parser calls of the others. It is passed along, so that their files need not import each other. */
export interface Grammar {
  readonly expression: (parsing: Parsing) => Expression;
  readonly type: (parsing: Parsing) => TypeNode;
  readonly decorators: (parsing: Parsing) => readonly Decorator[];
  readonly resource: (parsing: Parsing, decorators: readonly Decorator[]) => ResourceDeclaration | Skip;
}

/** The parser's place among the tokens and what it has noted so far. */
export interface Parsing {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly grammar: Grammar;
  readonly problems: SyntaxProblem[];
  at: number;
  depth: number;
  steps: number;
  missingClosers: number;
}

/** Deeper than any file that a person writes, and far from the end of the stack. */
export const maxDepth = 200;

const nothing: Token = { kind: 'end', start: 0, end: 0, value: '' };

export function peek(parsing: Parsing, ahead = 0): Token {
  parsing.steps += 1;
  return parsing.tokens[parsing.at + ahead] ?? parsing.tokens.at(-1) ?? nothing;
}

export const isAt = (parsing: Parsing, kind: TokenKind, ahead = 0): boolean =>
  peek(parsing, ahead).kind === kind;

export function isAtWord(parsing: Parsing, word: string, ahead = 0): boolean {
  const token = peek(parsing, ahead);
  return token.kind === 'identifier' && token.value === word;
}

/** The token here, and on to the next; the end stays where it is. */
export function take(parsing: Parsing): Token {
  const token = peek(parsing);
  if (token.kind !== 'end') parsing.at += 1;
  return token;
}

export function takeIf(parsing: Parsing, kind: TokenKind): Token | undefined {
  return isAt(parsing, kind) ? take(parsing) : undefined;
}

export const skipNewline = (parsing: Parsing): boolean => takeIf(parsing, 'newline') !== undefined;

/** Moves over a line end when this kind of token follows it: `?` and `:` of a ternary, `|` of a union. */
export function isAtAfterNewline(parsing: Parsing, kind: TokenKind): boolean {
  if (isAt(parsing, kind)) return true;
  if (!isAt(parsing, 'newline') || !isAt(parsing, kind, 1)) return false;
  take(parsing);
  return true;
}

/** End of the last token taken: where a node that ends here ends. */
export const endOfLast = (parsing: Parsing): number => parsing.tokens[parsing.at - 1]?.end ?? 0;

/** From where a node begins to the end of what was taken for it. */
export const spanFrom = (parsing: Parsing, { start, end }: Range): Range => ({
  start,
  end: Math.max(end, endOfLast(parsing)),
});

/** The span of a declaration that nothing has damaged so far. */
export const wholeFrom = (parsing: Parsing, start: number) => ({
  ...spanFrom(parsing, { start, end: start }),
  isBroken: false,
});

export function complain(parsing: Parsing, { start, end }: Range, message: Message): void {
  parsing.problems.push({ start, end, message });
}

/** A place where something should stand and nothing does. Consumes nothing. */
export function missing(parsing: Parsing, message: Message): Skip {
  const start = endOfLast(parsing);
  complain(parsing, { start, end: start }, message);
  return { kind: 'skip', start, end: start };
}

/** A closer that is not there is recorded, and the partial node is kept. */
export function missingCloser(parsing: Parsing, closer: string): void {
  parsing.missingClosers += 1;
  missing(parsing, say('{closer} is missing.', { closer }));
}

export function takeName(parsing: Parsing): Name {
  const token = takeIf(parsing, 'identifier');
  if (token !== undefined) return { name: token.value, start: token.start, end: token.end };
  const { start, end } = missing(parsing, say('A name is missing.'));
  return { name: '', start, end };
}
