import type { Json } from '../../core/json.js';
import { isJsonObject, valueAt } from '../../core/json.js';
import type { Edit } from '../../core/plan.js';
import type { DiffLine } from '../state.js';
import { lineDiff } from './line-diff.js';

const contextLines = 2;
const longest = 160;

/**
 * What a step changes, as lines of JSON with a little context: only the profiles that its edits touch.
 * The whole body is for the editor's own diff.
 */
export function jsonLines(before: Json, after: Json, edits: readonly Edit[]): readonly DiffLine[] {
  const profiles = [
    ...new Map(edits.map(({ path }) => [path.slice(0, 2).join('.'), path.slice(0, 2)])).values(),
  ];
  const all = profiles.flatMap((path) => profileLines(path, before, after));
  if (all.length <= longest) return all;
  return [...all.slice(0, longest), { sign: ' ', text: '…' }];
}

function profileLines(path: readonly string[], before: Json, after: Json): readonly DiffLine[] {
  const name = path.at(-1) ?? '';
  return withContext(lineDiff(textOf(name, valueAt(before, path)), textOf(name, valueAt(after, path))));
}

/** No line at all for a profile that is not there. */
function textOf(name: string, value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  const written =
    isJsonObject(value) || Array.isArray(value) ? JSON.stringify(value, undefined, 2) : JSON.stringify(value);
  return `"${name}": ${written}`.split('\n');
}

/** Keeps what changed, the lines near it and the first one; an ellipsis stands for the rest. */
function withContext(all: readonly DiffLine[]): readonly DiffLine[] {
  const changed = all.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]));
  const isKept = new Set<number>([0]);
  for (const index of changed)
    for (let near = index - contextLines; near <= index + contextLines; near++) isKept.add(near);
  return all.flatMap((line, index) => {
    if (isKept.has(index)) return [line];
    const isFirstOfGap = index === 0 || isKept.has(index - 1);
    return isFirstOfGap ? [{ sign: ' ' as const, text: '…' }] : [];
  });
}
