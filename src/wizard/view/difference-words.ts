import type { Difference } from '../../core/run-record.js';
import { shown } from './expectation-words.js';

/** One difference as a line: where, what stood there, what stands there now. */
export const differenceWords = ({ path, before, after }: Difference): string =>
  `${path.join('.')}: ${shown(before)} → ${shown(after)}`;
