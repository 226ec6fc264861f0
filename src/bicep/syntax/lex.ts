import { say } from '../../core/message.js';
import { lexString, resumeString } from './lex-string.js';
import { lexComment, lexPragma } from './lex-trivia.js';
import type { Lexing } from './lexing.js';
import {
  charAt,
  complain,
  emit,
  isBlank,
  isDigit,
  isIdentifierPart,
  isIdentifierStart,
  isNewline,
} from './lexing.js';
import type { Comment, Pragma, Punctuation, SyntaxProblem, Token } from './token.js';

export interface Lexed {
  /** Ends with one `end`. A run of line ends, with comments and blank lines between, is one `newline`. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly pragmas: readonly Pragma[];
  readonly problems: readonly SyntaxProblem[];
}

const two = new Set(['::', '??', '==', '=~', '=>', '!=', '!~', '<=', '>=', '&&', '||']);
const one = new Set('{}[]()<>:.,=!?+-*/%^|@');

/** Splits a text into tokens. One pass, never throws; what it does not know becomes `unknown`. */
export function lex(text: string): Lexed {
  const lexing: Lexing = {
    text,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    tokens: [],
    comments: [],
    pragmas: [],
    problems: [],
    templates: [],
  };
  while (lexing.at < text.length) lexNext(lexing);
  if (lexing.templates.length > 0) endString(lexing);
  emit(lexing, 'end', text.length);
  return lexing;
}

function lexNext(lexing: Lexing): void {
  const code = charAt(lexing);
  if (isBlank(code)) {
    lexing.at += 1;
    return;
  }
  if (isNewline(code)) {
    lexNewline(lexing);
    return;
  }
  if (isIdentifierStart(code)) {
    const start = lexing.at;
    while (isIdentifierPart(charAt(lexing))) lexing.at += 1;
    emit(lexing, 'identifier', start, lexing.text.slice(start, lexing.at));
    return;
  }
  if (isDigit(code)) {
    const start = lexing.at;
    while (isDigit(charAt(lexing))) lexing.at += 1;
    emit(lexing, 'number', start, lexing.text.slice(start, lexing.at));
    return;
  }
  if (lexComment(lexing) || lexPragma(lexing) || lexString(lexing)) return;
  lexPunctuation(lexing);
}

function lexNewline(lexing: Lexing): void {
  if (lexing.templates.length > 0) endString(lexing);
  const start = lexing.at;
  while (isNewline(charAt(lexing))) lexing.at += 1;
  if (lexing.tokens.at(-1)?.kind !== 'newline') emit(lexing, 'newline', start);
}

/** A hole lies on one line: a line end, or the text's, ends the string around it. */
function endString(lexing: Lexing): void {
  lexing.templates.length = 0;
  complain(lexing, lexing.at, say('The string is not closed.'));
  emit(lexing, 'stringRight', lexing.at);
}

function lexPunctuation(lexing: Lexing): void {
  const { text, at: start } = lexing;
  const length = text.startsWith('...', start) ? 3 : two.has(text.slice(start, start + 2)) ? 2 : 1;
  const word = text.slice(start, start + length);
  lexing.at += length;
  if (length === 1 && !one.has(word)) {
    // A run is one token: looking ahead over it again and again would take quadratic time.
    while (charAt(lexing) === text.charCodeAt(start)) lexing.at += 1;
    complain(lexing, start, say('{character} has no meaning here.', { character: word }));
    emit(lexing, 'unknown', start, word);
    return;
  }
  if (word === '{' && lexing.templates.length > 0) lexing.templates.push({ kind: 'brace' });
  if (word === '}') {
    const template = lexing.templates.pop();
    if (template !== undefined && template.kind !== 'brace') {
      resumeString(lexing, template);
      return;
    }
  }
  emit(lexing, word as Punctuation, start);
}
