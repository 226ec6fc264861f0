import { analyze, firstSyntaxProblem } from '../bicep/entry.js';
import type { FileSeverity } from '../core/finding.js';
import type { Message } from '../core/message.js';
import { format, say } from '../core/message.js';
import { rules } from '../core/rules/index.js';
import { version } from '../../package.json';
import type { Request } from './arguments.js';
import { readArguments, usage } from './arguments.js';
import { findFiles } from './find-files.js';
import { load, UnreadableFile } from './load.js';
import { jsonReport } from './report-json.js';
import { sarifReport } from './report-sarif.js';
import { textReport } from './report-text.js';
import type { BrokenFile, Report, Reported } from './reported.js';
import { brokenOf, reportedOf } from './reported.js';

/** What the command line says, and with which code it ends: 0 clean, 1 found, 2 a wrong call or a file that could not be read whole. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

const failed = (problem: Message): Outcome => ({ code: 2, out: '', err: `aks-egress: ${format(problem)}\n` });

/** Answers one call. Throws nothing that a person can mend. */
export function run(words: readonly string[], cwd: string): Outcome {
  const request = readArguments(words);
  switch (request.kind) {
    case 'help':
      return { code: 0, out: usage, err: '' };
    case 'version':
      return { code: 0, out: `${version}\n`, err: '' };
    case 'misunderstood':
      return { ...failed(request.problem), err: `aks-egress: ${format(request.problem)}\n\n${usage}` };
    case 'check':
      return check(request, cwd);
  }
}

function check(request: Extract<Request, { kind: 'check' }>, cwd: string): Outcome {
  const found = findFiles(request.patterns, cwd);
  if (found.kind === 'problem') return failed(found.problem);
  try {
    const { roots, named, texts } = load(found.files);
    const analyzed = roots.map(({ file, uri }) => ({
      file,
      text: texts[uri] ?? '',
      analysis: analyze(texts, uri),
    }));
    const findings = reportedOf(analyzed, cwd);
    const broken = brokenOf(named, firstSyntaxProblem, cwd);
    return {
      code: codeOf(findings, broken, request.failOn),
      out: reportOf(request.format, { findings, broken, checkedCount: found.files.length }),
      err: broken.map(brokenLine).join(''),
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const words = error.cause instanceof Error ? error.cause.message : String(error.cause);
    return failed(say('{file} cannot be read: {words}', { file: error.file, words }));
  }
}

/** A gate that could not read a file whole stays shut: what it found, or would have found, stands behind the damage. */
function codeOf(
  findings: readonly Reported[],
  broken: readonly BrokenFile[],
  failOn: FileSeverity,
): Outcome['code'] {
  if (broken.length > 0) return 2;
  return findings.some(({ severity }) => weights[severity] >= weights[failOn]) ? 1 : 0;
}

const weights: Readonly<Record<FileSeverity, number>> = { information: 0, warning: 1, error: 2 };

/** Told on its own stream, so that the report stays what it is. */
const brokenLine = ({ file, line, column }: BrokenFile): string =>
  `${file}:${line}:${column}: ${format(say('not judged in full: from here on the text is not Bicep'))}\n`;

function reportOf(wanted: 'text' | 'json' | 'sarif', told: Report): string {
  switch (wanted) {
    case 'text':
      return textReport(told);
    case 'json':
      return jsonReport(told);
    case 'sarif':
      return sarifReport(told, { rules, version });
  }
}
