import type { FileSeverity } from '../core/finding.js';
import type { Message } from '../core/message.js';
import { say } from '../core/message.js';

export type ReportFormat = 'text' | 'json' | 'sarif';

/** What the person asked for. */
export type Request =
  | {
      readonly kind: 'check';
      readonly patterns: readonly string[];
      readonly format: ReportFormat;
      /** The mildest severity that fails the run. */
      readonly failOn: FileSeverity;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'misunderstood'; readonly problem: Message };

const formats: readonly string[] = ['text', 'json', 'sarif'] satisfies readonly ReportFormat[];
const severities: readonly string[] = ['error', 'warning', 'information'] satisfies readonly FileSeverity[];

const isFormat = (word: string): word is ReportFormat => formats.includes(word);
const isSeverity = (word: string): word is FileSeverity => severities.includes(word);

const misunderstood = (problem: Message): Request => ({ kind: 'misunderstood', problem });

/** Reads the words behind the program's name. */
export function readArguments(words: readonly string[]): Request {
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help' };
  if (words.includes('--version')) return { kind: 'version' };
  const [command, ...rest] = words;
  if (command === undefined) return misunderstood(say('Say what to do: aks-egress check, and which files.'));
  if (command !== 'check')
    return misunderstood(say('There is no command {command}. The one there is: check.', { command }));
  return readCheck(rest);
}

function readCheck(words: readonly string[]): Request {
  const patterns: string[] = [];
  let format: ReportFormat = 'text';
  let failOn: FileSeverity = 'error';
  for (let n = 0; n < words.length; n += 1) {
    const word = words[n] ?? '';
    if (!word.startsWith('-') || word === '-') {
      patterns.push(word);
      continue;
    }
    const [option = '', inline] = word.split(/=(.*)/s);
    if (option !== '--format' && option !== '--fail-on')
      return misunderstood(say('There is no option {option}.', { option }));
    const value = inline ?? words[++n] ?? '';
    if (option === '--format' && isFormat(value)) format = value;
    else if (option === '--fail-on' && isSeverity(value)) failOn = value;
    else {
      const choices = option === '--format' ? formats : severities;
      return misunderstood(
        value === ''
          ? say('{option} needs one of {choices}.', { option, choices })
          : say('{option} is one of {choices}, not {value}.', { option, choices, value }),
      );
    }
  }
  if (patterns.length === 0)
    return misunderstood(say('Say which files to check: a file, a folder or a pattern.'));
  return { kind: 'check', patterns, format, failOn };
}

export const usage = `Checks Bicep files for wrong AKS egress settings.

  aks-egress check <file | folder | pattern>... [options]

  --format text|json|sarif             what is printed (text)
  --fail-on error|warning|information  from which severity on the run fails (error)
  --help, --version

A folder stands for all .bicep and .bicepparam files below it. In a pattern, * matches within a name and ** any
folders. Local modules are read along.

Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 a wrong call, or a file that cannot be read or
is not Bicep to its end.
`;
