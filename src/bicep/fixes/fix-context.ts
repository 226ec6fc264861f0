import type { Finding } from '../../core/finding.js';
import type { Message } from '../../core/message.js';
import type { Fix, Span } from '../analysis.js';
import type { FileSymbols } from '../values/model.js';

/** What a fix is made for. */
export interface FixContext {
  readonly symbols: FileSymbols;
  readonly finding: Finding;
  readonly span: Span;
  /** The value that decides stands in this file, at `span`. */
  readonly isHere: boolean;
}

export type FixMaker = (context: FixContext) => readonly Fix[];

export interface Replacement {
  readonly title: Message;
  readonly text: string;
  readonly isPreferred: boolean;
}

/** Replaces a value that is spelled out; nothing where it is computed. */
export function replaceLiteral({ symbols, span, isHere }: FixContext, by: Replacement): readonly Fix[] {
  const old = symbols.program.text.slice(span.start, span.end);
  const isLiteral = /^(?:'[^'$\\]*'|-?\d+)$/.test(old);
  if (!isHere || !isLiteral || old === by.text) return [];
  return [{ title: by.title, edits: [{ ...span, text: by.text }], isPreferred: by.isPreferred }];
}

/** The text of a string literal at the finding's place. */
export function literalText({ symbols, span }: FixContext): string | undefined {
  return /^'([^'$\\]*)'$/.exec(symbols.program.text.slice(span.start, span.end))?.[1];
}

export function literalNumber({ symbols, span }: FixContext): number | undefined {
  const text = symbols.program.text.slice(span.start, span.end);
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}
