import type { Message } from '../../core/message.js';

/** Punctuation, longest first where one begins another. */
export type Punctuation =
  | '...'
  | '::'
  | '??'
  | '=='
  | '=~'
  | '=>'
  | '!='
  | '!~'
  | '<='
  | '>='
  | '&&'
  | '||'
  | '{'
  | '}'
  | '['
  | ']'
  | '('
  | ')'
  | '<'
  | '>'
  | ':'
  | '.'
  | ','
  | '='
  | '!'
  | '?'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | '|'
  | '@';

/** A string without holes is one `string`; one with holes is `stringLeft`, its holes, `stringMiddle`, `stringRight`. */
export type TokenKind =
  | 'end'
  | 'newline'
  | 'identifier'
  | 'number'
  | 'string'
  | 'stringLeft'
  | 'stringMiddle'
  | 'stringRight'
  | 'unknown'
  | Punctuation;

/** Half-open, in UTF-16 code units. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** An identifier's name, a string segment's text with its escapes resolved; else empty. */
  readonly value: string;
}

export interface Comment {
  readonly start: number;
  readonly end: number;
}

/** `#disable-next-line`, `#disable-diagnostics` or `#restore-diagnostics` with the codes that follow it. */
export interface Pragma {
  readonly name: 'disable-next-line' | 'disable-diagnostics' | 'restore-diagnostics';
  readonly codes: readonly string[];
  readonly start: number;
  /** End of the last code (or of the name). */
  readonly end: number;
}

/** A place where the text is not Bicep. Bicep itself reports these; we only stay quiet about what they touch. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
}
