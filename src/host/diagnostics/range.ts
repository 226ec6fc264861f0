import * as vscode from 'vscode';
import type { Files, Span } from '../../bicep/analysis.js';
import { placesIn, type Place } from './lines.js';

export type RangeOf = (span: Span) => vscode.Range;

/** Ranges of spans in the files that were read; each text is measured once. */
export function rangesIn(files: Files): RangeOf {
  const measured = new Map<string, Place>();
  return ({ uri, start, end }) => {
    const place = measured.get(uri) ?? placesIn(files[uri] ?? '');
    measured.set(uri, place);
    const [from, to] = [place(start), place(end)];
    return new vscode.Range(from.line, from.character, to.line, to.character);
  };
}
