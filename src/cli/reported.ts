import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Analysis, FileFinding } from '../bicep/analysis.js';
import type { FileSeverity } from '../core/finding.js';
import { format } from '../core/message.js';

/** A finding as every report tells it. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Reported {
  readonly ruleId: string;
  readonly severity: FileSeverity;
  /** Relative to the working folder, with slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly title: string;
  readonly message: string;
  readonly remedy?: string;
  /** Stays when lines move: of the rule, the file, the line's words and which of its kind it is. */
  readonly fingerprint: string;
}

/** A file that is not Bicep from a place on: silence about it is no verdict. */
export interface BrokenFile {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** All that a report tells. */
export interface Report {
  readonly findings: readonly Reported[];
  readonly broken: readonly BrokenFile[];
  readonly checkedCount: number;
}

export interface AnalyzedFile {
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** Findings of all files, ready to be told. */
export function reportedOf(analyzed: readonly AnalyzedFile[], cwd: string): readonly Reported[] {
  return analyzed.flatMap(({ file, text, analysis }) => {
    const lines = lineStartsOf(text);
    const name = nameOf(file, cwd);
    const seen = new Map<string, number>();
    return analysis.findings.map((finding) => {
      const place = placeOf(lines, finding);
      const words = `${finding.finding.ruleId}\n${name}\n${lineText(text, lines, place.line)}`;
      const count = seen.get(words) ?? 0;
      seen.set(words, count + 1);
      return { ...wordsOf(finding), file: name, ...place, fingerprint: digest(`${words}\n${count}`) };
    });
  });
}

/** The files whose text is broken, each with its first broken place. */
export function brokenOf(
  texts: readonly { readonly file: string; readonly text: string }[],
  problemIn: (text: string) => number | undefined,
  cwd: string,
): readonly BrokenFile[] {
  return texts.flatMap(({ file, text }) => {
    const offset = problemIn(text);
    return offset === undefined ? [] : [{ file: nameOf(file, cwd), ...pointOf(lineStartsOf(text), offset) }];
  });
}

const nameOf = (file: string, cwd: string): string => path.relative(cwd, file).split(path.sep).join('/');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const lineText = (text: string, lines: readonly number[], line: number): string =>
  text
    .slice(lines[line - 1] ?? 0, lines[line] ?? text.length)
    .trim()
    .replace(/\s+/g, ' ');

function wordsOf({ finding }: FileFinding) {
  const { ruleId, title, message, remedy } = finding;
  const severity: FileSeverity =
    finding.severity === 'error' || finding.severity === 'warning' ? finding.severity : 'information';
  return {
    ruleId,
    severity,
    title: format(title),
    message: format(message),
    ...(remedy === undefined ? {} : { remedy: format(remedy.text) }),
  };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function placeOf(lines: readonly number[], { span }: FileFinding) {
  const start = pointOf(lines, span.start);
  const end = pointOf(lines, span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function pointOf(
  lines: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
