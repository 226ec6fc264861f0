import type { Message } from '../../core/message.js';
import type { Comment, Pragma, SyntaxProblem, Token, TokenKind } from './token.js';

/** Inside a string: what a closing brace goes back to. A plain brace within a hole goes back to the hole. */
export type Template =
  | { readonly kind: 'brace' }
  /** Marker of a hole: `$` times `dollars`, then a brace. */
  | { readonly kind: 'line' | 'multiLine'; readonly dollars: number };

/** The lexer's place in the text and what it has found so far. */
export interface Lexing {
  readonly text: string;
  at: number;
  readonly tokens: Token[];
  readonly comments: Comment[];
  readonly pragmas: Pragma[];
  readonly problems: SyntaxProblem[];
  readonly templates: Template[];
}

export const charAt = (lexing: Lexing, ahead = 0): number => lexing.text.charCodeAt(lexing.at + ahead);

export function emit(lexing: Lexing, kind: TokenKind, start: number, value = ''): void {
  lexing.tokens.push({ kind, start, end: lexing.at, value });
}

export function complain(lexing: Lexing, start: number, message: Message): void {
  lexing.problems.push({ start, end: lexing.at, message });
}

export const isNewline = (code: number): boolean => code === 10 || code === 13;
export const isBlank = (code: number): boolean => code === 32 || code === 9;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isIdentifierStart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
export const isIdentifierPart = (code: number): boolean => isIdentifierStart(code) || isDigit(code);
