import type { Files } from '../analysis.js';
import type { Program } from '../syntax/node.js';
import { parse } from '../syntax/parse.js';
import { newEffort } from '../values/evaluate.js';
import type { Effort, FileSymbols } from '../values/model.js';
import { symbolsIn } from '../values/symbols.js';

/** Characters; a longer file is left alone. The longest that people write (exported templates) have 0.3 million. */
export const maxLength = 1_000_000;

/** Files as they are needed, each parsed once. */
export interface Loaded {
  readonly files: Files;
  /** Undefined for a file that is not there, too long, or no Bicep that can be trusted. */
  readonly symbolsOf: (uri: string) => FileSymbols | undefined;
  readonly effort: Effort;
}

export function loaded(files: Files): Loaded {
  const known = new Map<string, FileSymbols | undefined>();
  return {
    files,
    effort: newEffort(),
    symbolsOf: (uri) => {
      if (!known.has(uri)) known.set(uri, read(files, uri));
      return known.get(uri);
    },
  };
}

function read(files: Files, uri: string): FileSymbols | undefined {
  const text = Object.hasOwn(files, uri) ? files[uri] : undefined;
  if (text === undefined || text.length > maxLength) return undefined;
  const program = parse(text);
  return isTemplated(program) || isOldSyntax(program) ? undefined : symbolsIn(uri, program);
}

/** `{{ .value }}`: the text is made by another program, and only its result is Bicep. */
function isTemplated({ text, problems }: Program): boolean {
  return problems.length > 0 && text.includes('{{');
}

/** `param name string { … }`: Bicep before 0.3, where other rules held. */
function isOldSyntax({ text, statements, problems }: Program): boolean {
  if (problems.length === 0) return false;
  return statements.some(
    (statement, n) =>
      statement.kind === 'skip' && statements[n - 1]?.kind === 'param' && text[statement.start] === '{',
  );
}
