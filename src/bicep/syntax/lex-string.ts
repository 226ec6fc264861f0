import { say } from '../../core/message.js';
import type { Lexing, Template } from './lexing.js';
import { charAt, complain, emit, isNewline } from './lexing.js';

const quote = 39;
const backslash = 92;
const dollar = 36;
const openBrace = 123;

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  $: '$',
};

/** Lexes a string that begins here, if one does: `'`, `'''`, `$'''`, `$$'''` and so on. */
export function lexString(lexing: Lexing): boolean {
  const start = lexing.at;
  let dollars = 0;
  while (charAt(lexing, dollars) === dollar) dollars += 1;
  const isTriple = [0, 1, 2].every((n) => charAt(lexing, dollars + n) === quote);
  if (isTriple) {
    lexing.at += dollars + 3;
    lexSegment(lexing, { kind: 'multiLine', dollars }, { start, isFirst: true });
    return true;
  }
  if (dollars > 0 || charAt(lexing) !== quote) return false;
  lexing.at += 1;
  lexSegment(lexing, { kind: 'line', dollars: 1 }, { start, isFirst: true });
  return true;
}

/** Goes on with a string after the brace that closed its hole; `start` is that brace. */
export function resumeString(lexing: Lexing, template: Exclude<Template, { kind: 'brace' }>): void {
  lexSegment(lexing, template, { start: lexing.at - 1, isFirst: false });
}

interface Segment {
  readonly start: number;
  readonly isFirst: boolean;
}

function lexSegment(
  lexing: Lexing,
  template: Exclude<Template, { kind: 'brace' }>,
  { start, isFirst }: Segment,
): void {
  const from = lexing.at;
  const stop = template.kind === 'line' ? scanLine(lexing) : scanMultiLine(lexing, template.dollars);
  const raw = lexing.text.slice(from, stop.contentEnd);
  const value = template.kind === 'line' ? unescape(raw) : isFirst ? raw.replace(/^\r?\n/, '') : raw;
  if (stop.by === 'hole') {
    lexing.templates.push(template);
    emit(lexing, isFirst ? 'stringLeft' : 'stringMiddle', start, value);
    return;
  }
  if (stop.by === 'nothing') complain(lexing, start, say('The string is not closed.'));
  emit(lexing, isFirst ? 'string' : 'stringRight', start, value);
}

interface Stop {
  readonly by: 'quote' | 'hole' | 'nothing';
  readonly contentEnd: number;
}

function scanLine(lexing: Lexing): Stop {
  for (; lexing.at < lexing.text.length; lexing.at += 1) {
    const code = charAt(lexing);
    if (isNewline(code)) break;
    if (code === backslash && !isNewline(charAt(lexing, 1))) {
      lexing.at += 1;
      continue;
    }
    if (code === quote) {
      lexing.at += 1;
      return { by: 'quote', contentEnd: lexing.at - 1 };
    }
    if (code === dollar && charAt(lexing, 1) === openBrace) {
      lexing.at += 2;
      return { by: 'hole', contentEnd: lexing.at - 2 };
    }
  }
  lexing.at = Math.min(lexing.at, lexing.text.length);
  return { by: 'nothing', contentEnd: lexing.at };
}

function scanMultiLine(lexing: Lexing, dollars: number): Stop {
  let run = 0;
  while (lexing.at < lexing.text.length) {
    const code = charAt(lexing);
    if (code === quote && charAt(lexing, 1) === quote && charAt(lexing, 2) === quote) {
      lexing.at += 3;
      // A run of more than three quotes belongs to the closing token; the first ones are its text.
      while (charAt(lexing) === quote) lexing.at += 1;
      return { by: 'quote', contentEnd: lexing.at - 3 };
    }
    if (dollars > 0 && code === openBrace && run >= dollars) {
      lexing.at += 1;
      return { by: 'hole', contentEnd: lexing.at - 1 - dollars };
    }
    run = code === dollar ? run + 1 : 0;
    lexing.at += 1;
  }
  return { by: 'nothing', contentEnd: lexing.at };
}

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g,
    (all, hex: string | undefined, char: string) => {
      if (hex === undefined) return simpleEscapes[char] ?? all;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
