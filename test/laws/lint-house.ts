import { execFile } from 'node:child_process';
import path from 'node:path';
import { lintSteps } from '../../scripts/lint/steps.mjs';
import type { House } from './house.js';

/** One refusal by one of the linters; `rule` without its plugin's name. */
export interface Refusal {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/** What was looked at, and refused. */
export interface Linted {
  readonly seen: readonly string[];
  readonly refused: readonly Refusal[];
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

const withoutPlugin = (rule: string): string => rule.replace(/^.*\//, '');

const parsed = (said: string, folder: string): Linted => {
  const results = (JSON.parse(said) as readonly LintResult[]).map(({ filePath, messages }) => ({
    file: path.relative(folder, filePath).replaceAll(path.sep, '/'),
    messages,
  }));
  return {
    seen: results.map(({ file }) => file),
    refused: results.flatMap(({ file, messages }) =>
      messages.map(({ ruleId, message }) => ({ file, rule: withoutPlugin(ruleId ?? ''), message })),
    ),
  };
};

/** `file:line:column: message (rule)`, where the native linter writes `[Error/plugin(rule)]`. */
const ofLines = (said: string): readonly Refusal[] =>
  said.split('\n').flatMap((line) => {
    const [, file, message, rule] =
      /^(.+?):\d+:\d+: (.*) (?:\(|\[Error\/\w+\()([a-z-]+)\)\]?$/.exec(line) ?? [];
    return file === undefined || message === undefined || rule === undefined ? [] : [{ file, message, rule }];
  });

const run = async (argv: readonly string[], folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      argv,
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      // Refusals are their ending with 1.
      (_error, stdout, stderr) => {
        if (stdout === '') reject(new Error(`${argv.join(' ')} said nothing: ${stderr}`));
        else resolve(stdout);
      },
    );
  });

/** Everything that `npm run lint` refuses in a house. */
export async function lintHouse({ folder }: House): Promise<Linted> {
  const shares = lintSteps(['src', 'webview']).map(async ({ argv }): Promise<Linted> => {
    const isEslint = argv.some((word) => word.includes('eslint.js'));
    return isEslint
      ? parsed(await run([...argv, '--format', 'json'], folder), folder)
      : { seen: [], refused: ofLines(await run(argv, folder)) };
  });
  const all = await Promise.all(shares);
  return { seen: all.flatMap(({ seen }) => seen), refused: all.flatMap(({ refused }) => refused) };
}
