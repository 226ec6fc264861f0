import { rules } from '../core/rules/index.js';
import type { Analysis, Files } from './analysis.js';
import { analyzeWith } from './judging/analyze.js';
import { parse } from './syntax/parse.js';

export { hover as hoverAt } from './hover/hover.js';
export { isWorthReading, references } from './judging/references.js';

/** What the rules say of one file. Synchronous and pure; a file that is not worth reading has nothing to say. */
export const analyze = (files: Files, uri: string): Analysis => analyzeWith(rules, files, uri);

/** Every rule by its id, as settings and suppressions name it. */
export const ruleIds: readonly string[] = rules.map(({ id }) => id);

/** Offset at which a text stops being Bicep; undefined for a whole one. What is left is judged as far as it can be. */
export function firstSyntaxProblem(text: string): number | undefined {
  const first = parse(text).problems.reduce((least, { start }) => Math.min(least, start), Infinity);
  return first === Infinity ? undefined : first;
}
