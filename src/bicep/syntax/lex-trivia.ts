import { say } from '../../core/message.js';
import type { Lexing } from './lexing.js';
import { charAt, complain, isBlank, isIdentifierPart, isNewline } from './lexing.js';
import type { Pragma } from './token.js';

const pragmaNames: readonly Pragma['name'][] = [
  'disable-next-line',
  'disable-diagnostics',
  'restore-diagnostics',
];

/** Lexes a comment that begins here, if one does. */
export function lexComment(lexing: Lexing): boolean {
  if (charAt(lexing) !== 47) return false;
  const second = charAt(lexing, 1);
  if (second !== 47 && second !== 42) return false;
  const start = lexing.at;
  const closedAt = second === 42 ? lexing.text.indexOf('*/', start + 2) : endOfLine(lexing);
  if (second === 42) lexing.at = closedAt < 0 ? lexing.text.length : closedAt + 2;
  else lexing.at = closedAt;
  if (closedAt < 0) complain(lexing, start, say('The comment is not closed.'));
  lexing.comments.push({ start, end: lexing.at });
  return true;
}

function endOfLine(lexing: Lexing): number {
  let at = lexing.at;
  while (at < lexing.text.length && !isNewline(lexing.text.charCodeAt(at))) at += 1;
  return at;
}

const isCodePart = (code: number): boolean => isIdentifierPart(code) || code === 45;

/** Lexes a pragma that begins here, if one does: only blanks may stand before it on its line. */
export function lexPragma(lexing: Lexing): boolean {
  const { text, at: start } = lexing;
  if (charAt(lexing) !== 35 || !isFirstOnLine(text, start)) return false;
  const name = pragmaNames.find((known) => text.startsWith(known, start + 1));
  if (name === undefined) return false;
  if (isCodePart(text.charCodeAt(start + 1 + name.length))) return false;
  lexing.at = start + 1 + name.length;
  const codes: string[] = [];
  let end = lexing.at;
  for (;;) {
    while (isBlank(charAt(lexing))) lexing.at += 1;
    const from = lexing.at;
    while (isCodePart(charAt(lexing))) lexing.at += 1;
    if (lexing.at === from) break;
    end = lexing.at;
    codes.push(text.slice(from, end));
  }
  lexing.pragmas.push({ name, codes, start, end });
  return true;
}

function isFirstOnLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && isBlank(text.charCodeAt(at))) at -= 1;
  return at < 0 || isNewline(text.charCodeAt(at)) || (at === 0 && text.charCodeAt(0) === 0xfeff);
}
