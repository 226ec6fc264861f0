import type { Message } from '../../core/message.js';
import { format, say } from '../../core/message.js';
import type { Difference } from '../../core/run-record.js';
import { isFilledIn } from '../../core/filled-in.js';
import { shown } from '../../core/expectation-words.js';

/** One difference as a line: where, what stood there, what stands there now. */
export const differenceWords = ({ path, before, after }: Difference): string =>
  path[0] === 'agentPools' && path[2] === 'eTag'
    ? format(poolMoved(String(path[1])))
    : `${path.join('.')}: ${shown(before)} → ${shown(after)}`;

/** An eTag means nothing to a person; that a pool was changed while a whole body was on its way may undo that change. */
const poolMoved = (name: string): Message =>
  say('Pool {name}: somebody changed it meanwhile. Look whether it is as they wanted it.', { name });

/** What somebody may have to look at, and, told apart after it, the defaults that Azure filled in by itself. */
export function differenceLines(all: readonly Difference[]): readonly string[] {
  const filledIn = all.filter(isFilledIn).map((one) => format(azureFilledIn(one)));
  return [...all.filter((one) => !isFilledIn(one)).map(differenceWords), ...filledIn];
}

export const areAllFilledIn = (all: readonly Difference[]): boolean => all.every(isFilledIn);

const azureFilledIn = ({ path, after }: Difference): Message =>
  say('Azure filled in a default: {path} {value}', { path: path.join('.'), value: shown(after) });
