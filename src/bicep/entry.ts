import { rules } from '../core/rules/index.js';
import type { Analysis, Files } from './analysis.js';
import { analyzeWith } from './judging/analyze.js';

export { hover as hoverAt } from './hover/hover.js';
export { isWorthReading, references } from './judging/references.js';

/** What the rules say of one file. Synchronous and pure; a file that is not worth reading has nothing to say. */
export const analyze = (files: Files, uri: string): Analysis => analyzeWith(rules, files, uri);
